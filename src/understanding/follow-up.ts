/**
 * The context: a short question that names nothing ("còn lệ phí thì sao") is about the topic under discussion; a
 * message with a topic of its own is not.
 */

import { ownWords } from "./clauses.ts";
import { type Evidence, type Models, readTopics } from "./evidence.ts";
import type { Token } from "./tokens.ts";
import type { Intent, Scored } from "./understanding.ts";

/** The head start of the topic under discussion, in log odds: the next message is about it more often than not. */
const LEAD = 3;

export type ContextReading = {
  readonly topic: string | null;
  readonly ranked: readonly Scored[];
  /** Probability of `topic`. */
  readonly sure: number;
  readonly followsUp: boolean;
};

/** "vậy có cần giấy độc thân không": asks whether a paper belongs to what is being talked about; it is no new topic. */
const NEEDED_TOO =
  /^(?:(?:vay|the|con|roi|ma|ua|da|a|nhung|o) )*(?:co )?(?:can|phai co|phai nop|phai mang|phai kem|can photo|photo|nop kem|mang theo|dem theo|kem) (?!dang ky|lam |xin |cap )(?:\S+ ){1,8}(?:khong|a|ha|chua|may ban|luon khong|hay khong)\b/;

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
  const needed = ownWords(tokens) <= 3 ? 0.75 : 0.55;
  const line = tokens.map((token) => token.folded).join(" ") + " ";
  const switches = !NEEDED_TOO.test(line) && own !== undefined && named * own.score > needed && own.score > mine;
  if (switches) return { topic: own.id, ranked: evidence.ranked, sure: named * own.score, followsUp: false };
  const sure = Math.max(0.05, 1 - named * (own?.score ?? 0));
  const rest = evidence.ranked.filter(({ id }) => id !== context);
  const ranked = [{ id: context, score: sure }, ...rest.map(({ id, score }) => ({ id, score: score * (1 - sure) }))];
  return { topic: context, ranked, sure, followsUp: true };
}

/** How sure another intent must be to end the talk, by the strength of the aspect cue in the message. */
const LEAVES = [0.6, 0.75, 0.92, 0.98] as const;

/** Does the message speak of the procedure at all, or has it clearly another intent? */
export function staysWithProcedure(evidence: Evidence, intent: Intent, share: number): boolean {
  if (intent === "ask_procedure" || intent === "unclear") return true;
  const strength = Math.max(0, ...evidence.cues.map((cue) => cue.strength));
  return CLEAR.includes(intent) && share < (LEAVES[strength] ?? 0.6);
}
