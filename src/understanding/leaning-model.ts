/**
 * Does a message lean on what was said before ("còn lệ phí thì sao") or does it stand alone? Learnt from questions that
 * name no procedure (question-phrases.ts, the "unclear" phrases) against phrases that do, and against small talk.
 */
import type { Knowledge } from "../knowledge/knowledge.ts";
import { findAspects } from "./aspects.ts";
import { ownWords } from "./clauses.ts";
import { collectExamples } from "./example-set.ts";
import { type Features, intentFeatures, needWords } from "./features.ts";
import { createLinearModel, type Weights } from "./linear-model.ts";
import { trainLinearModel } from "./linear-training.ts";
import { normalise } from "./normalise.ts";
import { questionPhrases } from "./question-phrases.ts";
import type { Steps } from "./steps.ts";
import type { Token } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type LeaningModel = {
  /** Probability that a message can only be understood from its context. */
  leans(tokens: readonly Token[]): number;
};

/** How people open a further question about the same thing. */
const OPENINGS = ["", "vậy ", "còn ", "thế ", "rồi ", "dạ vậy thì "];
/** Phrases of one topic and of one intent that are looked at: they all teach the same. */
const PER_TOPIC = 24;
const PER_INTENT = 300;
/** Keywords of one topic that are shown with a question behind them. */
const NAMED_EACH = 6;

/** The words of the need (asking left out), how many they are, and how the message opens. */
export function leaningFeatures(tokens: readonly Token[]): Features {
  const features: Features = new Map();
  for (const token of needWords(tokens)) features.set(`own ${token.folded}`, 1);
  for (const [name, value] of intentFeatures(tokens)) features.set(name, value * 0.6);
  features.set(`!own-${Math.min(ownWords(tokens), 6)}`, 2);
  features.set(`!open-${tokens[0]?.folded ?? ""}`, 1);
  const strength = Math.max(0, ...findAspects(tokens).map((cue) => cue.strength));
  features.set(`!asks-${strength}`, 1);
  return features;
}

const LEANS = "leans";

export function* trainLeaningModel(knowledge: Knowledge, vocabulary: Vocabulary): Steps<Weights> {
  const examples = collectExamples();
  const learn = (text: string, label: string): void => {
    const { tokens } = normalise(text, vocabulary);
    if (tokens.length > 0) examples.add(leaningFeatures(tokens), label, 1);
  };
  let next = 0;
  for (const { text } of questionPhrases(knowledge)) {
    yield;
    learn(text, LEANS);
    learn(OPENINGS[next++ % OPENINGS.length] + text, LEANS);
  }
  for (const phrase of knowledge.intents.get("unclear")?.phrases ?? []) learn(phrase, LEANS);
  const spread = (phrases: readonly string[], most: number): readonly string[] => {
    const step = Math.max(1, Math.floor(phrases.length / most));
    return phrases.filter((_, at) => at % step === 0);
  };
  const questions = questionPhrases(knowledge);
  for (const { phrases, keywords } of knowledge.topics.values()) {
    yield;
    for (const phrase of spread(phrases, PER_TOPIC)) learn(phrase, "alone");
    // "Sao y mấy ngày có": the same question with a matter of its own.
    for (const word of keywords.slice(0, NAMED_EACH)) {
      const question = questions[(next++ * 101) % (questions.length || 1)];
      if (question) learn(`${word} ${question.text}`, "alone");
    }
  }
  for (const { key, phrases } of knowledge.intents.values()) {
    if (key !== "unclear" && key !== "ask_procedure")
      for (const phrase of spread(phrases, PER_INTENT)) learn(phrase, "alone");
  }
  return yield* trainLinearModel(examples.done(), { epochs: 4, rate: 0.5, leastSeen: 2, counts: 1, leftOut: 0.2 });
}

export function createLeaningModel(weights: Weights): LeaningModel {
  const model = createLinearModel(weights);
  const at = model.labels.indexOf(LEANS);
  return { leans: (tokens) => model.predict(leaningFeatures(tokens))[at] ?? 0 };
}
