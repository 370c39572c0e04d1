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
  readonly classifier: BayesCounts & {
    addExample(row: readonly number[], label: string): void;
    /** `columns`: those that hold a 1, under any names; it is asked a thousand times quicker so than with a whole row. */
    getClassifications(
      columns: Readonly<Record<string, number>>,
    ): readonly { readonly label: string; readonly value: number }[];
  };
};

/** The counts that natural's classifier works with. */
type BayesCounts = {
  classFeatures: Record<string, Record<number, number>>;
  classTotals: Record<string, number>;
  totalExamples: number;
  smoothing: number;
};

/** What was counted, to be kept: the words by column, and natural's own counts. */
export type TalkCounts = { readonly words: readonly string[]; readonly bayes: BayesCounts };

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

/** Counts the words of small talk by intent. */
export function countTalk(examples: readonly { readonly features: Features; readonly intent: Intent }[]): TalkCounts {
  const seen = new Map<string, number>();
  for (const { features } of examples) {
    for (const name of features.keys()) if (isPlain(name)) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const words = [...seen].filter(([, count]) => count >= LEAST_SEEN).map(([name]) => name);
  const columnsOf = columnReader(words);
  const { classifier } = new BayesClassifier();
  const row: number[] = new Array(words.length).fill(0);
  for (const { features, intent } of examples) {
    const columns = columnsOf(features);
    for (const column of columns) row[column] = 1;
    classifier.addExample(row, intent);
    for (const column of columns) row[column] = 0;
  }
  const { classFeatures, classTotals, totalExamples, smoothing } = classifier;
  return { words, bayes: { classFeatures, classTotals, totalExamples, smoothing } };
}

export function createSecondVoice({ words, bayes }: TalkCounts): SecondVoice {
  const columnsOf = columnReader(words);
  const { classifier } = new BayesClassifier();
  Object.assign(classifier, bayes);
  return {
    shares: (features) => {
      const columns = columnsOf(features);
      if (columns.length === 0 || columns.length > MOST_WORDS) return new Map();
      const found = classifier.getClassifications(named(columns));
      const total = found.reduce((sum, { value }) => sum + value, 0);
      return total > 0 ? new Map(found.map(({ label, value }) => [label as Intent, value / total])) : new Map();
    },
  };
}

/** Under names, not numbers: natural goes through them once for each intent, and would write out each number each time. */
function named(columns: readonly number[]): Record<string, number> {
  const names: Record<string, number> = {};
  for (let at = 0; at < columns.length; at++) names[COLUMN_NAMES[at]!] = columns[at]!;
  return names;
}

const COLUMN_NAMES: readonly string[] = Array.from({ length: MOST_WORDS }, (_, at) => `c${at}`);

/** The columns of a message's known words, one column a word. */
function columnReader(words: readonly string[]): (features: Features) => readonly number[] {
  const columns = new Map(words.map((word, at) => [word, at]));
  return (features) => {
    const known: number[] = [];
    for (const name of features.keys()) {
      const at = columns.get(name);
      if (at !== undefined) known.push(at);
    }
    return known;
  };
}
