/**
 * Rests (a pause, a lease, a wait for an echo) end at a time of the machine's clock. When that clock is put back, they
 * would last as much longer. So nothing rests longer than its kind can: what ends further ahead than that was written by
 * another clock, and counts no more.
 */
export const isResting = (until: number, now: number, longestMs: number): boolean =>
  now < until && until - now <= longestMs;

/** All sending, after Zalo said "over the limit": that is counted by the clock minute. */
export const LONGEST_HOLD_MS = 60_000;
