/**
 * A second voice on small talk: the naive Bayes of `natural`, over the phrases of intents/*.yaml. It errs elsewhere than
 * the linear model (it counts, where that one weighs), so the two together are steadier on the short messages that
 * greetings, thanks and insults are. Imported deeply: the whole package costs a second and 120 MB (it pulls in database clients).
 */
import { createRequire } from "node:module";
import type { Features } from "./features.ts";
import type { Intent } from "./understanding.ts";

/** The part of natural's classifier that we use: examples as rows of 0 and 1. */
type NaiveBayes = {
  readonly classifier: {
    addExample(row: readonly number[], label: string): void;
    getClassifications(row: readonly number[]): readonly { readonly label: string; readonly value: number }[];
  };
};

const require = createRequire(import.meta.url);
const BayesClassifier = require("natural/lib/natural/classifiers/bayes_classifier") as new () => NaiveBayes;

export type SecondVoice = {
  /** A share for each intent it knows; empty when it knows none of the words. Shares add up to one. */
  shares(features: Features): ReadonlyMap<Intent, number>;
};

/** More words than this underflow in a product of probabilities, and are no small talk. */
const MOST_WORDS = 40;
/** Features seen once say nothing that can be counted. */
const LEAST_SEEN = 2;

const isPlain = (name: string): boolean => !/[:#@]/.test(name);

export function createSecondVoice(
  examples: readonly { readonly features: Features; readonly intent: Intent }[],
): SecondVoice {
  const seen = new Map<string, number>();
  for (const { features } of examples) {
    for (const name of features.keys()) if (isPlain(name)) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const columns = new Map([...seen].filter(([, count]) => count >= LEAST_SEEN).map(([name], at) => [name, at]));
  const empty: readonly number[] = new Array(columns.size).fill(0);
  const toRow = (features: Features): { row: number[]; words: number } => {
    const row = empty.slice();
    let words = 0;
    for (const name of features.keys()) {
      const at = columns.get(name);
      if (at === undefined) continue;
      row[at] = 1;
      words++;
    }
    return { row, words };
  };
  const bayes = new BayesClassifier();
  for (const { features, intent } of examples) bayes.classifier.addExample(toRow(features).row, intent);
  return {
    shares: (features) => {
      const { row, words } = toRow(features);
      if (words === 0 || words > MOST_WORDS) return new Map();
      const found = bayes.classifier.getClassifications(row);
      const total = found.reduce((sum, { value }) => sum + value, 0);
      return total > 0 ? new Map(found.map(({ label, value }) => [label as Intent, value / total])) : new Map();
    },
  };
}
