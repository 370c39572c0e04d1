/**
 * From the models' own share to a probability that holds: of a hundred messages said to be 0.9 sure, ninety are right.
 * The knots come from the reliability curves that `npm run eval` prints over our unseen, the development, the blind and
 * further questions (of the blind ones the curve alone was looked at), none of them learnt from (25/11/2026, evening),
 * smoothed so that they rise and rather below the curve than above it: strangers' words fare worse than ours. Refit them
 * when the data of the topics changes much. Between knots the line is straight.
 */
const KNOTS: readonly (readonly [share: number, probability: number])[] = [
  [0, 0.35],
  [0.3, 0.58],
  [0.5, 0.66],
  [0.6, 0.74],
  [0.7, 0.79],
  [0.8, 0.85],
  [0.85, 0.88],
  [0.88, 0.9],
  [0.92, 0.92],
  [0.95, 0.935],
  [0.97, 0.95],
  [0.985, 0.965],
  [1, 0.985],
];

/** Rises with `share`; both from 0 to 1. */
export function calibrate(share: number): number {
  for (let at = 1; at < KNOTS.length; at++) {
    const [from, low] = KNOTS[at - 1]!;
    const [to, high] = KNOTS[at]!;
    if (share <= to) return low + ((share - from) / (to - from)) * (high - low);
  }
  return KNOTS.at(-1)![1];
}
