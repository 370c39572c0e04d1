/**
 * The context: a short question that names nothing ("còn lệ phí thì sao") is about the topic under discussion; a
 * message with a topic of its own is not.
 */

import { ownWords } from "./clauses.ts";
import { type Evidence, type Models, readTopics } from "./evidence.ts";
import type { Token } from "./tokens.ts";
import type { Intent, Scored } from "./understanding.ts";

/** The head start of the topic under discussion, in log odds: the next message is about it more often than not. */
const LEAD = 2.5;

export type ContextReading = {
  readonly topic: string | null;
  readonly ranked: readonly Scored[];
  /** Probability of `topic`. */
  readonly sure: number;
  readonly followsUp: boolean;
};

/** Intents that a message in a running talk about a procedure may still have against the context. */
const CLEAR: readonly Intent[] = [
  "dossier_status",
  "book_appointment",
  "talk_to_staff",
  "online_service_help",
  "rate_service",
  "subscribe_notice",
  "greeting",
  "thanks_bye",
  "bot_identity",
  "abuse",
  "feedback_report",
  "tourism_health_ocop",
  "office_info",
  "out_of_scope",
];

/** The topic in view of the context; `context` must be a known topic. */
export function readWithContext(
  models: Models,
  tokens: readonly Token[],
  evidence: Evidence,
  context: string,
): ContextReading {
  const led = readTopics(models, tokens, undefined, context, LEAD);
  const own = led.ranked.find(({ id }) => id !== context);
  const mine = led.ranked.find(({ id }) => id === context)?.score ?? 0;
  const named = 1 - led.none;
  // All of "none" and the context's own share speak for the context; few own words make a new topic less likely.
  const needed = ownWords(tokens) <= 2 ? 0.75 : 0.5;
  const switches = own !== undefined && named * own.score > needed && own.score > mine;
  if (switches) return { topic: own.id, ranked: evidence.ranked, sure: named * own.score, followsUp: false };
  const sure = Math.max(0.05, 1 - named * (own?.score ?? 0));
  const rest = evidence.ranked.filter(({ id }) => id !== context);
  const ranked = [{ id: context, score: sure }, ...rest.map(({ id, score }) => ({ id, score: score * (1 - sure) }))];
  return { topic: context, ranked, sure, followsUp: true };
}

/** Does the message speak of the procedure at all, or has it clearly another intent? */
export function staysWithProcedure(evidence: Evidence, intent: Intent, share: number): boolean {
  if (intent === "ask_procedure" || intent === "unclear") return true;
  const asks = evidence.cues.some((cue) => cue.strength >= 2);
  return CLEAR.includes(intent) && share < (asks ? 0.9 : 0.6);
}
