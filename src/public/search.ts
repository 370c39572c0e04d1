/** Finds procedures as the chat would understand the words, look-alikes included; names written out find as well. */
import {
  type Knowledge,
  type Procedure,
  plainWords,
  readProcedureCode,
  type Topic,
  type Uncovered,
} from "../knowledge/index.ts";
import type { Understander, Understanding } from "../understanding/index.ts";

export type Group = {
  /** "Đăng ký khai sinh"; null for procedures found by code or by name only. */
  readonly topic: Topic | null;
  /** Best first. */
  readonly procedures: readonly Procedure[];
};

/** Longer than any question; what comes after is not read. */
export const LONGEST_QUERY = 300;
/** A topic less likely than this is a guess, not a find. */
const LIKELY = 0.15;
/** Found by name only: so many are useful, more are a list. */
const MOST_BY_NAME = 30;

export function search(query: string, knowledge: Knowledge, understander: Understander): Group[] {
  const byCode = readProcedureCode(query, knowledge)?.ids.flatMap((id) => knowledge.procedures.get(id) ?? []) ?? [];
  if (byCode.length > 0) return [{ topic: null, procedures: byCode }];
  const understood = understander.understand(query, { topic: null });
  const groups = likelyTopics(understood).flatMap((key) => {
    const topic = knowledge.topics.get(key);
    if (topic && understood.intent === "unclear" && !sharesWords(query, topic)) return [];
    const procedures = topic ? bestFirst(topic, understood, knowledge) : [];
    return topic && procedures.length > 0 ? [{ topic, procedures }] : [];
  });
  const found = new Set(groups.flatMap(({ procedures }) => procedures.map(({ id }) => id)));
  const named = byName(query, knowledge).filter(({ id }) => !found.has(id));
  return named.length > 0 ? [...groups, { topic: null, procedures: named.slice(0, MOST_BY_NAME) }] : groups;
}

function likelyTopics({ certainty, topic, topics, intent }: Understanding): string[] {
  if (certainty === "decline") return [];
  // Words such as "sổ đỏ" alone are unclear to the chat, which asks back; here the likely ones are shown side by side.
  const guesses =
    intent === "ask_procedure" || intent === "unclear" ? topics.filter(({ score }) => score >= LIKELY) : [];
  return [...new Set([...(topic === null ? [] : [topic]), ...guesses.map(({ id }) => id)])];
}

function bestFirst(topic: Topic, { topic: first, procedures }: Understanding, knowledge: Knowledge): Procedure[] {
  const scores = new Map(topic.key === first ? procedures.map(({ id, score }) => [id, score]) : []);
  const score = (id: string) => scores.get(id) ?? (id === topic.usual ? 0.01 : 0);
  return [...topic.procedures].sort((a, b) => score(b) - score(a)).flatMap((id) => knowledge.procedures.get(id) ?? []);
}

/** A guess at unclear words must at least have one of them in common with what people say of the topic. */
function sharesWords(query: string, { name, keywords, phrases }: Topic): boolean {
  const said = new Set(plainWords([name, ...keywords, ...phrases].join(" ")).split(" "));
  return plainWords(query)
    .split(" ")
    .some((word) => word.length > 1 && said.has(word));
}

/**
 * Those that have the query in a name as it is written; when none has, those with a name, or its field, in which every
 * word of it begins a word. Marks and case do not count.
 */
function byName(query: string, knowledge: Knowledge): Procedure[] {
  const words = plainWords(query).split(" ").filter(Boolean);
  if (words.join("").length < 2) return [];
  const names = namesOf(knowledge);
  const having = (isMeant: (name: string) => boolean) =>
    [...knowledge.procedures.values()].filter(({ id }) => names.get(id)?.some(isMeant));
  const asWritten = having((name) => name.includes(` ${words.join(" ")} `));
  return asWritten.length > 0 ? asWritten : having((name) => words.every((word) => name.includes(` ${word}`)));
}

/** So many of its words an address must share with an id to be that id misspelt. */
const MOST_WORDS = 0.6;

/** What a wrong address certainly meant: a subject that the chat is sure of, or a misspelt id. Best first. */
export function meantBy(address: string, knowledge: Knowledge, understander: Understander): Procedure[] {
  const words = plainWords(address).split(" ").filter(Boolean);
  const said = words.join(" ");
  const misspelt = [...knowledge.procedures.values()].filter(
    ({ id }) => sharedWords(id.split("-"), words) >= MOST_WORDS,
  );
  const { certainty, intent, topic } = understander.understand(said, { topic: null });
  if (said === "" || certainty !== "answer" || intent !== "ask_procedure" || topic === null) return misspelt;
  return search(said, knowledge, understander).flatMap(({ procedures }) => procedures);
}

/** 1: all of them; 0: none. */
function sharedWords(some: readonly string[], others: readonly string[]): number {
  return some.filter((word) => others.includes(word)).length / Math.max(some.length, others.length);
}

/** Words beside the name of a need: with more of them something else may be meant. */
const MOST_BESIDE = 5;

/** The need that the words name and no record covers; what is found beside it is only near. */
export function uncoveredNeed(query: string, { uncovered }: Knowledge): Uncovered | null {
  const said = ` ${plainWords(query)} `;
  for (const need of uncovered?.values() ?? []) {
    for (const phrase of need.phrases.map(plainWords)) {
      if (!said.includes(` ${phrase} `)) continue;
      if (said.trim().split(" ").length - phrase.split(" ").length <= MOST_BESIDE) return need;
    }
  }
  return null;
}

const indexes = new WeakMap<Knowledge, ReadonlyMap<string, readonly string[]>>();

/** Each name of a procedure with its field, as plain words between blanks. */
function namesOf(knowledge: Knowledge): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(knowledge);
  if (known) return known;
  const names = new Map(
    [...knowledge.procedures.values()].map(({ id, name, short_name, aliases, field }) => [
      id,
      [short_name, name, ...aliases].map((each) => ` ${plainWords(`${each} ${field}`)} `),
    ]),
  );
  indexes.set(knowledge, names);
  return names;
}
