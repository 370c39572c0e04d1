/** Turns of a talk to a look-alike of its matter: "bị mất thì sao" after a change of the card is about its loss. */
import { behind, lineOf, scoreOf } from "./behind-name.ts";
import { ownWords } from "./clauses.ts";
import { type Models, readTopics } from "./evidence.ts";
import type { Token } from "./tokens.ts";
import type { Scored } from "./understanding.ts";

/** What is done with a paper, as the names of topics say it: "Đổi", "Cấp lại … bị mất", "lần đầu", "cho trẻ dưới 14". */
const DEED =
  /^(?:lam lai|lam|cap lai|cap doi|cap|doi thong tin|doi the|doi|mo|cham dut|tam ngung|gia han|thay doi|trinh bao mat|lien thong|dang ky lai|dang ky|xoa|khai bao) |(?:dinh chinh |bi mat hu |bi mat |lan dau |cho tre duoi 14 |tre nho |voi nguoi nuoc ngoai |yeu to nuoc ngoai |o nuoc ngoai )/g;

/** A look-alike is a topic that the paper alone names at least this surely. */
const LOOKS_ALIKE = 0.004;
/** Below this gain nothing is made of it; from SWINGS on it is a turn (of 450 that went on none gained so much, of 75 turns 20). */
export const MAY_SWING = 0.5;
export const SWINGS = 0.6;
/** Who is nearly certain already is not moved. */
const UNMOVED = 0.1;
/** From here on the look-alike is at least offered. */
export const OFFERS = 0.25;

export type Swing = {
  /** How far the message moves one of the look-alikes from where the paper alone puts it towards certainty, from 0 to 1. */
  readonly gain: number;
  readonly ranked: readonly Scored[];
};

const NO_SWING: Swing = { gain: 0, ranked: [] };

/**
 * The message behind the paper that the context is about, without what is done with it: "bị mất thì sao" after a change of the
 * card is about its loss, "nghỉ luôn thì sao" after a pause of the shop about its end.
 */
export function readSwing(models: Models, context: string, tokens: readonly Token[]): Swing {
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

/** "rách chứ không phải mất", "bị mất, đâu phải hết hạn": what is denied is not what is meant. */
const DENIED =
  /(?:chu (?:khong|dau) (?:phai|co)|dau phai|^khong (?:co|phai)) (?:bi |la |lam )?\S+(?: (?!chu|ma|thi|la|sao)\S+)?/g;

/** "Nếu lỡ", "còn bị": words that only say that a case is supposed. */
const SUPPOSING = new Set(["neu", "lo", "rui"]);
const BEFALLS = new Set([...SUPPOSING, "bi", "mat"]);

const withoutSupposing = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter(
    ({ folded }, at) =>
      !SUPPOSING.has(folded) && !(folded === "con" && at === 0 && BEFALLS.has(tokens[1]?.folded ?? "")),
  );

/** The tokens without what the message says not to be the case; all of them when nothing else is left. */
export function withoutDenied(tokens: readonly Token[]): readonly Token[] {
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
