/**
 * Hand-written evidence of the topic files: `keywords` that point to a topic by themselves, and `not` words that say it
 * is another one. Worth a stated number of log odds beside what the model learnt from phrases.
 */
import type { Knowledge } from "../knowledge/knowledge.ts";
import { normalise } from "./normalise.ts";
import type { Token } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Log odds for a keyword of one, two, three and more words. */
const WORTH = [0, 0.3, 0.5, 0.8, 1] as const;
const NOT_HERE = -1;
const BUT_THERE = 0.5;

/** In a decisive phrase: other words may stand between ("ly hôn … ai nuôi"). */
const LATER = "…";

type Phrase = {
  readonly words: readonly Token[];
  /** What must follow, in this order, anywhere behind. */
  readonly later?: readonly (readonly Token[])[];
};
type Rule = Phrase & { readonly effects: readonly (readonly [topic: string, odds: number])[] };

export type KeywordRules = {
  /** Topics that the words speak for (positive) or against (negative), in log odds. */
  weigh(tokens: readonly Token[]): ReadonlyMap<string, number>;
  /** The words that say a message is not the business of a public service centre ("thi bằng lái"), or null. */
  notOurs(tokens: readonly Token[]): string | null;
};

/** The same word; where both are typed with diacritics, these must agree too. */
const fits = (typed: Token, meant: Token): boolean =>
  typed.folded === meant.folded && (typed.marked === null || meant.marked === null || typed.marked === meant.marked);

export function buildKeywordRules(knowledge: Knowledge, vocabulary: Vocabulary): KeywordRules {
  const rules: Rule[] = [];
  const put = (text: string, effects: (length: number) => Rule["effects"]): void => {
    const words = normalise(text, vocabulary).tokens;
    rules.push({ words, effects: effects(words.length) });
  };
  for (const [key, topic] of knowledge.topics) {
    for (const word of topic.keywords) put(word, (length) => [[key, WORTH[Math.min(length, WORTH.length - 1)]!]]);
    for (const rule of topic.not ?? [])
      put(rule.words, () => [
        [key, NOT_HERE],
        [rule.topic, BUT_THERE],
      ]);
  }
  const rulesIn = createFinder(rules);
  const strange = knowledge.intents.get("out_of_scope");
  const strangeIn = createFinder(
    [...(strange?.keywords ?? []), ...(strange?.decisive ?? [])].map((text) => {
      const [words = [], ...later] = text.split(LATER).map((part) => normalise(part, vocabulary).tokens);
      return { text, words, later };
    }),
  );
  return {
    notOurs: (tokens) => strangeIn(tokens)[0]?.text ?? null,
    weigh: (tokens) => {
      const odds = new Map<string, number>();
      for (const { effects } of rulesIn(tokens)) {
        for (const [topic, worth] of effects) {
          const old = odds.get(topic) ?? 0;
          // The strongest rule counts, not the number of rules.
          odds.set(topic, worth < 0 ? Math.min(old, worth) : old < 0 ? old : Math.max(old, worth));
        }
      }
      return odds;
    },
  };
}

/** Finds the phrases that stand in a message, by their first words: every message is compared with all of them. */
function createFinder<T extends Phrase>(phrases: readonly T[]): (tokens: readonly Token[]) => readonly T[] {
  const byFirst = new Map<string, T[]>();
  for (const phrase of phrases) {
    const first = phrase.words[0]?.folded;
    if (first === undefined) continue;
    const others = byFirst.get(first);
    if (others) others.push(phrase);
    else byFirst.set(first, [phrase]);
  }
  return (tokens) => {
    const found: T[] = [];
    for (let at = 0; at < tokens.length; at++) {
      for (const phrase of byFirst.get(tokens[at]!.folded) ?? []) if (standsAt(tokens, at, phrase)) found.push(phrase);
    }
    return found;
  };
}

function standsAt(tokens: readonly Token[], at: number, { words, later = [] }: Phrase): boolean {
  if (!areAt(tokens, at, words)) return false;
  let end = at + words.length;
  for (const part of later) {
    while (end < tokens.length && !areAt(tokens, end, part)) end++;
    if (end >= tokens.length) return false;
    end += part.length;
  }
  return true;
}

function areAt(tokens: readonly Token[], at: number, words: readonly Token[]): boolean {
  for (let offset = 0; offset < words.length; offset++) {
    const typed = tokens[at + offset];
    if (typed === undefined || !fits(typed, words[offset]!)) return false;
  }
  return true;
}
