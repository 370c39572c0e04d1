/** What the delivery asks of a store: the oldest unsettled reply of each conversation, one sender at a time. */
import type { Conversation, Reply } from "../channel/message.ts";

/** A reply whose turn it is. */
export type Delivery = {
  readonly seq: number;
  readonly to: Conversation;
  readonly reply: Reply;
  /** Of the message that it answers (channel/trace.ts), for the log; null: it answers none, as news. */
  readonly trace: string | null;
  readonly owner: string;
  /** Attempts that were clearly refused. */
  readonly attempts: number;
  /** How often it was sent again after an unknown outcome: at most once. */
  readonly resends: number;
  readonly createdAt: number;
  /** `send`: try now. `settle`: its 60 seconds for an echo are over. */
  readonly task: "send" | "settle";
};

export type Settlement =
  | { readonly kind: "sent"; readonly messageId: string }
  | { readonly kind: "uncertain"; readonly error: string; readonly until: number }
  | { readonly kind: "again"; readonly at: number; readonly error: string; readonly countsAsAttempt: boolean }
  /** Kept for staff: `dead` was refused, `unconfirmed` was sent (twice, a template once) and never echoed. */
  | { readonly kind: "dead" | "unconfirmed"; readonly error: string };

export interface Outbox {
  /**
   * Leases up to `limit` conversations with something due and marks their oldest open reply as being sent. A reply
   * that a crash left "being sent" becomes uncertain once its lease is over, and waits for its echo first.
   */
  claim(owner: string, now: number, leaseMs: number, limit: number): Promise<readonly Delivery[]>;
  /** Marks it as being sent once more after an unknown outcome. False: it was settled meanwhile. */
  beginResend(delivery: Delivery, now: number): Promise<boolean>;
  /** Writes what became of it and gives the lease back; an echo that came first is not undone. */
  settle(delivery: Delivery, settlement: Settlement, now: number): Promise<void>;
  nextDue(): Promise<number | null>;
  counts(): Promise<Readonly<Record<"waiting" | "sending" | "uncertain" | "sent" | "dead" | "unconfirmed", number>>>;
}
