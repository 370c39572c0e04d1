/** General questions (FAQ): the entry of the same intent whose question or variant shares most rare words with a message. */
import type { Knowledge } from "../knowledge/knowledge.ts";
import { type Features, intentFeatures } from "./features.ts";
import { normalise } from "./normalise.ts";
import type { Token } from "./tokens.ts";
import type { Intent } from "./understanding.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type FaqMatcher = (tokens: readonly Token[], intent: Intent) => string | null;

/** Likeness from which an entry is meant. Chosen on the tuned questions; a FAQ of another intent must be nearly the same words. */
const ENOUGH = 0.45;
/** A procedure's record answers better than a general entry, unless the entry is nearly what was asked. */
const ENOUGH_FOR_PROCEDURE = 0.65;
const ENOUGH_ELSEWHERE = 0.7;

const isPlain = (name: string): boolean => !/[:#]/.test(name);

export function createFaqMatcher(knowledge: Knowledge, vocabulary: Vocabulary): FaqMatcher {
  const entries: { id: string; intent: string; names: readonly string[]; length: number }[] = [];
  const seen = new Map<string, number>();
  for (const faq of knowledge.faqs.values()) {
    for (const text of [faq.question, ...faq.variants, ...(faq.keywords ?? [])]) {
      const names = [...intentFeatures(normalise(text, vocabulary).tokens).keys()].filter(isPlain);
      for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1);
      entries.push({ id: faq.id, intent: faq.intent, names, length: 0 });
    }
  }
  const worth = (name: string): number => Math.log(1 + entries.length / (1 + (seen.get(name) ?? 0))) ** 2;
  const lengthOf = (names: Iterable<string>): number => {
    let square = 0;
    for (const name of names) square += worth(name);
    return Math.sqrt(square) || 1;
  };
  for (const entry of entries) entry.length = lengthOf(entry.names);

  return (tokens, intent) => {
    const features: Features = intentFeatures(tokens);
    const mine = lengthOf([...features.keys()].filter(isPlain));
    let best: string | null = null;
    let top = 0;
    for (const entry of entries) {
      let shared = 0;
      for (const name of entry.names) if (features.has(name)) shared += worth(name);
      const likeness = shared / (mine * entry.length);
      const enough =
        entry.intent !== intent ? ENOUGH_ELSEWHERE : intent === "ask_procedure" ? ENOUGH_FOR_PROCEDURE : ENOUGH;
      if (likeness >= enough && likeness > top) [best, top] = [entry.id, likeness];
    }
    return best;
  };
}
