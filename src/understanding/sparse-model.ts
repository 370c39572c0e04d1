/**
 * The model for very many topics (thousands): the mean of each topic's examples, found through an inverted index. Less
 * sharp than the trained one, but made in one pass, and a message costs only what its words share.
 */
import { type ExampleSet, KIND } from "./example-set.ts";
import { hashOf } from "./feature-table.ts";
import { type LinearModel, softmax } from "./linear-model.ts";

/** Turns a likeness from 0 to 1 into log odds. */
const SHARPNESS = 14;
/** The likeness of a message that names nothing known. */
const NO_LIKENESS = 0.15;

type Posting = { readonly labels: number[]; readonly weights: number[] };

export function createSparseModel(set: ExampleSet, none: string): LinearModel {
  const width = set.labels.length;
  const rarity = Float32Array.from(
    set.seen.subarray(0, set.size),
    (count, number) => (set.kinds[number] === KIND.near ? 0.5 : 1) * Math.log(1 + set.labelOf.length / (count + 1)),
  );
  const sums = set.labels.map(() => new Map<number, number>());
  for (const [example, label] of set.labelOf.entries()) {
    const sum = sums[label]!;
    for (let at = set.starts[example]!; at < set.bareEnds[example]!; at++) {
      const feature = set.features[at]!;
      sum.set(feature, (sum.get(feature) ?? 0) + set.weights[example]!);
    }
  }
  const postings = new Map<number, Posting>();
  for (const [label, sum] of sums.entries()) {
    let square = 0;
    for (const [feature, count] of sum) square += (Math.log1p(count) * rarity[feature]!) ** 2;
    // The square root of the length keeps topics with many phrases from being washed out.
    const length = Math.sqrt(Math.sqrt(square)) || 1;
    for (const [feature, count] of sum) {
      const hash = set.hashes[feature]!;
      const posting = postings.get(hash) ?? { labels: [], weights: [] };
      if (posting.labels.length === 0) postings.set(hash, posting);
      posting.labels.push(label);
      posting.weights.push((Math.log1p(count) * rarity[feature]! * rarity[feature]!) / length);
    }
  }
  const noneAt = set.labels.indexOf(none);
  /** Words that half of all topics share decide nothing and cost most. */
  const mostShared = Math.max(200, width / 20);

  const likenessTo = (features: ReadonlyMap<string, number>): Float32Array => {
    const scores = new Float32Array(width);
    for (const [name, value] of features) {
      const posting = postings.get(hashOf(name));
      if (!posting || posting.labels.length > mostShared) continue;
      for (let at = 0; at < posting.labels.length; at++) scores[posting.labels[at]!]! += posting.weights[at]! * value;
    }
    return scores;
  };

  return {
    labels: set.labels,
    predict: (features, shift) => {
      const scores = likenessTo(features);
      let top = 0;
      for (let at = 0; at < width; at++) if (scores[at]! > top) top = scores[at]!;
      for (let at = 0; at < width; at++) {
        const likeness = top > 0 ? scores[at]! / top : 0;
        scores[at] = SHARPNESS * (at === noneAt ? Math.max(likeness, NO_LIKENESS) : likeness) + (shift?.[at] ?? 0);
      }
      return softmax(scores);
    },
    explain: (features, label) => {
      const at = set.labels.indexOf(label);
      return [...features.keys()]
        .map((feature) => {
          const posting = postings.get(hashOf(feature));
          const place = posting?.labels.indexOf(at) ?? -1;
          return { feature, weight: place < 0 ? 0 : posting!.weights[place]! };
        })
        .filter(({ weight }) => weight > 0)
        .sort((one, other) => other.weight - one.weight);
    },
  };
}
