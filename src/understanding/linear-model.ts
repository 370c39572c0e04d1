/**
 * Multinomial logistic regression over sparse features. No download: it is learnt from the knowledge at start
 * (linear-training.ts) and is the same on every run; what was learnt may be kept (learnt.ts).
 */
import { openFeatureTable, type TableParts } from "./feature-table.ts";
import type { Features } from "./features.ts";

export type LinearModel = {
  readonly labels: readonly string[];
  /** Probabilities, in the order of `labels`. `shift` is added to the scores before they become probabilities. */
  predict(features: Features, shift?: Float32Array): Float32Array;
  /** What each feature of a message speaks for one label rather than another: largest first. */
  explain(features: Features, label: string, against: string): readonly { feature: string; weight: number }[];
};

/** What a trained model is: rows of one byte a label, one row a feature. It can be kept and opened again. */
export type Weights = {
  readonly labels: readonly string[];
  readonly table: TableParts;
  /** How much each feature counts. */
  readonly rarity: Float32Array;
  /** What a weight of 1 in `bytes` is worth, by row. */
  readonly steps: Float32Array;
  readonly bytes: Int8Array;
  readonly bias: Float32Array;
};

/** A byte a weight is a quarter of the memory, and moves no decision: a row's largest weight is 127 steps. */
export function packWeights(
  labels: readonly string[],
  table: TableParts,
  { rarity, weights, bias }: { rarity: Float32Array; weights: Float32Array; bias: Float32Array },
): Weights {
  const width = labels.length;
  const steps = new Float32Array(table.size);
  const bytes = new Int8Array(weights.length);
  for (let row = 0; row < table.size; row++) {
    const base = row * width;
    let largest = 0;
    for (let at = base; at < base + width; at++) largest = Math.max(largest, Math.abs(weights[at]!));
    const step = largest / 127 || 1;
    steps[row] = step;
    for (let at = base; at < base + width; at++) bytes[at] = Math.round(weights[at]! / step);
  }
  return { labels, table, rarity, steps, bytes, bias };
}

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

/** A probability as log odds, held away from the ends: no model is that sure. */
export function logOdds(probability: number): number {
  const held = Math.min(0.999, Math.max(0.001, probability));
  return Math.log(held / (1 - held));
}

type Row = { readonly names: string[]; readonly rows: number[]; readonly values: number[] };

export function createLinearModel({ labels, table, rarity, steps, bytes, bias }: Weights): LinearModel {
  const width = labels.length;
  const { rowOf } = openFeatureTable(table);
  const columnOf = new Map(labels.map((label, at) => [label, at]));

  const toRow = (features: Features): Row => {
    const row: Row = { names: [], rows: [], values: [] };
    let square = 0;
    for (const [name, value] of features) {
      const at = rowOf(name);
      if (at < 0) continue;
      const weighed = value * rarity[at]!;
      row.names.push(name);
      row.rows.push(at);
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
      for (let at = 0; at < row.rows.length; at++) {
        const base = row.rows[at]! * width;
        const value = row.values[at]! * steps[row.rows[at]!]!;
        for (let label = 0; label < width; label++) scores[label]! += bytes[base + label]! * value;
      }
      if (shift) for (let label = 0; label < width; label++) scores[label]! += shift[label] ?? 0;
      return softmax(scores);
    },
    explain: (features, label, against) => {
      const [one, other] = [columnOf.get(label), columnOf.get(against)];
      const row = toRow(features);
      return row.names
        .map((feature, at) => {
          const base = row.rows[at]! * width;
          const difference =
            (one === undefined ? 0 : bytes[base + one]!) - (other === undefined ? 0 : bytes[base + other]!);
          return { feature, weight: difference * steps[row.rows[at]!]! * row.values[at]! };
        })
        .sort((a, b) => b.weight - a.weight);
    },
  };
}
