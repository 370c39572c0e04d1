/** Why a topic was chosen, in lines for staff: which words, which known phrase, which runner-up and by how much. */
import type { Models } from "./evidence.ts";
import type { Features } from "./features.ts";
import type { Token } from "./tokens.ts";
import type { Scored } from "./understanding.ts";

const percent = (score: number): string => `${Math.round(score * 100)}%`;

export function explainTopic(
  models: Models,
  features: Features,
  tokens: readonly Token[],
  topic: string,
  ranked: readonly Scored[],
): string[] {
  const reasons: string[] = [];
  const runnerUp = ranked.find(({ id }) => id !== topic);
  const words = models.topics
    .explain(features, topic, runnerUp?.id ?? "")
    .filter(({ feature, weight }) => weight > 0.3 && !/[:~]/.test(feature))
    .slice(0, 4);
  if (words.length > 0)
    reasons.push(`chữ: ${words.map(({ feature }) => feature.replaceAll("@", "nhóm ").replace("&", " + ")).join(", ")}`);
  const phrase = models.phrases.nearest(tokens, topic);
  if (phrase !== null) reasons.push(`giống câu: ${phrase}`);
  if (runnerUp) {
    const own = ranked.find(({ id }) => id === topic)?.score ?? 0;
    reasons.push(`kế tiếp: ${runnerUp.id} ${percent(runnerUp.score)}, hơn ${percent(own - runnerUp.score)}`);
  }
  return reasons;
}
