/** Messages that were not simply answered, put together by likeness: what people ask and the assistant does not know. */

import { createHash } from "node:crypto";
import { plainWords } from "../../knowledge/index.ts";
import type { Deed } from "../audit/chain.ts";

export type Unanswered = {
  /** As the door masked them. */
  readonly words: string;
  /** `desk`, `decline`, `ask_back`; `disputed`: it was answered, and the citizen called that wrong. */
  readonly decision: string;
  readonly at: number;
};

export type Group = {
  /** The message that stands for the others. */
  readonly words: string;
  readonly count: number;
  readonly decisions: ReadonlyMap<string, number>;
  /** Different wordings, the most frequent first. */
  readonly wordings: readonly string[];
  /** Of every wording: what is marked when the group is dealt with. */
  readonly keys: readonly string[];
  readonly lastAt: number;
};

export type LearningStore = {
  /** Newest first, at most `limit`; what was marked is left out. */
  unanswered(since: number, limit: number): Promise<readonly Unanswered[]>;
  mark(keys: readonly string[], what: string, by: string, deed: Deed): Promise<void>;
};

/** What is looked at: so far back, so many messages. */
export const LEARNING_MS = 30 * 86_400_000;
export const LEARNING_MOST = 1_000;

/** So much of the words of two messages must be the same. */
const ALIKE = 0.6;
/** Others get their turn between so many messages. */
const AT_ONCE = 100;

/** The largest group first. */
export async function groupsOf(messages: readonly Unanswered[]): Promise<readonly Group[]> {
  const groups: { words: Set<string>; members: Unanswered[] }[] = [];
  const byWord = new Map<string, number[]>();
  for (const [at, message] of messages.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve));
    const words = new Set(plainWords(message.words).split(" "));
    const candidates = new Set([...words].flatMap((word) => byWord.get(word) ?? []));
    let [best, score] = [-1, ALIKE];
    for (const index of candidates) {
      const likeness = jaccard(words, groups[index]?.words ?? new Set());
      if (likeness >= score) [best, score] = [index, likeness];
    }
    const found = groups[best];
    if (found) {
      found.members.push(message);
      continue;
    }
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), groups.length]);
    groups.push({ words, members: [message] });
  }
  return groups.map(({ members }) => describe(members)).sort((a, b) => b.count - a.count || b.lastAt - a.lastAt);
}

function describe(members: readonly Unanswered[]): Group {
  const wordings = countBy(members, ({ words }) => words);
  return {
    words: wordings[0]?.[0] ?? "",
    count: members.length,
    decisions: new Map(countBy(members, ({ decision }) => decision)),
    wordings: wordings.map(([words]) => words),
    keys: [...new Set(members.map(({ words }) => keyOfWords(words)))],
    lastAt: Math.max(...members.map(({ at }) => at)),
  };
}

function countBy(members: readonly Unanswered[], key: (message: Unanswered) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const member of members) counts.set(key(member), (counts.get(key(member)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / (a.size + b.size - shared);
}

/** Marks, case and signs do not count. */
export const keyOfWords = (words: string): string => createHash("sha256").update(plainWords(words)).digest("hex");
