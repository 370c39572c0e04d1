/**
 * What the intake asks of a store: keep each accepted event once, hand out conversations one worker at a time, and
 * write a turn's whole result in one transaction. Implemented in storage/.
 */
import type { Conversation, IncomingEvent, Reply } from "../channel/message.ts";
import type { DossierEffect } from "../dossiers/effects.ts";

/** An event that waits for its turn. */
export type WaitingEvent = {
  readonly seq: number;
  readonly event: IncomingEvent;
  readonly receivedAt: number;
  /** Attempts that failed. */
  readonly attempts: number;
  /** After a failed attempt: not to be tried again before (epoch ms). */
  readonly notBefore: number;
  /** How often it was the oldest of a conversation that was claimed and never given back. */
  readonly crashes: number;
};

/** One conversation, leased to one worker, with its waiting events in the order in which they happened. */
export type Claim = {
  readonly oaId: string;
  readonly citizenId: string;
  readonly owner: string;
  /** As the conversation room stored it; null: first contact. */
  readonly state: unknown;
  /** Until when an officer's own typing silences the bot (epoch ms). */
  readonly silencedUntil: number;
  readonly events: readonly WaitingEvent[];
};

/** Something for staff to see or do. */
export type StaffTask = { readonly kind: string; readonly detail: string; readonly dueAt: number | null };

/** What becomes of the handled events; every part of it is written, or none. */
export type TurnResult = {
  /** Rows that are finished with. */
  readonly done: readonly number[];
  /** Rows set aside because they always fail, and why. */
  readonly dead?: { readonly seqs: readonly number[]; readonly error: string };
  /** The next state; absent: unchanged. */
  readonly state?: unknown;
  readonly replies?: readonly { readonly to: Conversation; readonly reply: Reply }[];
  readonly tasks?: readonly StaffTask[];
  /** An officer took over until then: replies that still wait to be sent are set aside, for the officer answers. */
  readonly silencedUntil?: number;
  readonly followed?: boolean;
  /** An echo: settles the uncertain send that it belongs to. */
  readonly echo?: { readonly messageId: string | null; readonly textDigest?: string };
  /** What changes about dossiers: who looked, follows, shares. */
  readonly dossier?: readonly DossierEffect[];
  /** Erase what is kept of this person: earlier words, replies and state. */
  readonly erase?: boolean;
};

export interface Inbox {
  /** Durable when it resolves. One answer for each event, in order. Throws `Unavailable` when nothing was kept. */
  accept(events: readonly IncomingEvent[], now: number): Promise<readonly ("new" | "duplicate")[]>;
  /**
   * Leases up to `limit` conversations that are due; a lease that ran out can be taken by another. One that was claimed
   * and never given back, for its process died or hung, is counted as a crash of its oldest event and handed out by
   * itself, so that a message which kills the process takes no others with it: only when `quiet` (nothing else is in
   * hand), and until then nothing is handed out.
   */
  claim(owner: string, now: number, leaseMs: number, limit: number, quiet?: boolean): Promise<readonly Claim[]>;
  /** Writes the result and gives the lease back. `lost`: the lease ran out and another took it; nothing was written. */
  finish(claim: Claim, result: TurnResult, now: number): Promise<"written" | "lost">;
  /** Gives the lease back unfinished, to be looked at again at `dueAt`; `failed` rows count one attempt more and rest until then. */
  postpone(claim: Claim, dueAt: number, failed: readonly number[], error: string | null): Promise<void>;
  /** When the next conversation is due, or null. */
  nextDue(): Promise<number | null>;
}
