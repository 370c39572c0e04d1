/**
 * From what was typed to tokens in one spelling, in this order: shorthand ("đk" → "đăng ký"), Telex and VNI leftovers,
 * run-ons, slips of the finger. A word that is already known is left alone by all of them.
 */
import { foldWord, isMarked } from "./fold.ts";
import { repairSlip, splitRunOn } from "./repair.ts";
import { isShorthandInRunOn, readShorthand } from "./shorthand.ts";
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

type Meant = { readonly words: readonly string[]; readonly guess: boolean };

const asTyped = (word: string): Meant => ({ words: [word], guess: false });
const guessed = (...words: string[]): Meant => ({
  words: words.flatMap((word) => readShorthand(word, "", "") ?? [word]),
  guess: true,
});

/** A possible syllable may still be a slip ("kết hin"): only a strong pair with its neighbour says so. */
function meantSyllable(typed: string, before: string, after: string, vocabulary: Vocabulary): Meant {
  const folded = foldWord(typed);
  const common = (vocabulary.counts.get(folded) ?? 0) > 3;
  if (isMarked(typed) || folded.length < 3 || common) return asTyped(typed);
  if (vocabulary.pairs.has(`${before} ${folded}`) || vocabulary.pairs.has(`${folded} ${after}`)) return asTyped(typed);
  const slip = repairSlip(folded, before, after, vocabulary, true);
  return slip === null ? asTyped(typed) : guessed(slip);
}

/** What is no syllable and not known: a leftover, a held-down letter, a run-on or a slip, the likeliest first. */
function meantSlip(typed: string, before: string, after: string, vocabulary: Vocabulary): Meant {
  const folded = foldWord(typed);
  const leftover = readLeftover(typed);
  if (leftover !== null && vocabulary.counts.has(foldWord(leftover))) return guessed(leftover);
  const respelt = respell(folded);
  if (respelt !== folded && vocabulary.counts.has(respelt)) return guessed(respelt);
  const calm = folded.replace(/([a-z])\1+/g, "$1");
  if (calm !== folded && vocabulary.counts.has(calm)) return guessed(calm);
  const slip = folded.length >= 3 ? repairSlip(folded, before, after, vocabulary, false) : null;
  const pieces = splitRunOn(folded, vocabulary);
  const together =
    pieces?.every(
      (piece, at) =>
        at === 0 ||
        isShorthandInRunOn(piece) ||
        isShorthandInRunOn(pieces[at - 1]!) ||
        vocabulary.pairs.has(`${pieces[at - 1]} ${piece}`),
    ) ?? false;
  if (pieces !== null && (together || slip === null || folded.length > LONGEST_SYLLABLE)) return guessed(...pieces);
  if (slip !== null) return guessed(slip);
  return leftover === null ? asTyped(typed) : guessed(leftover);
}

/** Playful spellings of the young: "fạt", "chjp", "wa". */
const respell = (word: string): string =>
  word
    .replace(/^f/, "ph")
    .replace(/j/g, "i")
    .replace(/^w(?=[aeiy])/, "qu")
    .replace(/^z/, "d");

const LONGEST_SYLLABLE = 7;

function meant(raw: readonly RawToken[], at: number, vocabulary: Vocabulary): Meant {
  // VNI's "d9" is written in shorthand too ("d9k").
  const typed = (raw[at]?.typed ?? "").replace(/d9/g, "đ");
  const [before, after] = [raw[at - 1]?.typed ?? "", raw[at + 1]?.typed ?? ""];
  const short = readShorthand(typed, before, after);
  if (short) return { words: short, guess: false };
  const folded = foldWord(typed);
  if (/^\d+$/.test(folded)) return asTyped(typed);
  if (isSyllable(folded)) return meantSyllable(typed, foldWord(before), foldWord(after), vocabulary);
  // Known words that are no syllables are foreign or short ("vneid", "ct07").
  if ((vocabulary.counts.get(folded) ?? 0) > 0 && !/\d[a-z]|[6-9][1-5]$/.test(folded)) return asTyped(typed);
  return meantSlip(typed, foldWord(before), foldWord(after), vocabulary);
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
