/**
 * What to do with a probability. A wrong answer costs ten ask-backs, so answering pays when (1 − p) × 10 < 1 (p > 0.9);
 * declining a citizen who came for a procedure costs five ask-backs.
 */
import type { Intent, Understanding } from "./understanding.ts";

export const COST = { wrongAnswer: 10, wrongDecline: 5, askBack: 1 } as const;

/** Answer when at least this sure. */
export const SURE = 1 - COST.askBack / COST.wrongAnswer;

/** Small talk and help cost little when wrong: answered unless it is a mere guess. */
const LEAST = 0.6;

const DECLINED: readonly Intent[] = ["out_of_scope", "abuse"];

export function decide(intent: Intent, confidence: number, hasTopic: boolean): Understanding["certainty"] {
  if (DECLINED.includes(intent)) return "decline";
  if (intent === "unclear") return "ask_back";
  if (intent === "ask_procedure") return hasTopic && confidence >= SURE ? "answer" : "ask_back";
  return confidence >= LEAST ? "answer" : "ask_back";
}
