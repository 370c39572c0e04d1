/**
 * What is learnt from the knowledge, and where it may be kept between starts. Learning takes seconds and much memory
 * for a moment; what comes out is a few megabytes, the same on every run, and depends on nothing but the knowledge and
 * this folder's code.
 */

import type { Knowledge } from "../knowledge/knowledge.ts";
import { trainAspectModel } from "./aspect-model.ts";
import { trainFaqModel } from "./faq-model.ts";
import { trainLeaningModel } from "./leaning-model.ts";
import type { Weights } from "./linear-model.ts";
import { trainLinearModel } from "./linear-training.ts";
import { countTalk, type TalkCounts } from "./second-voice.ts";
import type { Steps } from "./steps.ts";
import { buildTrainingSet, type TrainingSet } from "./training-set.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type Learnt = {
  readonly topics: Weights;
  readonly intents: Weights;
  readonly aspects: Weights;
  readonly leaning: Weights;
  readonly faqs: Weights;
  readonly talk: TalkCounts;
};

/** Keeps what was learnt from a version of the knowledge. It may forget at any time, and never throws. */
export interface LearntStore {
  recall(knowledgeVersion: string): Learnt | null;
  keep(knowledgeVersion: string, learnt: Learnt): void;
}

/** Chosen by trial over the tuned questions: docs/understanding.md has the figures. */
const TRAINING = {
  topics: { epochs: 4, rate: 0.25, leastSeen: 2, counts: 1.5, leftOut: 0.1 },
  intents: { epochs: 4, rate: 0.5, leastSeen: 2, counts: 1.5, leftOut: 0 },
} as const;

/** Learns, or remembers what was learnt from the same knowledge before. */
export function* learnOrRecall(knowledge: Knowledge, vocabulary: Vocabulary, store?: LearntStore): Steps<Learnt> {
  const known = store?.recall(knowledge.version);
  if (known) return known;
  const examples = yield* buildTrainingSet(knowledge, vocabulary);
  const topics = yield* trainLinearModel(examples.topics, TRAINING.topics);
  const learnt = { topics, ...(yield* learnBesideTopics(examples, knowledge, vocabulary)) };
  store?.keep(knowledge.version, learnt);
  return learnt;
}

/** Everything but the topics, of which there may be too many to train. */
export function* learnBesideTopics(
  examples: TrainingSet,
  knowledge: Knowledge,
  vocabulary: Vocabulary,
): Steps<Omit<Learnt, "topics">> {
  return {
    intents: yield* trainLinearModel(examples.intents, TRAINING.intents),
    aspects: yield* trainAspectModel(knowledge, vocabulary),
    leaning: yield* trainLeaningModel(knowledge, vocabulary),
    faqs: yield* trainFaqModel(knowledge, vocabulary),
    talk: countTalk(examples.talk),
  };
}
