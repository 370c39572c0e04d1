/** When someone has died: first a human line, nothing cheerful, no symbols, and what can be done in one go (scene 9). */
import type { Knowledge } from "../knowledge/knowledge.ts";
import { type Answer, line } from "./answer.ts";
import { payloads } from "./payloads.ts";

const TOPICS: ReadonlySet<string> = new Set(["khai_tu", "khai_tu_lien_thong", "mai_tang_phi"]);
/** The record that says that the three things may be handed in together. */
const TOGETHER = "khai_tu_lien_thong";

/** Puts the line first, once: not again while the same subject goes on. */
export function withCondolence(answer: Answer, topicBefore: string | null, knowledge: Knowledge): Answer {
  const topic = answer.remember?.topic ?? null;
  if (topic === null || !TOPICS.has(topic) || (topicBefore !== null && TOPICS.has(topicBefore))) return answer;
  const blocks = [line("Dạ, em xin chia buồn cùng gia đình."), ...answer.blocks];
  if (topic === TOGETHER || answer.decision === "ask_back" || !isAnswerable(knowledge)) return { ...answer, blocks };
  // The record of a death says it itself.
  const isSaid = blocks.some((block) => block.kind === "line" && block.text.includes("nộp chung một lần"));
  const button = { title: "Làm chung một lần", say: payloads.topic(TOGETHER, null) };
  return {
    ...answer,
    blocks: [
      ...blocks.slice(0, -1),
      ...(isSaid
        ? []
        : [line("Khai tử, xoá thường trú và mai táng phí có thể nộp chung một lần, anh/chị hỏi cán bộ giúp.")]),
      ...blocks.slice(-1),
    ],
    buttons: [...answer.buttons.slice(0, 3), button, ...answer.buttons.slice(4)],
  };
}

const isAnswerable = ({ topics, procedures }: Knowledge) =>
  topics.get(TOGETHER)?.procedures.some((id) => procedures.has(id)) ?? false;
