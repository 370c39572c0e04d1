/**
 * The context: a short question that names nothing ("còn lệ phí thì sao") is about the topic under discussion; a
 * message with a topic of its own is not. The leaning model's word is weighed against how surely the message names a
 * topic and how long it is.
 */
import type { AspectCue } from "./aspects.ts";
import { behind, lineOf, scoreOf } from "./behind-name.ts";
import { isCircumstance, lacksPaper, supposesCase } from "./circumstance.ts";
import { ownWords } from "./clauses.ts";
import { type Evidence, type Models, readTopics } from "./evidence.ts";
import { logOdds } from "./linear-model.ts";
import { MAY_SWING, OFFERS, readSwing, SWINGS, type Swing, withoutDenied } from "./look-alike.ts";
import type { Token } from "./tokens.ts";
import type { Intent, Scored } from "./understanding.ts";

/**
 * Log odds of "it is about what we talked of". Fitted (logistic regression) on the labelled follow-ups against questions
 * put after a talk about something else and after a talk about their own runner-up (25/11/2026); `neededToo`, `swing`, `lacks`
 * and `circumstance` are set by hand, for they are hardly ever anything else.
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
  swing: -8,
  lacks: 4,
  circumstance: 5,
} as const;
/** A story is not taken for a new matter by its length alone. */
const MOST_WORDS = 20;

export type ContextReading = {
  /** The message turns to a look-alike of the context, whatever else it sounds like. */
  readonly turns: boolean;
  /** The context is meant. */
  readonly stays: boolean;
  /** The topics in view of the context, which is among them in either case; best first. */
  readonly ranked: readonly Scored[];
};

/** "vậy có cần giấy độc thân không": asks whether a paper belongs to what is being talked about; it is no new topic. */
const NEEDED_TOO =
  /^(?:(?:vay|the|con|roi|ma|ua|da|a|nhung|o) )*(?:co )?(?:can|phai co|phai nop|phai mang|phai kem|can photo|photo|nop kem|mang theo|dem theo|kem) (?!dang ky|lam |xin |cap )(?:\S+ ){1,8}(?:khong|a|ha|chua|may ban|luon khong|hay khong)\b/;

/** "vậy khỏi cần giấy khai sinh phải không", "photo hay bản gốc": the same, put the other way round. */
const NOT_NEEDED =
  /^(?:(?:vay|the|con|roi|ma|ua|da|a|nhung|o) )*(?:khoi|khong can|khong phai|khoi can)(?: can| nop| mang| co| phai)* (?!dang ky|lam |xin |cap )(?:\S+ ){1,6}(?:phai khong|dung khong|ha|a|duoc khong) /;
const COPY_OR_ORIGINAL =
  /^(?:\S+ )?(?:ban )?(?:photo|photocopy|sao|goc|chinh) hay (?:la )?(?:ban )?(?:photo|sao|goc|chinh) /;

/** In so few words another topic is named on purpose, not in passing. */
const BRIEF = 6;
/** A topic named as surely as this (0 to 1) needs no context. */
const STANDS_ALONE = 0.8;
/** "Còn …" sets something else beside the talk when it names it at least this surely. */
const LIKELY = 0.5;
/** A context that is itself among the topics named is counted from these log odds. */
const AKIN_FROM = -4;

/**
 * The topics of the context's name and the message together: "dưới 14 tuổi thì sao" names nothing, and behind "làm căn
 * cước lần đầu" it names the card for children.
 */
function readTogether(models: Models, context: string, tokens: readonly Token[]): readonly Scored[] {
  return readTopics(models, ...behind(models.nameOf(context), tokens)).ranked;
}

/** How surely a message leans on the context before its words are asked, by whether it puts a strong question. */
const LEANING_LITTLE = 0.1;
const LEAVES = { leaning: 0.985, strange: 0.88, asking: 0.75, else: 0.4 } as const;

/** A share up to which another intent is a guess: who asks who we are in the middle of a talk does it plainly, and words that fit the talk best belong to it. */
const GUESSES = 0.93;
const FITS = 0.4;

/** Has the message clearly another intent than the procedure under discussion? */
export function leavesProcedure(
  evidence: Evidence,
  intent: Intent,
  share: number,
  leaning: number,
  context: string,
  supposes: boolean,
): boolean {
  if (intent === "ask_procedure" || intent === "unclear") return false;
  const [likeliest] = evidence.ranked;
  if (share < GUESSES && (intent === "bot_identity" || (likeliest?.id === context && likeliest.score >= FITS)))
    return false;
  const asks = evidence.cues.some((cue) => cue.strength === 3);
  // "có nộp online được không" after a talk about a procedure asks about that, not about the portal.
  if (intent === "online_service_help" && leaning > 0.5 && asks) return false;
  if (supposes || leaning >= LEANING_LITTLE) return share >= LEAVES.leaning;
  // A circumstance told in a talk is mostly strange by itself: "ảnh ly hôn rồi thì phải cầm thêm giấy tòa không".
  if (intent === "out_of_scope") return share >= LEAVES.strange;
  return share >= (asks ? LEAVES.asking : LEAVES.else);
}

/** What speaks for and against going on about the context; each is weighed by its namesake in STAY. */
function readSigns(
  models: Models,
  tokens: readonly Token[],
  evidence: Evidence,
  context: string,
  leaning: number,
  together: readonly Scored[],
  swing: Swing,
): Readonly<Record<keyof typeof STAY, number>> {
  const own = evidence.ranked.find(({ id }) => id !== context);
  const named = (1 - evidence.none) * (own?.score ?? 0);
  const line = lineOf(tokens);
  const standsAlone =
    evidence.ranked[0]?.id !== context && leaning < 0.8 && tokens.length <= BRIEF && named >= STANDS_ALONE;
  const namesAnother = named >= LIKELY && (asksTheSame(tokens, evidence.cues) || opensAnother(tokens));
  return {
    base: 1,
    leaning: logOdds(leaning),
    together: logOdds(scoreOf(together, context)),
    ownTopic: logOdds(named),
    eachWord: Math.min(tokens.length, MOST_WORDS),
    keyword: own === undefined ? 0 : Math.max(0, models.keywords.weigh(tokens).get(own.id) ?? 0),
    neededToo: [NEEDED_TOO, NOT_NEEDED, COPY_OR_ORIGINAL].some((form) => form.test(line)) ? 1 : 0,
    namesAnother: namesAnother ? 1 : 0,
    circumstance: isCircumstance(models, tokens, context) ? 1 : 0,
    akin: Math.max(0, logOdds(scoreOf(evidence.ranked, context)) - AKIN_FROM),
    lacks: lacksPaper(tokens) ? 1 : 0,
    supposed: supposesCase(tokens) ? 1 : 0,
    standsAlone: standsAlone ? 1 : 0,
    swing: Math.max(0, (swing.gain - MAY_SWING) / (1 - MAY_SWING)),
  };
}

/** "Không phải bằng lái, cà vẹt xe": a message that opens with what is not meant. */
const DENIAL = /^(?:(?:da|a|u|ua|y|khong) )*(?:khong|dau) phai /;
/** And names what is meant at least this surely. */
const CORRECTS = 0.5;

/** The matter to which such a message corrects the talk, before the others; null when it does not. */
function readCorrection(models: Models, tokens: readonly Token[], context: string): ContextReading | null {
  const meant = DENIAL.test(lineOf(tokens)) ? withoutDenied(tokens) : tokens;
  if (meant === tokens) return null;
  const { ranked, none } = readTopics(models, meant);
  const [best] = ranked;
  if (!best || best.id === context || (1 - none) * best.score < CORRECTS) return null;
  const others = ranked.filter(({ id }) => id !== context);
  return { turns: true, stays: false, ranked: [...others, { id: context, score: scoreOf(ranked, context) }] };
}

/** The topics in view of `context` (a known topic), and whether it is meant or the message has a topic of its own. */
export function readWithContext(
  models: Models,
  tokens: readonly Token[],
  evidence: Evidence,
  context: string,
  leaning: number,
): ContextReading {
  const corrected = readCorrection(models, tokens, context);
  if (corrected) return corrected;
  const together = readTogether(models, context, tokens);
  const swing = readSwing(models, context, tokens);
  const signs = readSigns(models, tokens, evidence, context, leaning, together, swing);
  const odds = Object.entries(STAY).reduce((sum, [sign, worth]) => sum + worth * signs[sign as keyof typeof STAY], 0);
  const meant = 1 / (1 + Math.exp(-odds));
  const own = evidence.ranked.find(({ id }) => id !== context);
  const named = (1 - evidence.none) * (own?.score ?? 0);
  const turns = swing.gain >= SWINGS;
  const plain = blend(evidence.ranked, together, named);
  const doubt = swing.gain >= OFFERS ? swing.gain : 0;
  const others = (doubt > 0 ? blend(swing.ranked, plain, doubt) : plain)
    .filter(({ id }) => id !== context)
    .map(({ id, score }) => ({ id, score: score * (1 - meant) }));
  const stays = meant > (others[0]?.score ?? 0) || (evidence.ranked[0]?.id === context && !turns);
  const held = { id: context, score: stays ? Math.max(0.5, meant * (1 - doubt)) : meant };
  const ahead = stays ? [] : others.filter(({ score }) => score > held.score);
  return { turns: turns && !stays, stays, ranked: [...ahead, held, ...others.slice(ahead.length)] };
}

/** One reading as far as it is trusted (`trust`, 0 to 1), the other for the rest: the words alone and the words behind the name. */
function blend(one: readonly Scored[], other: readonly Scored[], trust: number): Scored[] {
  const ids = [...new Set([...one, ...other].map(({ id }) => id))];
  return ids
    .map((id) => ({ id, score: trust * scoreOf(one, id) + (1 - trust) * scoreOf(other, id) }))
    .sort((first, second) => second.score - first.score);
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
  const line = lineOf(tokens);
  return SAME_QUESTION.test(line) && !cues.some(({ aspect, strength }) => strength > 1 && aspect !== "how");
}
