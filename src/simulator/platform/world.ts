import { createEventMaker, type EventMaker } from "./events.ts";
import { Faults } from "./faults.ts";
import { Mailbox } from "./mailbox.ts";
import { People } from "./people.ts";
import { RateLimit } from "./rate-limit.ts";
import { Tokens } from "./tokens.ts";
import {
  type ApiCall,
  type ChatLine,
  type Delivery,
  type FakeZaloOptions,
  type Notice,
  remember,
  type SentMessage,
} from "./types.ts";
import { Uploads } from "./uploads.ts";
import { WebhookSender } from "./webhook-sender.ts";

/** All that one fake platform knows, in memory. The endpoints and the citizens' phones work on it. */
export type World = {
  readonly options: FakeZaloOptions;
  readonly now: () => number;
  readonly events: EventMaker;
  readonly faults: Faults;
  readonly people: People;
  readonly tokens: Tokens;
  readonly uploads: Uploads;
  readonly rate: RateLimit;
  readonly webhook: WebhookSender;
  readonly mailbox: Mailbox<SentMessage>;
  readonly sent: SentMessage[];
  readonly calls: ApiCall[];
  readonly deliveries: Delivery[];
  readonly chat: ChatLine[];
  readonly listeners: Set<(notice: Notice) => void>;
  announce(notice: Notice): void;
  write(line: ChatLine): void;
};

export function createWorld(options: FakeZaloOptions): World {
  const now = options.now ?? Date.now;
  const faults = new Faults();
  const deliveries: Delivery[] = [];
  const chat: ChatLine[] = [];
  const listeners = new Set<(notice: Notice) => void>();
  const announce = (notice: Notice): void => {
    for (const listener of listeners) listener(notice);
  };
  const webhook = new WebhookSender(
    { ...options, now, retryScale: options.retryScale ?? 1, webhookTimeoutMs: options.webhookTimeoutMs ?? 2000 },
    faults,
    (delivery) => {
      remember(deliveries, delivery);
      announce({ kind: "delivery", delivery });
    },
    () => announce({ kind: "webhook-disabled" }),
  );
  return {
    options,
    now,
    events: createEventMaker(options.appId, options.oaId, now),
    faults,
    people: new People(),
    tokens: new Tokens(options, now, faults),
    uploads: new Uploads(now),
    rate: new RateLimit(options.requestsPerMinute ?? 4000, now),
    webhook,
    mailbox: new Mailbox(),
    sent: [],
    calls: [],
    deliveries,
    chat,
    listeners,
    announce,
    write(line) {
      remember(chat, line);
      announce({ kind: "chat", line });
    },
  };
}
