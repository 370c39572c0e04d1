/**
 * What the models learn from: the phrases of topics and intents and the names and aliases of procedures, each twice,
 * with its diacritics and without, so that a message typed without is not a stranger.
 */
import type { Knowledge } from "../knowledge/knowledge.ts";
import { collectExamples, type ExampleSet } from "./example-set.ts";
import { type Features, intentFeatures, topicFeatures } from "./features.ts";
import { normalise } from "./normalise.ts";
import type { Steps } from "./steps.ts";
import type { Intent } from "./understanding.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { WORD_CLASSES } from "./word-classes.ts";

/** The label of everything that names no topic. */
export const NO_TOPIC = "-";

/** More phrases of one topic teach nothing new; the topic's own come first. */
const MOST_PHRASES = 600;

/** Of so many phrases of topics one is shown to the model of intents. */
const ASKED_EACH = 1;
/** Wordings of a general question that teach its intent; all of them teach which question it is (faq-model.ts). */
const FAQ_EACH = 4;

const SLOT = "{thủ tục}";

type Phrase = { readonly text: string; readonly label: string; readonly weight: number };

/** All phrases of one topic, its procedures' names and aliases included, each once. */
export function phrasesOfTopic(knowledge: Knowledge, key: string): Phrase[] {
  const topic = knowledge.topics.get(key);
  if (!topic) return [];
  const texts = new Map<string, number>();
  const put = (text: string, weight: number): void => {
    texts.set(text, Math.max(weight, texts.get(text) ?? 0));
  };
  put(topic.name, 1);
  for (const phrase of topic.phrases) put(phrase, 1);
  for (const word of topic.keywords) put(word, 1.5);
  for (const id of topic.procedures) {
    const procedure = knowledge.procedures.get(id);
    // The names of a record that the topic shares lead to the topic that it is under first.
    if (procedure?.topic !== key) continue;
    put(procedure.short_name, 1);
    put(procedure.name, 0.6);
    for (const alias of procedure.aliases) put(alias, 0.8);
  }
  return [...texts].slice(0, MOST_PHRASES).map(([text, weight]) => ({ text, label: key, weight }));
}

/** Phrases of an intent, `{thủ tục}` filled with a few topic names spread over all topics. */
function phrasesOfIntent(knowledge: Knowledge, key: string, fillers: readonly string[]): Phrase[] {
  const intent = knowledge.intents.get(key);
  if (!intent) return [];
  let next = 0;
  const phrases: Phrase[] = [];
  for (const text of intent.phrases) {
    if (!text.includes(SLOT)) phrases.push({ text, label: key, weight: 1 });
    else {
      for (let copy = 0; copy < 6 && fillers.length > 0; copy++) {
        next = (next + 7) % fillers.length;
        phrases.push({ text: text.replace(SLOT, fillers[next]!.toLowerCase()), label: key, weight: 0.7 });
      }
    }
  }
  for (const text of intent.keywords) phrases.push({ text, label: key, weight: 1 });
  return phrases;
}

/** Every text that the knowledge holds: the vocabulary of repair. */
export function* allTexts(knowledge: Knowledge): Iterable<string> {
  for (const key of knowledge.topics.keys()) {
    for (const { text } of phrasesOfTopic(knowledge, key)) yield text;
    for (const choice of knowledge.topics.get(key)?.choices ?? []) yield* choice.words;
  }
  for (const intent of knowledge.intents.values()) yield* intent.phrases;
  for (const words of Object.values(WORD_CLASSES)) yield* words.split("|");
  for (const faq of knowledge.faqs.values()) {
    yield faq.question;
    yield* faq.variants;
  }
}

export type TrainingSet = {
  readonly topics: ExampleSet;
  readonly intents: ExampleSet;
  /** The phrases of the intents without a procedure, for the second voice. */
  readonly talk: readonly { readonly features: Features; readonly intent: Intent }[];
};

/** Yields after every topic, intent and question. */
export function* buildTrainingSet(knowledge: Knowledge, vocabulary: Vocabulary): Steps<TrainingSet> {
  const topics = collectExamples();
  const intents = collectExamples();
  const talk: { features: Features; intent: Intent }[] = [];
  let asked = 0;
  const learn = (phrase: Phrase, topic: string | null, intent: string): void => {
    const tokens = normalise(phrase.text, vocabulary).tokens;
    if (tokens.length === 0) return;
    if (topic !== null) {
      topics.add(topicFeatures(tokens), topic, phrase.weight);
    }
    // What a question about a procedure sounds like is learnt from a part of the phrases: they are so many.
    if (intent === "ask_procedure" && topic !== null && asked++ % ASKED_EACH !== 0) return;
    const features = intentFeatures(tokens);
    intents.add(features, intent, phrase.weight);
    if (topic === NO_TOPIC) talk.push({ features, intent: intent as Intent });
  };
  for (const key of knowledge.topics.keys()) {
    for (const phrase of phrasesOfTopic(knowledge, key)) learn(phrase, key, "ask_procedure");
    yield;
  }
  const fillers = [...knowledge.topics.values()].map((topic) => topic.name);
  for (const key of knowledge.intents.keys()) {
    for (const phrase of phrasesOfIntent(knowledge, key, fillers)) {
      // A filled frame does name a topic, so it must not teach that there is none.
      learn(phrase, phrase.weight < 1 || key === "ask_procedure" ? null : NO_TOPIC, key);
    }
    yield;
  }
  for (const faq of knowledge.faqs.values()) {
    for (const text of [faq.question, ...faq.variants.slice(0, FAQ_EACH)]) {
      if (faq.intent !== "ask_procedure") learn({ text, label: faq.intent, weight: 1 }, NO_TOPIC, faq.intent);
    }
    yield;
  }
  return { topics: topics.done(), intents: intents.done(), talk };
}
