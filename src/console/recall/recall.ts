/** Who got an answer that was found wrong, and telling them what is right. */
import type { Deed } from "../audit/chain.ts";

export type RecallQuery = {
  /** Id of a procedure or a general question. */
  readonly record: string;
  /** `fees.1`, `times.0`, `documents`; "": anything of the record. */
  readonly part: string;
  /** Epoch ms, both ends. */
  readonly from: number;
  readonly until: number;
};

export type Receiver = {
  readonly oaId: string;
  readonly citizenId: string;
  /** The last time that they got it. */
  readonly at: number;
  readonly times: number;
  /** Zalo lets us write for 48 hours after they wrote last; `false`: not any more. */
  readonly reachable: boolean;
};

export type RecallStore = {
  /** One row for each person, the latest first. */
  receivers(query: RecallQuery, now: number): Promise<readonly Receiver[]>;
  /** Puts the correction into the outbox, all or none. */
  send(text: string, record: string, to: readonly Receiver[], deed: Deed): Promise<void>;
};
