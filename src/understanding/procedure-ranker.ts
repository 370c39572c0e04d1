/** Which procedure of a topic is meant: rare words shared with its name, aliases and choice words. */
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Topic } from "../knowledge/topic.ts";
import { topicFeatures } from "./features.ts";
import { foldWord } from "./fold.ts";
import { normalise } from "./normalise.ts";
import type { Token } from "./tokens.ts";
import type { Scored } from "./understanding.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type ProcedureRanker = (topic: string, tokens: readonly Token[], most: number) => readonly Scored[];

/** What the usual procedure of a topic has ahead of its siblings. */
const USUAL_AHEAD = 1.2;
/** A choice word stands on a button: it was chosen to tell siblings apart. */
const CHOICE_WORTH = 2;

/** By themselves they say where somebody is, not what is meant: "kết hôn ở xã" is not "xã mất sổ". In pairs they count. */
const WHERE: ReadonlySet<string> = new Set(["xa", "phuong"]);

/** For each feature the procedures of one topic that have it, with how often. */
type Index = ReadonlyMap<string, ReadonlyMap<string, number>>;

function indexTopic(topic: Topic, knowledge: Knowledge, vocabulary: Vocabulary): Index {
  const index = new Map<string, Map<string, number>>();
  const put = (id: string, text: string, worth: number): void => {
    for (const feature of topicFeatures(normalise(text, vocabulary).tokens).keys()) {
      if (/[~&]/.test(feature) || WHERE.has(plainWord(feature))) continue;
      const having = index.get(feature) ?? new Map<string, number>();
      if (having.size === 0) index.set(feature, having);
      having.set(id, (having.get(id) ?? 0) + worth);
    }
  };
  for (const id of topic.procedures) {
    const procedure = knowledge.procedures.get(id);
    const choice = topic.choices?.find((candidate) => candidate.procedure === id);
    if (procedure) for (const text of [procedure.short_name, procedure.name, ...procedure.aliases]) put(id, text, 1);
    for (const text of choice ? [choice.label, ...choice.words] : []) put(id, text, CHOICE_WORTH);
  }
  return index;
}

/** A word as it is folded, also of the feature of its marked form (`:xa4`, the tone at the end). */
const plainWord = (feature: string): string => foldWord(feature.replace(/^:(.+?)\d?$/, "$1"));

/** In the names of how many procedures a folded word stands. */
function countProcedures(knowledge: Knowledge): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { short_name, name, aliases } of knowledge.procedures.values()) {
    const words =
      [short_name, name, ...aliases]
        .join(" ")
        .toLowerCase()
        .match(/[\p{L}\p{M}]+/gu) ?? [];
    for (const word of new Set(words.map(foldWord))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** From 0 to 1: a word that every other procedure is named with ("làm") hardly tells siblings apart; pairs and classes do. */
function tellsApart(feature: string, counts: ReadonlyMap<string, number>, all: number): number {
  if (/[ @]/.test(feature)) return 1;
  const count = counts.get(plainWord(feature)) ?? 1;
  return 1 - Math.log(count) / Math.log(Math.max(2, all));
}

/** Topics are indexed when first asked for: most have two procedures, and the start stays short. */
export function createProcedureRanker(knowledge: Knowledge, vocabulary: Vocabulary): ProcedureRanker {
  const indexes = new Map<string, Index>();
  const counts = countProcedures(knowledge);
  return (key, tokens, most) => {
    const topic = knowledge.topics.get(key);
    if (!topic) return [];
    const index = indexes.get(key) ?? indexTopic(topic, knowledge, vocabulary);
    indexes.set(key, index);
    const scores = new Map(topic.procedures.map((id) => [id, id === topic.usual ? USUAL_AHEAD : 0]));
    // "Còn lệ phí thì sao" goes on; it says nothing of "sổ gốc không còn".
    const said = tokens[0]?.folded === "con" ? tokens.slice(1) : tokens;
    for (const [feature, value] of topicFeatures(said)) {
      const having = index.get(feature);
      // Only what not every sibling says tells them apart.
      if (!having || having.size === topic.procedures.length) continue;
      const rare =
        Math.log(1 + topic.procedures.length / having.size) * tellsApart(feature, counts, knowledge.procedures.size);
      for (const [id, count] of having) scores.set(id, (scores.get(id) ?? 0) + value * Math.log1p(count) * rare);
    }
    const top = Math.max(...scores.values());
    let total = 0;
    for (const score of scores.values()) total += Math.exp(score - top);
    return [...scores]
      .map(([id, score]) => ({ id, score: Math.exp(score - top) / total }))
      .sort((one, other) => other.score - one.score)
      .slice(0, most);
  };
}
