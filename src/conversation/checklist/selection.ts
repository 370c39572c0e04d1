/**
 * What is particular about a citizen's case, as they said it: keys of `circumstances.yaml`, a denied one with "!".
 * What was not said is unknown, and then nothing is left out.
 */
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Circumstance } from "../../knowledge/reference-files.ts";
import type { Aspect } from "../../understanding/understanding.ts";
import { hasWords, plainPhrase, plainWords } from "../plain-words.ts";

export type Said = readonly string[];

/** Papers that are always needed, whatever their case says of itself. */
const ALWAYS = /^luôn|thông thường|còn lại|mọi trường hợp/i;

type Fact = { readonly circumstances?: readonly string[] | undefined; readonly when?: string | null };

/** Whether one of the fact's circumstances was said to be theirs. */
export const isTheirs = (fact: Fact, said: Said): boolean =>
  fact.circumstances?.some((key) => said.includes(key)) ?? false;

/**
 * Whether what they said is all that the fact's case says. "Dưới 18 tuổi" is not all of "bé dưới 14 tuổi chưa có số định
 * danh": such a paper keeps its case, for they may not need it.
 */
export function saysWholeCase(fact: Fact, said: Said, knowledge: Knowledge): boolean {
  const theirs = (fact.circumstances ?? []).filter((key) => said.includes(key));
  const known = new Set(
    theirs.flatMap((key) => {
      const { label = "", ask = "", choice = "", words = [] } = knowledge.circumstances?.get(key) ?? {};
      return plainPhrase([label, ask, choice, ...words].join(" ")).split(" ");
    }),
  );
  const bare = plainPhrase(fact.when ?? "").replace(/^(chi )?(khi|neu|truong hop) /, "");
  return bare.split(" ").every((word) => known.has(word));
}

/** Whether the fact is for others only: each of its circumstances was denied. */
export function isForOthers(fact: Fact, said: Said): boolean {
  const keys = fact.circumstances ?? [];
  if (keys.length === 0 || ALWAYS.test(fact.when ?? "")) return false;
  return keys.every((key) => said.includes(`!${key}`));
}

/** Circumstances that the words name. A question where or how to hand in is no choice of it yet. */
export function saidIn(text: string, aspects: readonly Aspect[], knowledge: Knowledge): Said {
  const words = plainWords(text);
  const asks = aspects.some((aspect) => aspect === "online" || aspect === "place");
  const named = [...(knowledge.circumstances?.values() ?? [])].filter(
    (each) => !(asks && each.group === "cach-nop") && each.words.some((word) => hasWords(words, plainPhrase(word))),
  );
  return named.reduce<Said>((said, { key }) => choose(said, key, knowledge), []);
}

/** Adds one that is theirs: the other choices of the same question are not. */
export function choose(said: Said, key: string, knowledge: Knowledge): Said {
  const others = membersOf(groupOf(key, knowledge), knowledge).filter((other) => other !== key);
  return together(said, [key, ...others.map((other) => `!${other}`)]);
}

/** None of the choices of a question is theirs. */
export const denyAll = (said: Said, group: string, knowledge: Knowledge): Said =>
  together(
    said,
    membersOf(group, knowledge).map((key) => `!${key}`),
  );

/** What was said later counts. */
export function together(earlier: Said, later: Said): Said {
  const bare = (key: string) => key.replace(/^!/, "");
  return [...earlier.filter((key) => !later.some((other) => bare(other) === bare(key))), ...later];
}

/** Choices of one question have one group; a circumstance without is a question of its own. */
export const groupOf = (key: string, knowledge: Knowledge): string => knowledge.circumstances?.get(key)?.group ?? key;

const membersOf = (group: string, knowledge: Knowledge): string[] =>
  [...(knowledge.circumstances?.values() ?? [])]
    .filter((each: Circumstance) => (each.group ?? each.key) === group)
    .map(({ key }) => key);
