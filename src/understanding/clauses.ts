/**
 * Parts of a message: where one question ends and the next begins ("khai sinh cần gì, còn kết hôn mất bao lâu"), and
 * which part of a long story is the question.
 */
import { type AspectCue, findAspects } from "./aspects.ts";
import { needWords } from "./features.ts";
import type { Token } from "./tokens.ts";

export type Clause = {
  readonly tokens: readonly Token[];
  readonly cues: readonly AspectCue[];
  /** Opened by a joining word ("và", "với", "còn") rather than by punctuation alone. */
  readonly joined: boolean;
};

/** Words that open a further question. Folded; the marked form keeps "con" (child) apart from "còn" (and what of). */
const JOINS = new Set(["va", "voi", "con", "dong thoi", "roi", "them", "kem", "sau do", "ngoai ra"]);

const WITH_WHOM = /^(?:nguoi|chong|vo|ai|anh|ong|ba|co|nhau|ngan|uy|xa|ben|ho|no)$/;

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
  // "Kết hôn với người Hàn": with whom, not what besides.
  if (folded === "voi" && WITH_WHOM.test(tokens[at + 1]?.folded ?? "")) return false;
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
    if (part.length > 0)
      clauses.push({ tokens: part, cues: findAspects(part), joined: start > 0 && opensQuestion(tokens, start) });
  }
  return clauses;
}

/** Stories shorter than this are read whole. */
const STORY = 24;
/** What a word of the story counts beside one of the question. */
const STORY_WEIGHT = 0.6;
/** What a word counts that says what the paper is for: "giấy độc thân để đăng ký kết hôn". */
const PURPOSE_WEIGHT = 0.6;
/** "để lại", "để dành", "để cho": leaving, not a purpose. */
const LEAVING = /^(?:lai|danh|cho|quen|mat|qua|tang|di)$/;

/** The words after "để" up to the next border or question. */
function purposeWords(tokens: readonly Token[], cues: readonly AspectCue[]): ReadonlySet<Token> {
  const words = new Set<Token>();
  for (const [at, { folded, marked }] of tokens.entries()) {
    const next = tokens[at + 1];
    if (
      folded !== "de" ||
      at < 2 ||
      (marked !== null && marked !== "đê3") ||
      next === undefined ||
      LEAVING.test(next.folded)
    )
      continue;
    for (let to = at + 1; to < tokens.length; to++) {
      if (tokens[to]!.clause !== "" || cues.some((cue) => cue.strength >= 2 && cue.start === to)) break;
      words.add(tokens[to]!);
    }
  }
  return words;
}

/**
 * How much each word counts for the topic: in a long message the words near the question count in full and the story
 * before it less, and what a paper is wanted for counts less than the paper. Weights go by identity.
 */
export function weighWords(tokens: readonly Token[], cues: readonly AspectCue[]): (token: Token) => number {
  const purpose = purposeWords(tokens, cues);
  const last = cues.filter((cue) => cue.strength === 3).at(-1) ?? cues.at(-1);
  const isStory = tokens.length >= STORY && last !== undefined;
  const near = new Set(isStory ? tokens.slice(Math.max(0, last.start - 14), last.end + 8) : tokens);
  return (token) => (near.has(token) ? 1 : STORY_WEIGHT) * (purpose.has(token) ? PURPOSE_WEIGHT : 1);
}

/** How many words of its own need a message has. */
export const ownWords = (tokens: readonly Token[]): number => needWords(tokens).length;
