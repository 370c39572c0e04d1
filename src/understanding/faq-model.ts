/**
 * Which general question (FAQ) a message asks, learnt from the entries' own wordings against the wordings of procedures,
 * of small talk and of further questions.
 */
import type { Knowledge } from "../knowledge/knowledge.ts";
import { collectExamples } from "./example-set.ts";
import { type Features, intentFeatures, topicFeatures } from "./features.ts";
import { createLinearModel, type Weights } from "./linear-model.ts";
import { trainLinearModel } from "./linear-training.ts";
import { normalise } from "./normalise.ts";
import { questionPhrases } from "./question-phrases.ts";
import type { Steps } from "./steps.ts";
import type { Token } from "./tokens.ts";
import type { Scored } from "./understanding.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type FaqModel = {
  /** The entries that a message may mean, likeliest first, with their probabilities. */
  read(tokens: readonly Token[]): readonly Scored[];
};

const NONE = "";

/** Intents whose phrases no entry answers. */
const NOT_ASKED = [
  "greeting",
  "thanks_bye",
  "out_of_scope",
  "abuse",
  "subscribe_notice",
  "unclear",
  "tourism_health_ocop",
];

/** Phrases of one topic that are looked at: what a procedure sounds like is soon learnt. */
const PER_TOPIC = 30;
/** The same for an intent: what is not ours is a wide field, and would outweigh the entries. */
const PER_INTENT = 1200;

/** At most so many of them, taken evenly from all. */
function spread(phrases: readonly string[], most: number): readonly string[] {
  const share = Math.min(1, most / phrases.length);
  return phrases.filter((_, at) => Math.floor((at + 1) * share) > Math.floor(at * share));
}

/** Every word as it stands, and pairs of the need's words that stand near each other. */
export function faqFeatures(tokens: readonly Token[]): Features {
  const features = intentFeatures(tokens);
  for (const [name, value] of topicFeatures(tokens)) if (name.includes("~")) features.set(name, value * 0.8);
  return features;
}

export function* trainFaqModel(knowledge: Knowledge, vocabulary: Vocabulary): Steps<Weights> {
  const examples = collectExamples();
  const learn = (text: string, label: string, weight: number): void => {
    const { tokens } = normalise(text, vocabulary);
    if (tokens.length > 0) examples.add(faqFeatures(tokens), label, weight);
  };
  for (const faq of knowledge.faqs.values()) {
    for (const text of [faq.question, ...faq.variants, ...(faq.keywords ?? [])]) learn(text, faq.id, 1);
    yield;
  }
  for (const { name, phrases } of knowledge.topics.values()) {
    const step = Math.max(1, Math.floor(phrases.length / PER_TOPIC));
    for (const phrase of [name, ...phrases.filter((_, at) => at % step === 0)]) learn(phrase, NONE, 1);
    yield;
  }
  for (const { text } of questionPhrases(knowledge)) learn(text, NONE, 1);
  for (const intent of NOT_ASKED) {
    for (const phrase of spread(knowledge.intents.get(intent)?.phrases ?? [], PER_INTENT)) learn(phrase, NONE, 1);
    yield;
  }
  return yield* trainLinearModel(examples.done(), { epochs: 4, rate: 0.5, leastSeen: 2, counts: 1, leftOut: 0.2 });
}

export function createFaqModel(weights: Weights): FaqModel {
  const model = createLinearModel(weights);
  return {
    read: (tokens) => {
      const scores = model.predict(faqFeatures(tokens));
      return [...scores]
        .map((score, at) => ({ id: model.labels[at]!, score }))
        .filter(({ id }) => id !== NONE)
        .sort((one, other) => other.score - one.score);
    },
  };
}
