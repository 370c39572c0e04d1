import { attachments, type MessageParts } from "./events.ts";
import { newLongId, newMessageId } from "./ids.ts";
import type { Person } from "./people.ts";
import type { ChatLine, Delivery, SentButton, SentMessage, WebhookEvent } from "./types.ts";
import type { World } from "./world.ts";

export type SendOptions = {
  /** The message that this one replies to ("Trả lời"). */
  readonly quoteMessageId?: string;
  /** Chosen by a test that wants the same id twice. */
  readonly messageId?: string;
  /** Epoch milliseconds, instead of the platform's now. */
  readonly timestamp?: number;
};

/** A person with a phone. Each deed resolves with the webhook's first answer; `delivery.event` is what was sent. */
export type Citizen = {
  readonly id: string;
  readonly name: string;
  /** Present for a visitor who is not signed in. */
  readonly conversationId: string | null;
  readonly received: readonly SentMessage[];
  /** The oldest message not handed out yet; waits for one, and rejects after `timeoutMs` (5,000). */
  nextMessage(timeoutMs?: number): Promise<SentMessage>;
  sends(text: string, options?: SendOptions): Promise<Delivery>;
  sendsImage(caption?: string): Promise<Delivery>;
  sendsLocation(latitude?: string, longitude?: string): Promise<Delivery>;
  sendsSticker(): Promise<Delivery>;
  sendsFile(name?: string): Promise<Delivery>;
  sendsVoice(): Promise<Delivery>;
  sendsVideo(): Promise<Delivery>;
  sendsContact(phone?: string): Promise<Delivery>;
  follows(): Promise<Delivery>;
  unfollows(): Promise<Delivery>;
  /** Agrees to share information after a request for it. */
  submitsInfo(info?: Record<string, unknown>): Promise<Delivery>;
  /** Presses a button, or the newest one of this title. Null: the phone opened a page or a dialler, no event goes out. */
  taps(button: SentButton | string): Promise<Delivery | null>;
  /** An officer writes to this person in Zalo's own tool: an echo with `admin_id` (§2.1). */
  staffReplies(text: string): Promise<Delivery>;
  /** Last interaction, epoch milliseconds: sets the 48 h and 7 day windows. */
  lastInteractedAt(at: number | null): void;
};

export function citizenOf(world: World, person: Person): Citizen {
  const { events, webhook } = world;

  const line = (from: ChatLine["from"], kind: ChatLine["kind"], text: string, id = newMessageId()): void => {
    const citizenId = person.id;
    world.write({ id, at: world.now(), citizenId, from, kind, text, buttons: [], answerMs: null });
  };
  const interacts = (at = world.now()): void => {
    person.lastInteraction = Math.max(at, person.lastInteraction ?? 0);
    person.askedAt = performance.now();
  };
  const deliver = (event: WebhookEvent): Promise<Delivery> => webhook.deliver(event, person.id);

  const says = (text: string, options: SendOptions & { readonly messageId: string }): Promise<Delivery> => {
    const message: MessageParts = {
      text,
      msg_id: options.messageId,
      ...(options.quoteMessageId ? { quote_msg_id: options.quoteMessageId } : {}),
    };
    interacts(options.timestamp);
    return deliver(events.fromCitizen(person, "text", message, options.timestamp));
  };

  const attaches = (
    kind: ChatLine["kind"],
    name: string,
    attachment: unknown,
    shown: string,
    text?: string,
  ): Promise<Delivery> => {
    const msg_id = newMessageId();
    line("citizen", kind, shown, msg_id);
    interacts();
    return deliver(
      events.fromCitizen(person, name, { attachments: [attachment], ...(text === undefined ? {} : { text }), msg_id }),
    );
  };

  const signedInOnly = (): void => {
    if (person.anonymousConversation) throw new Error("Zalo has no such event for a visitor who is not signed in");
  };

  return {
    id: person.id,
    name: person.name,
    conversationId: person.anonymousConversation,
    received: person.received,
    nextMessage: (timeoutMs = 15_000) =>
      person.mailbox.next(timeoutMs, () => `${person.name} got no message within ${timeoutMs} ms`),
    sends(text, options) {
      const messageId = options?.messageId ?? newMessageId();
      line("citizen", "text", text, messageId);
      return says(text, { ...options, messageId });
    },
    sendsImage: (caption) => attaches("image", "image", attachments.image, caption ?? "", caption),
    sendsLocation(latitude = "9.176900", longitude = "105.152400") {
      signedInOnly();
      return attaches(
        "location",
        "location",
        attachments.location(latitude, longitude),
        `${latitude}, ${longitude}`,
        "",
      );
    },
    sendsSticker: () => attaches("sticker", "sticker", attachments.sticker, ""),
    sendsFile: (name = "don-de-nghi.pdf") => attaches("file", "file", attachments.file(name), name),
    sendsVoice() {
      signedInOnly();
      return attaches("audio", "audio", attachments.voice, "");
    },
    sendsVideo() {
      signedInOnly();
      return attaches("image", "video", attachments.video, "");
    },
    sendsContact(phone = "84912345678") {
      signedInOnly();
      return attaches("contact", "business_card", attachments.contact(phone), phone);
    },
    follows: () => setFollowing(true),
    unfollows: () => setFollowing(false),
    submitsInfo(info = SAMPLE_INFO) {
      signedInOnly();
      person.sharedInfo = info;
      line("citizen", "shared-info", "");
      interacts();
      return deliver(events.sharedInfo(person, info));
    },
    taps: async (wanted) => {
      const button = typeof wanted === "string" ? buttonTitled(person, wanted) : wanted;
      if (button.type !== "oa.query.show" && button.type !== "oa.query.hide") return null;
      const messageId = newMessageId();
      if (button.type === "oa.query.show") line("citizen", "text", button.target, messageId);
      return says(button.target, { messageId });
    },
    staffReplies(text) {
      signedInOnly();
      const msg_id = newMessageId();
      line("staff", "text", text, msg_id);
      return deliver(events.fromOa(person, "oa_send_text", { text, msg_id }, newLongId()));
    },
    lastInteractedAt(at) {
      person.lastInteraction = at;
    },
  };

  function setFollowing(follows: boolean): Promise<Delivery> {
    signedInOnly();
    person.follows = follows;
    line("notice", follows ? "follow" : "unfollow", "");
    if (follows) interacts();
    world.announce({ kind: "person", citizenId: person.id });
    return deliver(events.following(person, follows ? "follow" : "unfollow"));
  }
}

function buttonTitled(person: Person, title: string): SentButton {
  const buttons = person.received.toReversed().flatMap((message) => message.buttons);
  const found = buttons.find((button) => button.title === title);
  if (!found) throw new Error(`no button "${title}"; there are: ${buttons.map((one) => one.title).join(", ")}`);
  return found;
}

const SAMPLE_INFO = {
  name: "Nguyễn Văn Mẫu",
  phone: "84912345678",
  user_dob: "30/10/1969",
  gender: "Nam",
  full_address: { user_city: "Tỉnh Cà Mau", user_ward: "Xã Mẫu", user_address: "Ấp Mẫu" },
};
