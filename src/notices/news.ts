/** A followed dossier whose status its follower does not know yet; and what telling needs of a store. */
import type { Conversation, Reply } from "../channel/message.ts";
import type { Status } from "../dossiers/dossier.ts";

export type News = {
  readonly to: Conversation;
  readonly code: string;
  /** What they know, and what is so now. */
  readonly statusTold: Status;
  readonly status: Status;
  /** When they last wrote to us, epoch ms; null: never, as far as we know. */
  readonly lastWroteAt: number | null;
};

export interface NewsStore {
  /**
   * News not told yet, those of the longest followed first, of people whose conversation moved after `since` (epoch ms):
   * the others cannot be written to and must not stand in the way.
   */
  pending(since: number, limit: number): Promise<readonly News[]>;
  /** Codes that somebody follows and of which we last heard before (epoch ms), oldest first. */
  followedBefore(knownBefore: number, limit: number): Promise<readonly string[]>;
  /**
   * Puts the reply into the outbox and notes that it was told, in one transaction. False: something changed meanwhile,
   * or they are just writing to us, so that their turn tells it.
   */
  tell(news: News, reply: Reply, now: number): Promise<boolean>;
}
