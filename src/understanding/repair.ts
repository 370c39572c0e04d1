/** Repair of what is not a word: run-ons without spaces and slips of the finger. Folded in, folded out. */
import { foldWord } from "./fold.ts";
import { isShorthandInRunOn, isShortPiece, shorthandFor } from "./shorthand.ts";
import { isSyllable } from "./syllable.ts";
import { readLeftover } from "./telex.ts";
import { deletionsOf, type Vocabulary } from "./vocabulary.ts";

/** Keys that lie side by side on a phone keyboard: a slip to one of them costs less. */
const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

function areNeighbours(one: string, other: string): boolean {
  for (let row = 0; row < ROWS.length; row++) {
    const at = ROWS[row]?.indexOf(one) ?? -1;
    if (at < 0) continue;
    for (const [shift, line] of [
      [0, ROWS[row]],
      [-1, ROWS[row + 1]],
      [1, ROWS[row - 1]],
    ] as const) {
      const there = line?.indexOf(other) ?? -1;
      if (there >= 0 && Math.abs(there - at - (shift === 0 ? 0 : shift === -1 ? -0.5 : 0.5)) <= 1) return true;
    }
  }
  return false;
}

/** The cost of one edit that turns `typed` into `meant`; Infinity when they are further apart than one edit. */
export function slipCost(typed: string, meant: string): number {
  if (Math.abs(typed.length - meant.length) > 1) return Number.POSITIVE_INFINITY;
  let start = 0;
  while (start < typed.length && start < meant.length && typed[start] === meant[start]) start++;
  let tail = 0;
  while (tail < Math.min(typed.length, meant.length) - start && typed.at(-1 - tail) === meant.at(-1 - tail)) tail++;
  const wrong = typed.slice(start, typed.length - tail);
  const right = meant.slice(start, meant.length - tail);
  if (wrong.length + right.length === 0) return 0;
  if (wrong.length === 1 && right.length === 1) return areNeighbours(wrong, right) ? 1 : 1.6;
  if (wrong.length === 2 && right.length === 2 && wrong[0] === right[1] && wrong[1] === right[0]) return 0.8;
  if (wrong.length + right.length === 1) return typed[start - 1] === wrong || meant[start - 1] === right ? 0.9 : 1.2;
  return Number.POSITIVE_INFINITY;
}

/** What a slip must show: how often its word is said beside a neighbour, and at most what it costs. */
export type Proof = { readonly beside: number; readonly cost: number };

/** Nothing else can be meant. */
export const NO_PROOF: Proof = { beside: 0, cost: 2 };

/** How often the knowledge says `word` beside these neighbours. */
export const timesBeside = (word: string, before: string, after: string, { pairs }: Vocabulary): number =>
  (pairs.get(`${before} ${word}`) ?? 0) + (pairs.get(`${word} ${after}`) ?? 0);

/**
 * The known syllable one slip away from `typed`, judged by the slip, by how common the word is and by its neighbours.
 * `proof`: what it takes where `typed` may itself be meant.
 */
export function repairSlip(
  typed: string,
  before: string,
  after: string,
  vocabulary: Vocabulary,
  proof: Proof,
): string | null {
  let best: string | null = null;
  let bestScore = proof.beside > 0 ? 2.2 : 0;
  const tried = new Set<string>();
  for (const shorter of deletionsOf(typed)) {
    for (const meant of vocabulary.deletions.get(shorter) ?? []) {
      if (tried.has(meant) || meant === typed) continue;
      tried.add(meant);
      const cost = slipCost(typed, meant);
      if (cost > proof.cost) continue;
      const inPair = timesBeside(meant, before, after, vocabulary);
      if (inPair < proof.beside) continue;
      const score = 1.2 * Math.log1p(inPair) + 0.35 * Math.log1p(vocabulary.counts.get(meant) ?? 0) + 3 - 2 * cost;
      if (score > bestScore) [best, bestScore] = [meant, score];
    }
  }
  return best;
}

const LETTERS = ROWS.join("");
/** Shorter abbreviations are all one slip from each other. */
const SHORTEST_ABBREVIATION = 4;

/** The abbreviation that a slip to the key beside made `typed` of ("ccvd": "cccd"); null when there is none or several. */
export function repairShorthand(typed: string): string | null {
  if (typed.length < SHORTEST_ABBREVIATION || typed.length > 9) return null;
  const found = new Map<string, string>();
  for (let at = 0; at < typed.length; at++) {
    for (const letter of LETTERS) {
      if (letter === typed[at] || !areNeighbours(typed[at]!, letter)) continue;
      const meant = typed.slice(0, at) + letter + typed.slice(at + 1);
      const words = shorthandFor(meant);
      if (words) found.set(words.join(" "), meant);
    }
  }
  return found.size === 1 ? [...found.values()][0]! : null;
}

/** As how common an abbreviation counts inside a run-on, by its length: short ones are more often chance. */
const SHORTHAND_COUNTS = [0, 0, 3, 8, 20] as const;
const OFTEN = 5;

/** What a piece of a run-on that is no word of ours costs more: a leftover, an abbreviation of two letters. */
const READ_ANEW = 1;

type Piece = { readonly word: string; readonly folded: string; readonly count: number; readonly extra: number };

/** What `typed` may be inside a run-on: a known word, a number, an abbreviation, or a Telex leftover of a known word. */
function readPiece(typed: string, { counts }: Vocabulary): Piece | null {
  const short = isShorthandInRunOn(typed);
  const used = counts.get(typed) ?? 0;
  const lone = typed.length === 1;
  if (lone && !"aoey".includes(typed) && !/\d/.test(typed)) return null;
  // Foreign words and codes ("passport", "ct07") only when the knowledge uses them often.
  const strange = typed.length >= 3 && used > OFTEN;
  const count = used + (short ? SHORTHAND_COUNTS[Math.min(typed.length, 4)]! : 0);
  if (count > 0 && (short || strange || isSyllable(typed) || /^\d+$/.test(typed)))
    return { word: typed, folded: typed, count, extra: lone ? 3 : 0 };
  if (isShortPiece(typed)) return { word: typed, folded: typed, count: SHORTHAND_COUNTS[2], extra: READ_ANEW };
  const meant = typed.length >= 3 && !/\d/.test(typed) ? readLeftover(typed) : null;
  const folded = meant === null ? "" : foldWord(meant);
  const known = counts.get(folded) ?? 0;
  return meant !== null && known > 0 ? { word: meant, folded, count: known, extra: READ_ANEW } : null;
}

/** Splits a run-on ("lamkhaisinh", "lafmsoordo") into known words, or null. The fewest and best-known pieces win. */
export function splitRunOn(typed: string, vocabulary: Vocabulary): string[] | null {
  if (typed.length < 5 || typed.length > 60) return null;
  type Path = { readonly cost: number; readonly last: string; readonly words: readonly string[] };
  const paths: (Path | undefined)[] = [{ cost: 0, last: "", words: [] }];
  for (let end = 1; end <= typed.length; end++) {
    for (let length = 1; length <= Math.min(8, end); length++) {
      const path = paths[end - length];
      const piece = path && readPiece(typed.slice(end - length, end), vocabulary);
      if (!piece) continue;
      const { word, folded, count, extra } = piece;
      const pair = vocabulary.pairs.get(`${path.last} ${folded}`) ?? 0;
      const cost = path.cost + 9 - Math.log1p(count) * 0.5 - Math.log1p(pair) * 1.2 + extra;
      if (cost < (paths[end]?.cost ?? Number.POSITIVE_INFINITY))
        paths[end] = { cost, last: folded, words: [...path.words, word] };
    }
  }
  const found = paths[typed.length]?.words;
  return found && found.length > 1 ? [...found] : null;
}
