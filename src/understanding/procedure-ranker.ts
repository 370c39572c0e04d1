/** Which procedure of a topic is meant: rare words shared with its name, aliases and choice words. */
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Topic } from "../knowledge/topic.ts";
import { topicFeatures } from "./features.ts";
import { normalise } from "./normalise.ts";
import type { Token } from "./tokens.ts";
import type { Scored } from "./understanding.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type ProcedureRanker = (topic: string, tokens: readonly Token[], most: number) => readonly Scored[];

/** What the usual procedure of a topic has ahead of its siblings. */
const USUAL_AHEAD = 1.2;
/** A choice word stands on a button: it was chosen to tell siblings apart. */
const CHOICE_WORTH = 2;

/** For each feature the procedures of one topic that have it, with how often. */
type Index = ReadonlyMap<string, ReadonlyMap<string, number>>;

function indexTopic(topic: Topic, knowledge: Knowledge, vocabulary: Vocabulary): Index {
  const index = new Map<string, Map<string, number>>();
  const put = (id: string, text: string, worth: number): void => {
    for (const feature of topicFeatures(normalise(text, vocabulary).tokens).keys()) {
      if (/[~&]/.test(feature)) continue;
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

/** Topics are indexed when first asked for: most have two procedures, and the start stays short. */
export function createProcedureRanker(knowledge: Knowledge, vocabulary: Vocabulary): ProcedureRanker {
  const indexes = new Map<string, Index>();
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
      const rare = Math.log(1 + topic.procedures.length / having.size);
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
