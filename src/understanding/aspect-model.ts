/**
 * Which aspect a question asks about when several cues stand in it: patterns (aspect-cues.ts) propose, and this small
 * model, learnt from questions that name no procedure (question-phrases.ts), weighs them together with the words of asking and with how the message ends.
 */
import type { Knowledge } from "../knowledge/knowledge.ts";
import { type AspectCue, findAspects, firstAspect } from "./aspects.ts";
import { collectExamples } from "./example-set.ts";
import type { Features } from "./features.ts";
import { createLinearModel, type Weights } from "./linear-model.ts";
import { trainLinearModel } from "./linear-training.ts";
import { normalise } from "./normalise.ts";
import { questionPhrases } from "./question-phrases.ts";
import type { Steps } from "./steps.ts";
import type { Token } from "./tokens.ts";
import type { Aspect } from "./understanding.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type AspectModel = {
  /** The aspect that a message, or a part of one, asks about first. */
  read(tokens: readonly Token[], cues: readonly AspectCue[]): Aspect;
};

/** Words this near to a cue belong to the asking. */
const NEAR = 2;
/** The last words of a message, where Vietnamese puts the question. */
const TAIL = 5;

/** What a word counts that stands near another cue than the first. */
const ASIDE = 0.4;

/** What the first of the strongest cues adds by itself, in log odds, by its strength. */
const CUE_WORTH = [0, 0, 1, 4] as const;

/** These are asked for or not meant. */
const ASKED_ONLY: readonly Aspect[] = ["legal", "place", "form", "result"];

/** Cues by aspect and strength, the first and the last of the strongest, and the words around them and at the end. */
export function aspectFeatures(tokens: readonly Token[], cues: readonly AspectCue[]): Features {
  const features: Features = new Map();
  const strongest = Math.max(0, ...cues.map(({ strength }) => strength));
  const first = firstAspect(cues);
  const last = cues.filter(({ strength }) => strength === strongest).at(-1);
  if (first) features.set(`!first-${first.aspect}-${first.strength}`, 2);
  else features.set("!no-cue", 2);
  if (last) features.set(`!last-${last.aspect}-${last.strength}`, 1.5);
  for (const { aspect, strength } of cues) features.set(`!${aspect}-${strength}`, 1);
  const weights = new Float32Array(tokens.length);
  for (const { start, end } of cues) weights.fill(ASIDE, Math.max(0, start - NEAR), end + NEAR);
  weights.fill(strongest === 3 ? ASIDE : 1, Math.max(0, tokens.length - TAIL));
  if (first) weights.fill(1, Math.max(0, first.start - NEAR), first.end + NEAR);
  const put = (name: string, weight: number): void => {
    features.set(name, Math.max(weight, features.get(name) ?? 0));
  };
  for (const [at, token] of tokens.entries()) {
    const weight = weights[at]!;
    if (weight === 0) continue;
    const word = /^\d+$/.test(token.folded) ? "#" : token.folded;
    put(word, weight);
    if (token.marked !== null) put(`:${token.marked}`, weight);
    put(`${word} ${tokens[at + 1]?.folded ?? "$"}`, weight);
  }
  features.set(tokens.length < 4 ? "!short" : tokens.length < 9 ? "!some" : "!long", 1);
  return features;
}

/** How a question stands beside the name of a procedure and before a second question: the first is what counts. */
const FRAMES: readonly ((
  name: readonly Token[],
  question: readonly Token[],
  other: readonly Token[],
  handedIn: readonly Token[],
) => Token[])[] = [
  (_name, question) => [...question],
  (name, question) => [...name, ...question],
  (name, question) => [...question, ...name],
  (name, question, other) => [...name, ...question, ...opened(other)],
  (_name, question, other) => [...question, ...opened(other)],
  (name, question, _other, handedIn) => [...handedIn, ...name, ...question],
];

/** Keywords of a topic that are shown as messages which only name their matter. */
const KEYWORDS_EACH = 5;

/** The tokens after a comma. */
const opened = ([first, ...rest]: readonly Token[]): Token[] => (first ? [{ ...first, clause: "," }, ...rest] : []);

export function* trainAspectModel(knowledge: Knowledge, vocabulary: Vocabulary): Steps<Weights> {
  const examples = collectExamples();
  const learn = (tokens: readonly Token[], aspect: Aspect, weight: number): void => {
    if (tokens.length > 0) examples.add(aspectFeatures(tokens, findAspects(tokens)), aspect, weight);
  };
  const read = (text: string): readonly Token[] => normalise(text, vocabulary).tokens;
  const names = [...knowledge.topics.values()].map(({ name }) => read(name));
  // Words of papers in front of any question: they are the matter, not what is asked.
  const handedIn = ["nộp hồ sơ", "nộp đơn xin giấy", "làm giấy"].map(read);
  const questions = questionPhrases(knowledge).map(({ aspect, text }) => ({ aspect, tokens: read(text) }));
  let next = 0;
  for (const { aspect, tokens } of questions) {
    yield;
    for (const frame of FRAMES) {
      next++;
      // Steps without a common divisor with the lengths: every name and question comes up beside every other.
      const other = questions[(next * 101) % questions.length]!.tokens;
      learn(frame(names[next % (names.length || 1)] ?? [], tokens, other, handedIn[next % 3]!), aspect, 1);
    }
  }
  for (const name of names) learn(name, "overview", 1);
  for (const name of names) learn([...read("tôi muốn"), ...name], "overview", 0.5);
  for (const { keywords } of knowledge.topics.values())
    for (const word of keywords.slice(0, KEYWORDS_EACH)) learn(read(word), "overview", 0.5);
  return yield* trainLinearModel(examples.done(), { epochs: 6, rate: 0.5, leastSeen: 2, counts: 1, leftOut: 0.2 });
}

export function createAspectModel(weights: Weights): AspectModel {
  const model = createLinearModel(weights);
  return {
    read: (tokens, cues) => {
      const scores = model.predict(aspectFeatures(tokens, cues));
      const first = firstAspect(cues);
      const at = first === null ? -1 : model.labels.indexOf(first.aspect);
      if (first && at >= 0) scores[at]! *= Math.exp(CUE_WORTH[first.strength]);
      // Without a word of asking nobody asks for the law, a place, a form or what comes out ("khiếu nại quyết định thu hồi đất").
      if (cues.length === 0) for (const aspect of ASKED_ONLY) scores[model.labels.indexOf(aspect)] = 0;
      const best = scores.indexOf(Math.max(...scores));
      return (model.labels[best] ?? "overview") as Aspect;
    },
  };
}
