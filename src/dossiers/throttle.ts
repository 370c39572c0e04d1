/** Slows down guessing of codes: a citizen may miss a few times, a guesser must wait. Pure; times are epoch ms. */

export const WRONG_TRIES = { most: 5, withinMs: 15 * 60_000 } as const;

/** The wrong tries that still count at `now`. What is in the future (a clock set back) counts too. */
export function recentWrongTries(wrongTries: readonly number[], now: number): readonly number[] {
  return wrongTries.filter((at) => now - at < WRONG_TRIES.withinMs).slice(-WRONG_TRIES.most);
}

/** Adds one wrong try; never keeps more than are needed to decide. */
export function withWrongTry(wrongTries: readonly number[], now: number): number[] {
  return [...recentWrongTries([...wrongTries, now], now)];
}

/** When codes may be tried again, or null when they may be tried now. */
export function lockedUntil(wrongTries: readonly number[], now: number): number | null {
  const recent = recentWrongTries(wrongTries, now);
  if (recent.length < WRONG_TRIES.most) return null;
  return Math.min(...recent) + WRONG_TRIES.withinMs;
}
