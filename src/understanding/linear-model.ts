/**
 * Multinomial logistic regression over sparse features. No download, no file: it is learnt from the knowledge at start
 * (linear-training.ts) and is the same on every run.
 */
import type { Features } from "./features.ts";

export type LinearModel = {
  readonly labels: readonly string[];
  /** Probabilities, in the order of `labels`. `shift` is added to the scores before they become probabilities. */
  predict(features: Features, shift?: Float32Array): Float32Array;
  /** What each feature of a message speaks for one label rather than another: largest first. */
  explain(features: Features, label: string, against: string): readonly { feature: string; weight: number }[];
};

/** Rows of `width` weights, one row a feature; `rows` gives the row of a feature, `rarity` how much it counts. */
export type Weights = {
  readonly labels: readonly string[];
  readonly rows: ReadonlyMap<string, number>;
  readonly rarity: Float32Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
};

/** A message's values have this length, so that a long story is no surer than a short question. */
export const SCALE = 3;
/** Added to the squared length: a message of a few common words stays unsure. */
export const FLOOR = 60;

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float32Array): Float32Array {
  let top = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) if (scores[at]! > top) top = scores[at]!;
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const share = Math.exp(scores[at]! - top);
    scores[at] = share;
    sum += share;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = scores[at]! / sum;
  return scores;
}

type Row = { readonly names: string[]; readonly bases: number[]; readonly values: number[] };

export function createLinearModel({ labels, rows, rarity, weights, bias }: Weights): LinearModel {
  const width = labels.length;
  const columnOf = new Map(labels.map((label, at) => [label, at]));

  const toRow = (features: Features): Row => {
    const row: Row = { names: [], bases: [], values: [] };
    let square = 0;
    for (const [name, value] of features) {
      const at = rows.get(name);
      if (at === undefined) continue;
      const weighed = value * rarity[at]!;
      row.names.push(name);
      row.bases.push(at * width);
      row.values.push(weighed);
      square += weighed * weighed;
    }
    const scale = SCALE / Math.sqrt(square + FLOOR);
    for (let at = 0; at < row.values.length; at++) row.values[at]! *= scale;
    return row;
  };

  return {
    labels,
    predict: (features, shift) => {
      const scores = Float32Array.from(bias);
      const row = toRow(features);
      for (let at = 0; at < row.bases.length; at++) {
        const base = row.bases[at]!;
        const value = row.values[at]!;
        for (let label = 0; label < width; label++) scores[label]! += weights[base + label]! * value;
      }
      if (shift) for (let label = 0; label < width; label++) scores[label]! += shift[label] ?? 0;
      return softmax(scores);
    },
    explain: (features, label, against) => {
      const [one, other] = [columnOf.get(label), columnOf.get(against)];
      const row = toRow(features);
      return row.names
        .map((feature, at) => {
          const base = row.bases[at]!;
          const difference =
            (one === undefined ? 0 : weights[base + one]!) - (other === undefined ? 0 : weights[base + other]!);
          return { feature, weight: difference * row.values[at]! };
        })
        .sort((a, b) => b.weight - a.weight);
    },
  };
}
