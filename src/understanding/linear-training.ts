/**
 * Trains a linear model. It begins at what mere counts say (naive Bayes), which generalises well from few phrases, and is
 * then corrected example by example (AdaGrad on the logistic loss), now with diacritics, now without; what stays is the
 * mean of the weights over the second half of the way. Deterministic.
 */
import { type ExampleSet, KIND } from "./example-set.ts";
import { buildFeatureTable } from "./feature-table.ts";
import { FLOOR, packWeights, SCALE, softmax, type Weights } from "./linear-model.ts";
import type { Steps } from "./steps.ts";

export type TrainingOptions = {
  /** Passes over all examples; even passes read diacritics, odd ones do not. */
  readonly epochs: number;
  readonly rate: number;
  /** Features seen in fewer examples are left out, single words and classes excepted. */
  readonly leastSeen: number;
  /** How much of the counts' opinion the weights begin with; 0: none. */
  readonly counts: number;
  /** Share of an example's features left out at random in each pass, so that no single word is leant on. */
  readonly leftOut: number;
};

/** Added to each label's share of a feature: seen once with one label is no proof against the others. */
const DOUBT = 1;
/** Keeps the logarithms of the counts small. */
const RAREST = 1e-4;

/** Errors below this are not worth a step. */
const LEAST_ERROR = 0.005;

/** Loose pairs say less than words, word classes more, by kind. Chosen by trial on the tuned questions. */
const KIND_WEIGHT: Readonly<Record<number, number>> = {
  [KIND.word]: 1,
  [KIND.marked]: 0.8,
  [KIND.wordClass]: 1.5,
  [KIND.row]: 1,
  [KIND.near]: 0.6,
  [KIND.classes]: 1,
};

/** The features that stay, each with its row, and how much each counts: rare ones more. */
function chooseFeatures(set: ExampleSet, leastSeen: number) {
  const hashes: number[] = [];
  const rowOf = new Int32Array(set.size).fill(-1);
  const rarity: number[] = [];
  for (let number = 0; number < set.size; number++) {
    const count = set.seen[number]!;
    const kind = set.kinds[number]!;
    if (count < leastSeen && kind > KIND.wordClass) continue;
    rowOf[number] = hashes.length;
    hashes.push(set.hashes[number]!);
    rarity.push(KIND_WEIGHT[kind]! * Math.log(1 + set.labelOf.length / (count + 0.5)));
  }
  return { table: buildFeatureTable(hashes), rowOf, rarity: Float32Array.from(rarity) };
}

/** Numbers from 0 to 1 (excluded), the same on every run. */
function createChance(): () => number {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

function shuffledOrder(length: number, chance: () => number): Int32Array {
  const order = Int32Array.from({ length }, (_, at) => at);
  for (let at = length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

/** How often in a pass the weights are looked at for their mean. */
const SNAPSHOTS = 8;

/**
 * The mean of what the weights were along the way. Where they end depends on which examples came last; their mean hardly
 * does, so that a phrase added to one topic does not change what is said of another.
 */
function createMean(weights: Float32Array) {
  const sum = new Float32Array(weights.length);
  let count = 0;
  return {
    add() {
      for (let at = 0; at < sum.length; at++) sum[at] = sum[at]! + weights[at]!;
      count++;
    },
    /** Puts the mean in the place of the weights. */
    settle() {
      if (count > 0) for (let at = 0; at < sum.length; at++) weights[at] = sum[at]! / count;
    },
  };
}

/** Fills `weights` with how much likelier each feature is under a label than anywhere, as log odds. */
function countFeatures(set: ExampleSet, rowOf: Int32Array, rarity: Float32Array, worth: number, weights: Float32Array) {
  const width = set.labels.length;
  const ofLabel = new Float32Array(width);
  let all = 0;
  for (const [at, label] of set.labelOf.entries()) {
    const weight = set.weights[at]!;
    ofLabel[label] = ofLabel[label]! + weight;
    all += weight;
    for (let next = set.starts[at]!; next < set.starts[at + 1]!; next++) {
      const row = rowOf[set.features[next]!]!;
      if (row >= 0) weights[row * width + label] = weights[row * width + label]! + weight;
    }
  }
  for (let row = 0; row < rarity.length; row++) {
    const base = row * width;
    let seen = 0;
    for (let label = 0; label < width; label++) seen += weights[base + label]!;
    const anywhere = seen / all + RAREST;
    // A message's values are multiplied by rarity: divided by it here, the counts speak with their own weight.
    const scale = worth / (rarity[row]! || 1);
    for (let label = 0; label < width; label++) {
      const here = (weights[base + label]! + (DOUBT * seen) / width) / (ofLabel[label]! + DOUBT) + RAREST;
      weights[base + label] = scale * Math.log(here / anywhere);
    }
  }
}

/** Yields after every hundred examples. */
export function* trainLinearModel(set: ExampleSet, options: TrainingOptions): Steps<Weights> {
  const { table, rowOf, rarity } = chooseFeatures(set, options.leastSeen);
  const width = set.labels.length;
  const weights = new Float32Array(table.size * width);
  const bias = new Float32Array(width);
  if (options.counts > 0) countFeatures(set, rowOf, rarity, options.counts, weights);
  const history = new Float32Array(table.size).fill(1e-2);
  const chance = createChance();
  const errors = new Float32Array(width);
  const wrong = new Int32Array(width);
  const longest = set.labelOf.reduce((most, _, at) => Math.max(most, set.starts[at + 1]! - set.starts[at]!), 0);
  const bases = new Int32Array(longest);
  const values = new Float32Array(longest);

  /** Reads one example into `bases` and `values`; returns how many features it has. */
  const unpack = (example: number, marks: boolean): number => {
    const end = marks ? set.starts[example + 1]! : set.bareEnds[example]!;
    let size = 0;
    let square = 0;
    for (let at = set.starts[example]!; at < end; at++) {
      const row = rowOf[set.features[at]!]!;
      if (row < 0 || chance() < options.leftOut) continue;
      const value = set.values[at]! * rarity[row]!;
      bases[size] = row;
      values[size++] = value;
      square += value * value;
    }
    const scale = SCALE / Math.sqrt(square + FLOOR);
    for (let at = 0; at < size; at++) values[at] = values[at]! * scale;
    return size;
  };

  const learn = (example: number, size: number): void => {
    errors.set(bias);
    for (let at = 0; at < size; at++) {
      const base = bases[at]! * width;
      const value = values[at]!;
      for (let label = 0; label < width; label++) errors[label] = errors[label]! + weights[base + label]! * value;
    }
    softmax(errors);
    const label = set.labelOf[example]!;
    errors[label] = errors[label]! - 1;
    // Only labels that are clearly wrong are moved: most are near zero after the first pass, and this is the cost.
    let count = 0;
    let norm = 0;
    for (let label = 0; label < width; label++) {
      const error = errors[label]!;
      if (error < LEAST_ERROR && error > -LEAST_ERROR) continue;
      wrong[count++] = label;
      norm += error * error;
    }
    for (let at = 0; at < size && count > 0; at++) {
      const row = bases[at]!;
      const value = values[at]!;
      history[row] = history[row]! + norm * value * value;
      const step = (options.rate * set.weights[example]! * value) / Math.sqrt(history[row]!);
      for (let index = 0; index < count; index++) {
        const label = wrong[index]!;
        weights[row * width + label] = weights[row * width + label]! - step * errors[label]!;
      }
    }
    for (let label = 0; label < width; label++) bias[label] = bias[label]! - 0.01 * options.rate * errors[label]!;
  };

  const order = shuffledOrder(set.labelOf.length, chance);
  const mean = createMean(weights);
  const steps = options.epochs * order.length;
  const every = Math.ceil(order.length / SNAPSHOTS);
  for (let step = 0; step < steps; step++) {
    const example = order[step % order.length]!;
    learn(example, unpack(example, Math.floor(step / order.length) % 2 === 0));
    if (2 * step >= steps && (step + 1) % every === 0) mean.add();
    if (step % 100 === 0) yield;
  }
  mean.settle();
  return packWeights(set.labels, table, { rarity, weights, bias });
}
