/**
 * Multinomial logistic regression over sparse features, trained in place with AdaGrad. No download, no file: it is
 * learnt from the knowledge at start, in a few hundred milliseconds, and is the same on every run.
 */
import type { Features } from "./features.ts";

export type Example = { readonly features: Features; readonly label: string; readonly weight?: number };

export type LinearModel = {
  readonly labels: readonly string[];
  /** Features of a message that the model has seen. */
  knows(feature: string): boolean;
  /** Probabilities, in the order of `labels`. `shift` is added to the scores before they become probabilities. */
  predict(features: Features, shift?: Float32Array): Float32Array;
  /** What each feature of a message speaks for one label rather than another: largest first. */
  explain(features: Features, label: string, against: string): readonly { feature: string; weight: number }[];
};

export type TrainingOptions = {
  readonly epochs: number;
  readonly rate: number;
  /** Pull of each touched weight towards zero at each step. */
  readonly decay: number;
  /** Features seen in fewer examples are left out, single words and classes excepted. */
  readonly leastSeen: number;
};

type Row = {
  readonly indexes: Int32Array;
  readonly values: Float32Array;
  readonly label: number;
  readonly weight: number;
};

/** A message's values have length `SCALE`, so that a long story is no surer than a short question. */
const SCALE = 3;

/** Errors below this are not worth a step. */
const LEAST_ERROR = 0.004;

const isSingle = (feature: string): boolean => !/[ ~&]/.test(feature);

/** Loose pairs say less than words, word classes more. Chosen by trial on the tuned questions. */
function kindWeight(feature: string): number {
  if (feature.startsWith("@")) return feature.includes("&") ? 1 : 1.5;
  if (feature.startsWith(":")) return 0.8;
  return feature.includes("~") ? 0.6 : 1;
}

/** Which values count: rare features more (idf), capped. */
function indexFeatures(examples: readonly Example[], leastSeen: number) {
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const name of features.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const index = new Map<string, number>();
  const rarity: number[] = [];
  for (const [name, count] of seen) {
    if (count < leastSeen && !isSingle(name)) continue;
    index.set(name, index.size);
    rarity.push(kindWeight(name) * Math.log(1 + examples.length / (count + 1)));
  }
  return { index, rarity: Float32Array.from(rarity) };
}

function shuffledOrder(length: number): Int32Array {
  const order = Int32Array.from({ length }, (_, at) => at);
  let state = 12_345;
  for (let at = length - 1; at > 0; at--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

export function softmax(scores: Float32Array): Float32Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let at = 0; at < scores.length; at++) sum += scores[at] = Math.exp(scores[at]! - top);
  for (let at = 0; at < scores.length; at++) scores[at]! /= sum;
  return scores;
}

/** Trains on `examples`; labels appear in the order of first use. Deterministic. */
export function trainLinearModel(examples: readonly Example[], options: TrainingOptions): LinearModel {
  const labels = [...new Set(examples.map((example) => example.label))];
  const numberOf = new Map(labels.map((label, at) => [label, at]));
  const { index, rarity } = indexFeatures(examples, options.leastSeen);
  const width = labels.length;
  const weights = new Float32Array(index.size * width);
  const bias = new Float32Array(width);

  const toRow = (features: Features): { indexes: Int32Array; values: Float32Array } => {
    const indexes: number[] = [];
    const values: number[] = [];
    let square = 0;
    for (const [name, value] of features) {
      const at = index.get(name);
      if (at === undefined) continue;
      const weighed = value * rarity[at]!;
      indexes.push(at * width);
      values.push(weighed);
      square += weighed * weighed;
    }
    const scale = square > 0 ? SCALE / Math.sqrt(square) : 0;
    return { indexes: Int32Array.from(indexes), values: Float32Array.from(values, (value) => value * scale) };
  };

  const scoresOf = (row: { indexes: Int32Array; values: Float32Array }, scores: Float32Array): Float32Array => {
    scores.set(bias);
    for (let at = 0; at < row.indexes.length; at++) {
      const base = row.indexes[at]!;
      const value = row.values[at]!;
      for (let label = 0; label < width; label++) scores[label]! += weights[base + label]! * value;
    }
    return scores;
  };

  const rows: Row[] = examples.map(({ features, label, weight = 1 }) => ({
    ...toRow(features),
    label: numberOf.get(label)!,
    weight,
  }));
  const history = new Float32Array(index.size).fill(1e-2);
  const errors = new Float32Array(width);
  const moved = new Int32Array(width);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const at of shuffledOrder(rows.length)) {
      const row = rows[at]!;
      softmax(scoresOf(row, errors));
      errors[row.label]! -= 1;
      // Only labels that are clearly wrong are moved: most are near zero after the first pass, and this is the cost.
      let wrong = 0;
      let norm = 0;
      for (let label = 0; label < width; label++) {
        const error = errors[label]!;
        if (error < LEAST_ERROR && error > -LEAST_ERROR) continue;
        moved[wrong++] = label;
        norm += error * error;
      }
      if (wrong === 0) continue;
      for (let position = 0; position < row.indexes.length; position++) {
        const base = row.indexes[position]!;
        const value = row.values[position]!;
        const feature = base / width;
        history[feature]! += norm * value * value;
        const step = (options.rate * row.weight) / Math.sqrt(history[feature]!);
        for (let at = 0; at < wrong; at++) {
          const label = moved[at]!;
          const weight = weights[base + label]!;
          weights[base + label] = weight - step * (errors[label]! * value + options.decay * weight);
        }
      }
      for (let label = 0; label < width; label++) bias[label]! -= 0.01 * options.rate * errors[label]!;
    }
  }

  return {
    labels,
    knows: (feature) => index.has(feature),
    predict: (features, shift) => {
      const scores = scoresOf(toRow(features), new Float32Array(width));
      if (shift) for (let label = 0; label < width; label++) scores[label]! += shift[label] ?? 0;
      return softmax(scores);
    },
    explain: (features, label, against) => {
      const [one, other] = [numberOf.get(label) ?? -1, numberOf.get(against) ?? -1];
      const named = [...features.keys()].filter((name) => index.has(name));
      const row = toRow(features);
      return named
        .map((feature, at) => {
          const base = row.indexes[at]!;
          const difference = (one < 0 ? 0 : weights[base + one]!) - (other < 0 ? 0 : weights[base + other]!);
          return { feature, weight: difference * row.values[at]! };
        })
        .sort((a, b) => b.weight - a.weight);
    },
  };
}
