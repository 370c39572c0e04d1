/**
 * From the models' own share to a probability that holds: of a hundred messages said to be 0.9 sure, ninety are right.
 * The knots come from the reliability curve that `npm run eval` prints over the tuned questions (23/11/2026), smoothed so that
 * they rise; refit them when the data of the topics changes much. Between knots the line is straight.
 */
const KNOTS: readonly (readonly [share: number, probability: number])[] = [
  [0, 0.4],
  [0.1, 0.55],
  [0.25, 0.65],
  [0.5, 0.76],
  [0.7, 0.84],
  [0.85, 0.9],
  [0.93, 0.95],
  [0.98, 0.98],
  [1, 0.995],
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
