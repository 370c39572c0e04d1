/**
 * From what was typed to tokens in one spelling, in this order: shorthand ("đk" → "đăng ký"), Telex and VNI leftovers,
 * run-ons, slips of the finger. A word that is already known is left alone by all of them.
 */
import { foldWord, isMarked } from "./fold.ts";
import { repairSlip, splitRunOn } from "./repair.ts";
import { readShorthand } from "./shorthand.ts";
import { isSyllable } from "./syllable.ts";
import { readLeftover } from "./telex.ts";
import { type RawToken, readTokens, type Token, toToken, writesMarks } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type Normalised = {
  readonly tokens: readonly Token[];
  /** "sihn → sinh": what was repaired, for the reasons. */
  readonly repairs: readonly string[];
  /** Folded words that the knowledge does not use, even after repair. */
  readonly unknown: readonly string[];
};

/** The words meant by one typed word, and whether that was a guess. */
function meant(
  raw: readonly RawToken[],
  at: number,
  vocabulary: Vocabulary,
): { words: readonly string[]; guess: boolean } {
  const typed = raw[at]?.typed ?? "";
  const before = raw[at - 1]?.typed ?? "";
  const after = raw[at + 1]?.typed ?? "";
  const short = readShorthand(typed, before, after);
  if (short) return { words: short, guess: false };
  const folded = foldWord(typed);
  const known = vocabulary.counts.has(folded);
  if (/^\d+$/.test(folded) || (known && isSyllable(folded) && folded.length < 3))
    return { words: [typed], guess: false };
  const leftover = known && vocabulary.counts.get(folded)! > 2 ? null : readLeftover(typed);
  if (leftover) return { words: [leftover], guess: true };
  if (isSyllable(folded)) {
    // A possible word may still be a slip ("kết hin"): only a strong pair with its neighbour says so.
    const pairKnown =
      vocabulary.pairs.has(`${foldWord(before)} ${folded}`) || vocabulary.pairs.has(`${folded} ${foldWord(after)}`);
    if (isMarked(typed) || pairKnown || folded.length < 3 || (vocabulary.counts.get(folded) ?? 0) > 3)
      return { words: [typed], guess: false };
    const slip = repairSlip(folded, foldWord(before), foldWord(after), vocabulary, true);
    return { words: [slip ?? typed], guess: slip !== null };
  }
  if (known) return { words: [typed], guess: false };
  const calm = folded.replace(/([a-z])\1+/g, "$1");
  if (calm !== folded && (vocabulary.counts.has(calm) || isSyllable(calm))) return { words: [calm], guess: true };
  const pieces = splitRunOn(folded, vocabulary);
  if (pieces) return { words: pieces, guess: true };
  const slip = folded.length >= 3 ? repairSlip(folded, foldWord(before), foldWord(after), vocabulary, false) : null;
  return { words: [slip ?? typed], guess: slip !== null };
}

/** Never throws; an empty or wordless message gives no tokens. */
export function normalise(text: string, vocabulary: Vocabulary): Normalised {
  const raw = readTokens(text);
  const marks = writesMarks(raw);
  const tokens: Token[] = [];
  const repairs: string[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < raw.length; at++) {
    const { typed, clause } = raw[at]!;
    const { words, guess } = meant(raw, at, vocabulary);
    if (guess) repairs.push(`${typed} → ${words.join(" ")}`);
    for (const [index, word] of words.entries()) {
      // A guess carries no tone: it stands in the folded index only.
      const token = toToken(word, typed, index === 0 ? clause : "", marks && !(guess && !isMarked(word)));
      tokens.push(token);
      if (!vocabulary.counts.has(token.folded) && !/^\d+$/.test(token.folded)) unknown.push(token.folded);
    }
  }
  return { tokens, repairs, unknown };
}
