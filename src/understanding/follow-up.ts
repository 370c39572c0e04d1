/**
 * The context: a short question that names nothing ("còn lệ phí thì sao") is about the topic under discussion; a
 * message with a topic of its own is not. The leaning model's word is weighed against how surely the message names a
 * topic and how long it is.
 */
import type { AspectCue } from "./aspects.ts";
import { ownWords } from "./clauses.ts";
import { type Evidence, type Models, readTopics } from "./evidence.ts";
import { needWords } from "./features.ts";
import { logOdds } from "./linear-model.ts";
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

/** "nhà chưa có sổ đỏ thì có được không": a case supposed for what is being talked about. */
const SUPPOSED = /thi (?:(?:co )?(?:\S+ )?duoc (?:khong|chua|ha)|sao|tinh sao|the nao) (?:vay |a |em |ad |nhe )*$/;
/** "con chưa có khai sinh thì làm được không", "đang lãnh lương hưu thì có được không": a circumstance, whatever it names. */
const LACKS =
  /(?:(?:chua co|khong co|chi co) (?:\S+ ){1,6}thi (?:co )?(?:\S+ )?(?:duoc (?:khong|chua|ha)|lay gi|thay|chung minh)|dang (?:lanh|huong|nhan|an|dong) (?:\S+ ){1,5}thi )/;
/** "rách chứ không phải mất", "bị mất, đâu phải hết hạn": what is denied is not what is meant. */
/** "trẻ dưới 14 tuổi thì khác không", "mẹ đơn thân thì cần thêm gì", "ba tháng rồi còn làm được không": what a case changes about the same matter. */
const CHANGED_BY_CASE =
  /thi (?:co )?(?:khac|doi)(?: gi| nhieu| hon)* (?:khong|a|ha)(?: vay| a| em)* $|thi (?:can|phai)(?: co| nop| mang| dem)? them (?:giay )?gi |(?:roi|thi) con (?:lam|xin|nop|dang ky|khai)(?: \S+)? (?:duoc|kip) (?:khong|chua) /;
const DENIED =
  /(?:chu (?:khong|dau) (?:phai|co)|dau phai|^khong (?:co|phai)) (?:bi |la |lam )?\S+(?: (?!chu|ma|thi|la|sao)\S+)?/g;
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
function readTogether(models: Models, context: string, tokens: readonly Token[]): readonly Scored[] {
  return readTopics(models, ...behind(models.nameOf(context), tokens)).ranked;
}

/** A message behind a name, and what each word counts. */
function behind(name: readonly Token[], tokens: readonly Token[]): [readonly Token[], (token: Token) => number] {
  const words = new Set(name);
  const message = tokens.map((token, at) => (at === 0 ? { ...token, clause: "," as const } : token));
  return [[...name, ...message], (token) => (words.has(token) ? NAME_WEIGHT : 1)];
}

const lineOf = (tokens: readonly Token[]): string => tokens.map(({ folded }) => folded).join(" ") + " ";

const scoreOf = (ranked: readonly Scored[], topic: string): number => ranked.find(({ id }) => id === topic)?.score ?? 0;

/** "Bán online thì sao": a short message that supposes a case. */
export const supposesCase = (tokens: readonly Token[]): boolean =>
  tokens.length <= SHORT && SUPPOSED.test(lineOf(tokens));

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
    circumstance: CHANGED_BY_CASE.test(line) || isCircumstance(models, tokens, context) ? 1 : 0,
    akin: Math.max(0, logOdds(scoreOf(evidence.ranked, context)) - AKIN_FROM),
    lacks: LACKS.test(line) ? 1 : 0,
    supposed: supposesCase(tokens) ? 1 : 0,
    standsAlone: standsAlone ? 1 : 0,
    swing: Math.max(0, (swing.gain - MAY_SWING) / (1 - MAY_SWING)),
  };
}

/** Where what is asked begins behind a case: "đất đang thế chấp | thì sang tên được không", "bà cụ không lương hưu | có được không". */
const CONSEQUENCE = new Set(["thi", "roi", "ma", "vay", "gio"]);
const MAY = new Set(["duoc", "can", "phai", "sang", "lam", "xin", "bi", "anh", "tach", "mo", "nop"]);
/** How a case is told. */
const CASE = /(?:^| )(?:chua|dang|da|khong|mat|bi|het|hu|nho|thieu|dung|o|co) /;
/** How another matter is set beside the talk; an unmarked "con" before a person is a child. */
const TURNING =
  /^(?:(?:da|vay|the|roi|a|u|ua) )*(?:con (?!em |toi |gai |trai |minh |chau |be |nho |lon |tui |chua |anh |chi )|the |vay con )|(?:^| )(?:cung|luon) /;
/** What is asked behind a case; "thì sao" asks about the case itself. */
const ASKED_BEHIND = /^(?!(?:thi )?(?:lam )?sao |chu ).*(?:khong|chua|ha|gi|dau|nhieu|lau) /;
/** What may be done with any paper or sum. */
const DONE_WITH_ANY = new Set(
  "lam xin nop lay lanh nhan huong ky di them nua ho thay anh ong co duoc bi gi dang khai doi cap chung minh".split(
    " ",
  ),
);
/** What is asked behind a case is the matter talked of when its name and those words say so at least this surely. */
const ASKS_OF_IT = 0.3;

/** Where the consequence begins; 0 when there is none. */
function consequenceOf(tokens: readonly Token[]): number {
  for (let at = tokens.length - 2; at >= 2; at--) {
    const { folded } = tokens[at]!;
    if (CONSEQUENCE.has(folded)) return at + 1;
    if (folded === "co" && MAY.has(tokens[at + 1]?.folded ?? "")) return at;
  }
  return 0;
}

/** "Đất đang thế chấp ngân hàng thì sang tên được không": whatever the case names, what is asked behind it is the matter talked of. */
function isCircumstance(models: Models, tokens: readonly Token[], context: string): boolean {
  const at = consequenceOf(tokens);
  const told = lineOf(tokens.slice(0, at));
  const asked = tokens.slice(at);
  if (at < 2 || !CASE.test(told) || TURNING.test(told) || !ASKED_BEHIND.test(lineOf(asked))) return false;
  const ofIt = new Set(models.nameOf(context).map(({ folded }) => folded));
  if (!needWords(asked).every(({ folded }) => ofIt.has(folded) || DONE_WITH_ANY.has(folded))) return false;
  return scoreOf(readTopics(models, ...behind(models.nameOf(context), asked)).ranked, context) >= ASKS_OF_IT;
}

/** What is done with a paper, as the names of topics say it: "Đổi", "Cấp lại … bị mất", "lần đầu", "cho trẻ dưới 14". */
const DEED =
  /^(?:lam lai|lam|cap lai|cap doi|cap|doi thong tin|doi the|doi|mo|cham dut|tam ngung|gia han|thay doi|trinh bao mat|lien thong|dang ky lai|dang ky|xoa|khai bao) |(?:dinh chinh |bi mat hu |bi mat |lan dau |cho tre duoi 14 |tre nho |voi nguoi nuoc ngoai |yeu to nuoc ngoai |o nuoc ngoai )/g;

/** A look-alike is a topic that the paper alone names at least this surely. */
const LOOKS_ALIKE = 0.004;
/** Below this gain nothing is made of it; from SWINGS on it is a turn (of 450 that went on none gained so much, of 75 turns 20). */
const MAY_SWING = 0.5;
const SWINGS = 0.6;
/** Who is nearly certain already is not moved. */
const UNMOVED = 0.1;
/** From here on the look-alike is at least offered. */
const OFFERS = 0.25;

type Swing = {
  /** How far the message moves one of the look-alikes from where the paper alone puts it towards certainty, from 0 to 1. */
  readonly gain: number;
  readonly ranked: readonly Scored[];
};

const NO_SWING: Swing = { gain: 0, ranked: [] };

/**
 * The message behind the paper that the context is about, without what is done with it: "bị mất thì sao" after a change of the
 * card is about its loss, "nghỉ luôn thì sao" after a pause of the shop about its end.
 */
function readSwing(models: Models, context: string, tokens: readonly Token[]): Swing {
  const name = models.nameOf(context);
  const kept = new Set(lineOf(name).replace(DEED, " ").trim().split(/ +/));
  const paper = name.filter(({ folded }) => kept.has(folded));
  if (paper.length === 0 || ownWords(tokens) === 0) return NO_SWING;
  const before = readTopics(models, paper).ranked.filter(({ score }) => score >= LOOKS_ALIKE);
  const { ranked } = readTopics(models, behind(paper, withoutSupposing(withoutDenied(tokens)))[0]);
  const gains = ranked
    .filter(({ id }) => id !== context && scoreOf(before, id) > 0)
    .map(({ id, score }) => (score - scoreOf(before, id)) / (1 - scoreOf(before, id) + UNMOVED));
  return { gain: Math.max(0, ...gains), ranked };
}

/** "Nếu lỡ", "còn bị": words that only say that a case is supposed. */
const SUPPOSING = new Set(["neu", "lo", "rui"]);
const BEFALLS = new Set([...SUPPOSING, "bi", "mat"]);

const withoutSupposing = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter(
    ({ folded }, at) =>
      !SUPPOSING.has(folded) && !(folded === "con" && at === 0 && BEFALLS.has(tokens[1]?.folded ?? "")),
  );

/** The tokens without what the message says not to be the case; all of them when nothing else is left. */
function withoutDenied(tokens: readonly Token[]): readonly Token[] {
  const line = lineOf(tokens);
  const [denied] = line.match(DENIED) ?? [];
  if (denied === undefined) return tokens;
  const from = line.slice(0, line.indexOf(denied)).split(" ").length - 1;
  const kept = tokens.filter((_, at) => at < from || at >= from + denied.split(" ").length);
  return ownWords(kept) > 0 ? kept : tokens;
}

/** Does the message, read behind the paper of the context, name a look-alike of it? */
export const swingsAway = (models: Models, context: string, tokens: readonly Token[]): boolean =>
  readSwing(models, context, tokens).gain >= SWINGS;

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
