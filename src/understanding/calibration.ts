/**
 * From the models' own share to a probability that holds: of a hundred messages said to be 0.9 sure, ninety are right.
 * The knots come from the reliability curve that `npm run eval` prints over our labelled and the development questions, none of them learnt from (25/11/2026), smoothed so that
 * they rise; refit them when the data of the topics changes much. Between knots the line is straight.
 */
const KNOTS: readonly (readonly [share: number, probability: number])[] = [
  [0, 0.45],
  [0.3, 0.55],
  [0.5, 0.68],
  [0.7, 0.8],
  [0.85, 0.86],
  [0.92, 0.885],
  [0.935, 0.925],
  [0.96, 0.96],
  [0.98, 0.975],
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
