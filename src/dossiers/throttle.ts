/**
 * Slows down guessing of codes and digits. Counted in the access log, not in the conversation's state: erasing one's
 * data must not buy new tries. Pure; times are epoch ms.
 */

/** A citizen may miss a few times, a guesser must wait. */
export const WRONG_TRIES = { most: 5, withinMs: 15 * 60_000 } as const;
/** All citizens together: a crowd of accounts guesses no faster than this. A whole province mistypes less. */
export const WRONG_TRIES_OF_ALL = { most: 500, withinMs: 15 * 60_000 } as const;
/** Digits for one dossier, whoever tries: of 10,000 endings so many a day. */
export const WRONG_DIGITS = { most: 10, withinMs: 24 * 3_600_000 } as const;

/** When codes may be tried again, or null when they may be tried now. */
export function lockedUntil(wrongTries: readonly number[], now: number): number | null {
  // What is in the future (a clock set back) counts too.
  const recent = wrongTries.filter((at) => now - at < WRONG_TRIES.withinMs).slice(-WRONG_TRIES.most);
  if (recent.length < WRONG_TRIES.most) return null;
  return Math.min(...recent) + WRONG_TRIES.withinMs;
}
