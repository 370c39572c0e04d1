/** Which procedure of a topic is meant: rare words shared with its name, aliases and choice words. */
import type { Knowledge } from "../knowledge/knowledge.ts";
import { topicFeatures } from "./features.ts";
import { normalise } from "./normalise.ts";
import type { Token } from "./tokens.ts";
import type { Scored } from "./understanding.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type ProcedureRanker = (topic: string, tokens: readonly Token[], most: number) => readonly Scored[];

/** What the usual procedure of a topic has ahead of its siblings. */
const USUAL_AHEAD = 1.2;

export function createProcedureRanker(knowledge: Knowledge, vocabulary: Vocabulary): ProcedureRanker {
  const wordsOf = new Map<string, Map<string, number>>();
  const seen = new Map<string, number>();
  for (const topic of knowledge.topics.values()) {
    for (const id of topic.procedures) {
      const procedure = knowledge.procedures.get(id);
      const choice = topic.choices?.find((candidate) => candidate.procedure === id);
      const texts = [
        procedure?.short_name ?? "",
        procedure?.name ?? "",
        ...(procedure?.aliases ?? []),
        choice?.label ?? "",
      ];
      const words = new Map<string, number>();
      for (const text of [...texts, ...(choice?.words ?? []), ...(choice?.words ?? [])]) {
        for (const feature of topicFeatures(normalise(text, vocabulary).tokens).keys()) {
          if (feature.includes("~")) continue;
          if (!words.has(feature)) seen.set(feature, (seen.get(feature) ?? 0) + 1);
          words.set(feature, (words.get(feature) ?? 0) + 1);
        }
      }
      wordsOf.set(id, words);
    }
  }
  return (key, tokens, most) => {
    const topic = knowledge.topics.get(key);
    if (!topic) return [];
    const features = topicFeatures(tokens);
    const scores = topic.procedures.map((id) => {
      let score = id === topic.usual ? USUAL_AHEAD : 0;
      const words = wordsOf.get(id);
      for (const [feature, value] of features) {
        // Only what not every sibling says tells them apart.
        const siblings = topic.procedures.filter((other) => wordsOf.get(other)?.has(feature)).length;
        if (siblings === 0 || siblings === topic.procedures.length) continue;
        const count = words?.get(feature) ?? 0;
        if (count > 0) score += value * Math.log1p(count) * Math.log(1 + topic.procedures.length / siblings);
      }
      return { id, score };
    });
    const total = scores.reduce((sum, { score }) => sum + Math.exp(score), 0);
    return scores
      .map(({ id, score }) => ({ id, score: Math.exp(score) / total }))
      .sort((one, other) => other.score - one.score)
      .slice(0, most);
  };
}
