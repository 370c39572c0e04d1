/**
 * From the models' own share to a probability that holds: of a hundred messages said to be 0.9 sure, ninety are right.
 * The knots come from the reliability curves that `npm run eval` prints over our unseen, the development, the blind and
 * further questions (of the blind ones the curve alone was looked at), none of them learnt from (25/11/2026, evening),
 * smoothed so that they rise and rather below the curve than above it: strangers' words fare worse than ours. Refit them
 * when the data of the topics changes much. Between knots the line is straight.
 */
type Knots = readonly (readonly [share: number, probability: number])[];

const KNOTS: Knots = [
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

/** For how likely the talk goes on (follow-up.ts): taken for the old matter a turn of the talk is answered wrongly. */
const TALK_KNOTS: Knots = [
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
export const calibrate = (share: number): number => onLine(share, KNOTS);

/** The same for a message that goes on about what was talked of. */
export const calibrateTalk = (share: number): number => onLine(share, TALK_KNOTS);

function onLine(share: number, knots: Knots): number {
  for (let at = 1; at < knots.length; at++) {
    const [from, low] = knots[at - 1]!;
    const [to, high] = knots[at]!;
    if (share <= to) return low + ((share - from) / (to - from)) * (high - low);
  }
  return knots.at(-1)![1];
}
