/**
 * Parts of a message: where one question ends and the next begins ("khai sinh cần gì, còn kết hôn mất bao lâu"), and
 * which part of a long story is the question.
 */
import { type AspectCue, findAspects } from "./aspects.ts";
import { needWords } from "./features.ts";
import type { Token } from "./tokens.ts";

export type Clause = { readonly tokens: readonly Token[]; readonly cues: readonly AspectCue[] };

/** Words that open a further question. Folded; the marked form keeps "con" (child) apart from "còn" (and what of). */
const JOINS = new Set(["va", "voi", "con", "dong thoi", "roi", "them", "kem", "sau do", "ngoai ra"]);

/** "con" typed without diacritics opens a question only where a thing asked about may follow. */
function opensQuestion(tokens: readonly Token[], at: number): boolean {
  const { folded, marked } = tokens[at]!;
  if (!JOINS.has(folded)) return false;
  if (folded === "con")
    return (
      marked === "con2" ||
      (marked === null &&
        /^(le|phi|thoi|nop|giay|ho|muon|dang|thu|ket|khai|cap|lam|xin|online|o|bao|may)$/.test(
          tokens[at + 1]?.folded ?? "",
        ))
    );
  if (folded === "voi" || folded === "them" || folded === "kem")
    return marked === null || marked === "vơi1" || folded !== "voi";
  if (folded === "roi") return marked !== "rơi1";
  return true;
}

/** Splits at punctuation and joining words; pieces without a word of their own stay with the one before. */
export function splitClauses(tokens: readonly Token[]): Clause[] {
  const starts = [0];
  for (let at = 1; at < tokens.length; at++) {
    if (tokens[at]!.clause !== "" || opensQuestion(tokens, at)) starts.push(at);
  }
  const clauses: Clause[] = [];
  for (const [index, start] of starts.entries()) {
    const part = tokens.slice(start, starts[index + 1] ?? tokens.length);
    if (part.length > 0) clauses.push({ tokens: part, cues: findAspects(part) });
  }
  return clauses;
}

/** Stories shorter than this are read whole. */
const STORY = 24;
/** What a word of the story counts beside one of the question. */
const STORY_WEIGHT = 0.6;

/**
 * In a long message the words near the question count in full, the story before it less. Returns a weight for each
 * token by identity.
 */
export function weighStory(tokens: readonly Token[], cues: readonly AspectCue[]): (token: Token) => number {
  if (tokens.length < STORY) return () => 1;
  const asking = cues.filter((cue) => cue.strength === 3);
  const last = asking.at(-1) ?? cues.at(-1);
  if (!last) return () => 1;
  const near = new Set(tokens.slice(Math.max(0, last.start - 14), last.end + 8));
  return (token) => (near.has(token) ? 1 : STORY_WEIGHT);
}

/** How many words of its own need a message has. */
export const ownWords = (tokens: readonly Token[]): number => needWords(tokens).length;
