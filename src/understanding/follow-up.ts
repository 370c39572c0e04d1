/**
 * The context: a short question that names nothing ("còn lệ phí thì sao") is about the topic under discussion; a
 * message with a topic of its own is not. The leaning model's word is weighed against how surely the message names a
 * topic and how long it is.
 */
import type { AspectCue } from "./aspects.ts";
import { ownWords } from "./clauses.ts";
import { type Evidence, type Models, readTopics } from "./evidence.ts";
import { logOdds } from "./linear-model.ts";
import type { Token } from "./tokens.ts";
import type { Intent, Scored } from "./understanding.ts";

/**
 * Log odds of "it is about what we talked of". Fitted (logistic regression) on the labelled follow-ups against questions
 * put after a talk about something else and after a talk about their own runner-up (25/11/2026); `neededToo` is raised by
 * hand, for it is hardly ever anything else.
 */
const STAY = {
  base: 0.4,
  leaning: 0.23,
  together: 0.31,
  ownTopic: -0.5,
  eachWord: -0.07,
  keyword: -2.2,
  neededToo: 5,
  namesAnother: -2,
  akin: 0.37,
  supposed: 0.6,
  standsAlone: -1.2,
} as const;
/** A story is not taken for a new matter by its length alone. */
const MOST_WORDS = 20;

export type ContextReading = {
  /** The context is meant. */
  readonly stays: boolean;
  /** The topics in view of the context, which is among them in either case; best first. */
  readonly ranked: readonly Scored[];
};

/** "vậy có cần giấy độc thân không": asks whether a paper belongs to what is being talked about; it is no new topic. */
const NEEDED_TOO =
  /^(?:(?:vay|the|con|roi|ma|ua|da|a|nhung|o) )*(?:co )?(?:can|phai co|phai nop|phai mang|phai kem|can photo|photo|nop kem|mang theo|dem theo|kem) (?!dang ky|lam |xin |cap )(?:\S+ ){1,8}(?:khong|a|ha|chua|may ban|luon khong|hay khong)\b/;

/** "nhà chưa có sổ đỏ thì có được không": a case supposed for what is being talked about. */
const SUPPOSED = /thi (?:(?:co )?(?:\S+ )?duoc (?:khong|chua|ha)|sao|tinh sao|the nao) (?:vay |a |em |ad |nhe )*$/;
const SHORT = 13;
/** In so few words another topic is named on purpose, not in passing. */
const BRIEF = 6;
/** A topic named as surely as this (0 to 1) needs no context. */
const STANDS_ALONE = 0.8;
/** "Còn …" sets something else beside the talk when it names it at least this surely. */
const LIKELY = 0.5;
/** A context that is itself among the topics named is counted from these log odds. */
const AKIN_FROM = -4;

/** What the name of the context counts beside the words of the message when both are read as one. */
const NAME_WEIGHT = 0.6;

/**
 * The topics of the context's name and the message together: "dưới 14 tuổi thì sao" names nothing, and behind "làm căn
 * cước lần đầu" it names the card for children.
 */
export function readTogether(models: Models, context: string, tokens: readonly Token[]): readonly Scored[] {
  const name = new Set(models.nameOf(context));
  const message = tokens.map((token, at) => (at === 0 ? { ...token, clause: "," as const } : token));
  return readTopics(models, [...name, ...message], (token) => (name.has(token) ? NAME_WEIGHT : 1)).ranked;
}

const scoreOf = (ranked: readonly Scored[], topic: string): number => ranked.find(({ id }) => id === topic)?.score ?? 0;

/** How surely a message leans on the context before its words are asked, by whether it puts a strong question. */
const LEANING_LITTLE = 0.1;
const LEAVES = { leaning: 0.985, asking: 0.75, else: 0.4 } as const;

/** Has the message clearly another intent than the procedure under discussion? */
export function leavesProcedure(evidence: Evidence, intent: Intent, share: number, leaning: number): boolean {
  if (intent === "ask_procedure" || intent === "unclear") return false;
  const asks = evidence.cues.some((cue) => cue.strength === 3);
  // "có nộp online được không" after a talk about a procedure asks about that, not about the portal.
  if (intent === "online_service_help" && leaning > 0.5 && asks) return false;
  return share >= (leaning >= LEANING_LITTLE ? LEAVES.leaning : asks ? LEAVES.asking : LEAVES.else);
}

/** The topics in view of `context` (a known topic), and whether it is meant or the message has a topic of its own. */
export function readWithContext(
  models: Models,
  tokens: readonly Token[],
  evidence: Evidence,
  context: string,
  leaning: number,
): ContextReading {
  const together = readTogether(models, context, tokens);
  const own = evidence.ranked.find(({ id }) => id !== context);
  const named = (1 - evidence.none) * (own?.score ?? 0);
  const line = tokens.map((token) => token.folded).join(" ") + " ";
  const odds =
    STAY.base +
    STAY.leaning * logOdds(leaning) +
    STAY.together * logOdds(scoreOf(together, context)) +
    STAY.ownTopic * logOdds(named) +
    STAY.eachWord * Math.min(tokens.length, MOST_WORDS) +
    STAY.keyword * (own === undefined ? 0 : Math.max(0, models.keywords.weigh(tokens).get(own.id) ?? 0)) +
    STAY.akin * Math.max(0, logOdds(scoreOf(evidence.ranked, context)) - AKIN_FROM) +
    (tokens.length <= SHORT && SUPPOSED.test(line) ? STAY.supposed : 0) +
    (NEEDED_TOO.test(line) ? STAY.neededToo : 0) +
    (evidence.ranked[0]?.id !== context && leaning < 0.8 && tokens.length <= BRIEF && named >= STANDS_ALONE
      ? STAY.standsAlone
      : 0) +
    (named >= LIKELY && (asksTheSame(tokens, evidence.cues) || opensAnother(tokens)) ? STAY.namesAnother : 0);
  const meant = 1 / (1 + Math.exp(-odds));
  const others = blend(evidence.ranked, together, named)
    .filter(({ id }) => id !== context)
    .map(({ id, score }) => ({ id, score: score * (1 - meant) }));
  const stays = meant > (others[0]?.score ?? 0) || evidence.ranked[0]?.id === context;
  const held = { id: context, score: stays ? Math.max(0.5, meant) : meant };
  const ahead = stays ? [] : others.filter(({ score }) => score > held.score);
  return { stays, ranked: [...ahead, held, ...others.slice(ahead.length)] };
}

/** The words alone, as far as they name something (`trust`, 0 to 1); for the rest the words behind the name. */
function blend(alone: readonly Scored[], together: readonly Scored[], trust: number): Scored[] {
  const ids = [...new Set([...alone, ...together].map(({ id }) => id))];
  return ids
    .map((id) => ({ id, score: trust * scoreOf(alone, id) + (1 - trust) * scoreOf(together, id) }))
    .sort((one, other) => other.score - one.score);
}

/** "còn kết hôn mất bao lâu": "còn" and a few words of a need set something else beside what was talked of. */
function opensAnother(tokens: readonly Token[]): boolean {
  const words = ownWords(tokens);
  return /^(?:(?:vay|the|roi|da) )?con /.test(tokens.map(({ folded }) => folded).join(" ")) && words > 0 && words < 4;
}

/** "còn kết hôn?", "thế còn sao y thì sao": the same question about something else. */
const SAME_QUESTION = /^(?:(?:vay|the|roi|da|a|u) )*con (?:\S+ ){1,8}?(?:thi sao |the nao |sao |thi the nao |nua )?$/;

/** Does the message ask of another matter what was asked last? Then the aspect of the context holds. */
export function asksTheSame(tokens: readonly Token[], cues: readonly AspectCue[]): boolean {
  const line = tokens.map((token) => token.folded).join(" ") + " ";
  return SAME_QUESTION.test(line) && !cues.some(({ aspect, strength }) => strength > 1 && aspect !== "how");
}
