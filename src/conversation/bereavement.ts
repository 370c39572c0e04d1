/** When someone has died: first a human line, nothing cheerful, no symbols (scene 9). */
import type { Answer } from "./answer.ts";
import { line } from "./answer.ts";

const TOPICS: ReadonlySet<string> = new Set(["khai_tu", "khai_tu_lien_thong", "mai_tang_phi"]);

/** Puts the line first, once: not again while the same subject goes on. */
export function withCondolence(answer: Answer, topicBefore: string | null): Answer {
  const topic = answer.remember?.topic ?? null;
  if (topic === null || !TOPICS.has(topic) || (topicBefore !== null && TOPICS.has(topicBefore))) return answer;
  return { ...answer, blocks: [line("Dạ, em xin chia buồn cùng gia đình."), ...answer.blocks] };
}
