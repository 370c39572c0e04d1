/** Finds word classes (word-classes.ts) and ages in a message. */
import { foldWord, isMarked, markWord } from "./fold.ts";
import { readNumberBefore } from "./number-words.ts";
import type { Token } from "./tokens.ts";
import { WORD_CLASSES } from "./word-classes.ts";

type Word = { readonly folded: string; readonly marked: string };
/** `any`: diacritics do not matter. `agree`: they must agree where typed. `only`: they must be typed, and agree. */
type Entry = { readonly words: readonly Word[]; readonly concept: string; readonly marks: "any" | "agree" | "only" };

function toEntry(member: string, concept: string): Entry {
  const words = member
    .replace(/^[!=]/, "")
    .split(" ")
    .map((word) => ({ folded: foldWord(word), marked: markWord(word) }));
  const marks = member.startsWith("=") ? "only" : member.startsWith("!") || isMarked(member) ? "agree" : "any";
  return { words, concept, marks };
}

const BY_FIRST = new Map<string, Entry[]>();
for (const [concept, list] of Object.entries(WORD_CLASSES)) {
  for (const member of list.split("|")) {
    const entry = toEntry(member, concept);
    const first = entry.words[0]?.folded ?? "";
    BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), entry]);
  }
}

function fits(token: Token | undefined, word: Word, marks: Entry["marks"]): boolean {
  if (token?.folded !== word.folded) return false;
  if (marks === "any") return true;
  return token.marked === null ? marks === "agree" : token.marked === word.marked;
}

/** "con 10 tuổi" and "bé 3 tháng" say which identity card, which school, which allowance. */
function ageBand(years: number): string {
  if (years < 6) return "@age0-5";
  if (years < 14) return "@age6-13";
  if (years < 18) return "@age14-17";
  return years < 60 ? "@age18-59" : years < 75 ? "@age60-74" : "@age75+";
}

type Match = { readonly concept: string; readonly start: number; readonly end: number };

/** Matches of messages that are being read: several steps ask for them. */
const found = new WeakMap<readonly Token[], readonly Match[]>();

function matchesIn(tokens: readonly Token[]): readonly Match[] {
  const known = found.get(tokens);
  if (known) return known;
  const matches: Match[] = [];
  for (let start = 0; start < tokens.length; start++) {
    const next = tokens[start + 1]?.folded;
    for (const { words, concept, marks } of BY_FIRST.get(tokens[start]!.folded) ?? []) {
      // Most members share no more than their first word.
      if (words.length > 1 && words[1]!.folded !== next) continue;
      if (words.every((word, offset) => fits(tokens[start + offset], word, marks))) {
        matches.push({ concept, start, end: start + words.length });
      }
    }
  }
  const whole = matches.filter(({ start, end }) => !matches.some((other) => isInside(start, end, other)));
  found.set(tokens, whole);
  return whole;
}

/** "sổ đi nước ngoài" is a passport, not a country. */
const isInside = (start: number, end: number, other: Match): boolean =>
  other.start <= start && other.end >= end && other.end - other.start > end - start;

/** The classes that a message mentions, each with the largest weight of its words; none when all weigh nothing. A match inside a longer one does not count. */
export function conceptsIn(
  tokens: readonly Token[],
  weightOf: (token: Token) => number = () => 1,
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const put = (concept: string, weight: number): void => {
    weights.set(concept, Math.max(weight, weights.get(concept) ?? 0));
  };
  for (const { concept, start, end } of matchesIn(tokens)) {
    let weight = 0;
    for (let at = start; at < end; at++) weight = Math.max(weight, weightOf(tokens[at]!));
    if (weight > 0) put(concept, weight);
  }
  for (const [at, token] of tokens.entries()) {
    if (token.folded !== "tuoi") continue;
    const years = readNumberBefore(tokens, at);
    if (years !== null) put(ageBand(years), weightOf(token));
  }
  return weights;
}
