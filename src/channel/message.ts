import { createHash } from "node:crypto";

/** What a message is, free of any platform. `channel/zalo/` turns Zalo's events into these and replies into Zalo's. */

/** What a citizen sent. Text has citizen-ID numbers and phone numbers already replaced (see intake/privacy.ts). */
export type Content =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: UnreadableKind; readonly caption?: string }
  | { readonly kind: "follow" }
  | { readonly kind: "opened-chat" };

/** Things that we receive but do not open or download. */
export type UnreadableKind =
  | "image"
  | "gif"
  | "audio"
  | "video"
  | "file"
  | "sticker"
  | "location"
  | "link"
  | "contact"
  | "call"
  | "shared-info";

/** Who is talking with which Official Account. Every stored key carries the OA id: one OA now, many later. */
export type Conversation = {
  readonly oaId: string;
  /** Zalo's user id, or the anonymous id. A string of up to 19 digits: never a number. */
  readonly citizenId: string;
  /** Present only for a visitor who is not signed in to Zalo: such a visitor gets general answers only. */
  readonly anonymousConversationId?: string;
};

/** One thing that happened at the platform, reduced to what we use. Nothing else of the event is kept. */
export type IncomingEvent = {
  /** Decides duplicates together with the OA id (zalo-oa.md §1.4). */
  readonly key: string;
  /** The platform's name of it, for counting: `user_send_text`. */
  readonly name: string;
  readonly oaId: string;
  /** When it happened by the platform's clock, epoch milliseconds UTC. */
  readonly happenedAt: number;
  readonly body: EventBody;
  /** The phone numbers that were taken out of its words; absent: none. */
  readonly numbers?: readonly SealedNumber[];
};

/** A phone number that nobody can read without the key, and what may be shown of it. */
export type SealedNumber = { readonly sealed: string; readonly shown: string };

export type EventBody =
  | {
      readonly kind: "message";
      readonly from: Conversation;
      readonly messageId: string | null;
      readonly content: Content;
    }
  /** Our own send came back, or an officer typed in Zalo's own tool (`byStaff`). */
  | {
      readonly kind: "echo";
      readonly to: Conversation;
      readonly messageId: string | null;
      readonly byStaff: boolean;
      /** `digestOf` the echoed text: tells which uncertain send it settles, without keeping the text. */
      readonly textDigest?: string;
    }
  | { readonly kind: "unfollow"; readonly from: Conversation }
  /** `user_withdraw`: the person asks to stop processing or to erase. */
  | { readonly kind: "withdraw"; readonly from: Conversation }
  /** The OA's administrator took the app's permission back. */
  | { readonly kind: "permission-revoked" }
  /** Received, counted, not acted on. */
  | { readonly kind: "ignored"; readonly why: string };

/** A button under a reply. `say` comes back as the citizen's text; treat it as untrusted, for anyone can type it. */
export type Button = { readonly title: string } & (
  | { readonly say: string }
  | { readonly open: string }
  | { readonly call: string }
);

/** From what a reply was made, so that a wrong answer can be traced to everyone who got it. */
export type Provenance = {
  /** Ids of procedure, FAQ or unit records. */
  readonly records: readonly string[];
  /** Which facts of them, as `record#path`: `dang-ky-khai-sinh#fees.0`. */
  readonly facts: readonly string[];
  readonly knowledgeVersion: string;
  /** How the turn ended, for figures; no words. Absent: not a turn (news of a dossier, an apology). */
  readonly turn?: {
    readonly decision: string;
    readonly intent: string | null;
    readonly topic: string | null;
    /** It answers a citizen who called the answer before it wrong. */
    readonly disputes?: true;
  };
};

/** One message to the citizen: plain text (Zalo shows no Markdown), at most 2,000 characters and 5 buttons. */
export type Reply = {
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly provenance: Provenance;
  /** Help in danger: leaves at once, also before replies to earlier messages whose sending is delayed or uncertain. */
  readonly urgent?: boolean;
  /**
   * A message that the platform approved beforehand, sent in place of text and buttons: the only kind that reaches
   * somebody who has not written lately. The text then says for the record what was sent.
   */
  readonly template?: { readonly id: string; readonly data: Readonly<Record<string, string>> };
};

/** Zalo's limits (zalo-oa.md §4.2), and the length at which phones cut a button's title. */
export const LIMITS = { text: 2000, buttons: 5, buttonTitle: 100, comfortableTitle: 30, payload: 1000 } as const;

/** A text's length as Zalo counts it: in code points. */
export function lengthOf(text: string): number {
  let length = text.length;
  for (let at = 1; at < text.length; at++) if (isPair(text.charCodeAt(at - 1), text.charCodeAt(at))) length--;
  return length;
}

/** Two halves of one character outside the basic plane. */
const isPair = (high: number, low: number) => high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;

/**
 * The first 16 hex digits of SHA-256 over the text, white space evened out: enough to compare a send with its echo,
 * not to read it.
 */
export function digestOf(text: string): string {
  const even = text.normalize("NFC").replace(/\s+/g, " ").trim();
  return createHash("sha256").update(even).digest("hex").slice(0, 16);
}
