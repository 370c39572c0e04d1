/** The words shared by the parts of the fake platform. Sections (§) are those of zalo-oa.md. */

export type FakeZaloOptions = {
  readonly appId: string;
  /** The App Secret Key: OAuth only (§3.3). */
  readonly appSecret: string;
  readonly oaId: string;
  /** The OA Secret Key: webhook signatures only (§1.2). */
  readonly oaSecret: string;
  /** Where events go. A function when the receiver's port is known only later. */
  readonly webhookUrl: string | (() => string);
  /** Epoch milliseconds; rules the windows, the tokens and the uploads. Default: Date.now. */
  readonly now?: () => number;
  /** Multiplies the retry ladder of §1.4: 0.001 makes its 30 s into 30 ms. Default 1. */
  readonly retryScale?: number;
  readonly host?: "127.0.0.1";
  /** 0 (the default) lets the system choose. */
  readonly port?: number;
  readonly oaName?: string;
  /** Whether bodies are escaped as PHP and Java do (`\/`, `\uXXXX`). Default `some`: every other event. */
  readonly escapes?: "never" | "some" | "always";
  /** Also send `user_seen_message` after each message. Default false: a citizen need not look. */
  readonly sendsSeen?: boolean;
  /** Refuse to write to people who do not follow the OA (-213). Default false, as v3.0 does. */
  readonly followersOnly?: boolean;
  /** Requests a minute before -32 (§6.3). Default 4,000. */
  readonly requestsPerMinute?: number;
  /** How long a webhook may take (§1.3). Default 2,000. */
  readonly webhookTimeoutMs?: number;
};

/** One event as it stands in the body, before encoding. */
export type WebhookEvent = { readonly event_name: string; readonly timestamp: string } & Readonly<
  Record<string, unknown>
>;

/** One attempt to hand one event to the webhook. */
export type Delivery = {
  readonly sequence: number;
  readonly at: number;
  /** Null when the bytes came from `sendRaw` and are not an event. */
  readonly event: WebhookEvent | null;
  /** Whom it concerns, if a person. */
  readonly citizenId: string | null;
  /** The exact text whose UTF-8 bytes were sent. */
  readonly body: string;
  readonly signature: string | null;
  /** Null: no answer. `why` says what happened instead. */
  readonly status: number | null;
  readonly why: "answered" | "timeout" | "no-connection" | "disabled";
  readonly ms: number;
  /** 0 the first time; otherwise the value of the `num_retry` header. */
  readonly retries: number;
};

export type ButtonType = "oa.open.url" | "oa.query.show" | "oa.query.hide" | "oa.open.sms" | "oa.open.phone";

/** A button as the phone shows it. `target` is the text said, the URL or the phone number. */
export type SentButton = { readonly title: string; readonly type: ButtonType; readonly target: string };

export type MessageKind = "text" | "image" | "gif" | "sticker" | "file" | "list" | "request-info" | "template";

/** A message that the platform accepted for a person. */
export type SentMessage = {
  readonly id: string;
  readonly at: number;
  readonly to: string;
  readonly via: "cs" | "anonymous" | "template" | "phone-template";
  readonly kind: MessageKind;
  readonly text: string;
  readonly buttons: readonly SentButton[];
  /** The request's `message`, as it came. */
  readonly raw: unknown;
  /** Sent between 48 h and 7 days after the last interaction: costs money (§6.1). */
  readonly billed: boolean;
  /** From the moment the person's last event set out to the moment this was accepted; null if they said nothing. */
  readonly answerMs: number | null;
};

/** One HTTP call that the platform heard, with what it answered. */
export type ApiCall = {
  readonly sequence: number;
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly request: string;
  readonly status: number | null;
  /** `error` of the answer; null when no JSON answer left. */
  readonly error: number | null;
  readonly response: string;
  readonly ms: number;
  readonly citizenId: string | null;
  /** As in SentMessage, when this call put a message on a phone. */
  readonly answerMs: number | null;
};

/** One line of a conversation, as both sides see it. */
export type ChatLine = {
  readonly id: string;
  readonly at: number;
  readonly citizenId: string;
  readonly from: "citizen" | "oa" | "staff" | "notice";
  readonly kind: MessageKind | "location" | "audio" | "contact" | "follow" | "unfollow" | "shared-info";
  readonly text: string;
  readonly buttons: readonly SentButton[];
  readonly answerMs: number | null;
};

export type Notice =
  | { readonly kind: "delivery"; readonly delivery: Delivery }
  | { readonly kind: "call"; readonly call: ApiCall }
  | { readonly kind: "sent"; readonly message: SentMessage }
  | { readonly kind: "chat"; readonly line: ChatLine }
  | { readonly kind: "person"; readonly citizenId: string }
  | { readonly kind: "webhook-disabled" }
  | { readonly kind: "closed" };

/** Memory is bounded: every list keeps its newest thousand. */
export const KEEP = 1000;

export function remember<T>(list: T[], item: T): void {
  list.push(item);
  if (list.length > KEEP) list.shift();
}
