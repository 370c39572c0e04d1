/**
 * From what was typed to tokens in one spelling, in this order: shorthand ("đk" → "đăng ký"), Telex and VNI leftovers,
 * run-ons, slips of the finger. A word that is already known is left alone by all of them.
 */
import { foldWord, isMarked } from "./fold.ts";
import { NO_PROOF, type Proof, repairShorthand, repairSlip, splitRunOn, timesBeside } from "./repair.ts";
import { isShorthandInRunOn, readShorthand } from "./shorthand.ts";
import { isSyllable } from "./syllable.ts";
import { readLeftover, spelledByTelex } from "./telex.ts";
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
  words: words.flatMap((word, at) => readShorthand(word, words[at - 1] ?? "", words[at + 1] ?? "") ?? [word]),
  guess: true,
});

/** Beside a neighbour the knowledge says a word so often that a possible other word may be a slip of it. */
const WELL_KNOWN: Proof = { beside: 8, cost: 2 };
/** The same for a word that is itself common: only the key beside, and only before its neighbour ("tan trú": "tạm trú"). */
const VERY_WELL_KNOWN: Proof = { beside: 60, cost: 1 };

/** A possible syllable may still be a slip ("kết hin"): only a strong pair with its neighbour says so. */
function meantSyllable(typed: string, before: string, after: string, vocabulary: Vocabulary): Meant {
  const folded = foldWord(typed);
  if (isMarked(typed) || folded.length < 3) return asTyped(typed);
  if (vocabulary.pairs.has(`${before} ${folded}`) || vocabulary.pairs.has(`${folded} ${after}`)) return asTyped(typed);
  const common = (vocabulary.counts.get(folded) ?? 0) > 3;
  const slip = common
    ? repairSlip(folded, "", after, vocabulary, VERY_WELL_KNOWN)
    : repairSlip(folded, before, after, vocabulary, WELL_KNOWN);
  return slip === null ? asTyped(typed) : guessed(slip);
}

/** A leftover, unless its neighbours know it far less than a slip of the finger ("gis hạn": "gia hạn"). */
function meantLeftover(typed: string, before: string, after: string, vocabulary: Vocabulary): Meant | null {
  const leftover = readLeftover(typed);
  const folded = leftover === null ? "" : foldWord(leftover);
  if (leftover === null || !vocabulary.counts.has(folded)) return null;
  const known = timesBeside(folded, before, after, vocabulary);
  const proof = { ...WELL_KNOWN, beside: WELL_KNOWN.beside * (1 + known) };
  return guessed(repairSlip(foldWord(typed), before, after, vocabulary, proof) ?? leftover);
}

/** A leftover with a slip in it ("choeeus" for "chieeus"), where a neighbour makes it likely. */
function meantSlipInLeftover(typed: string, before: string, after: string, vocabulary: Vocabulary): string | null {
  const spelled = spelledByTelex(typed);
  return spelled.length < 3 || spelled === typed ? null : repairSlip(spelled, before, after, vocabulary, WELL_KNOWN);
}

/** What is no syllable and not known: a leftover, a held-down letter, a run-on or a slip, the likeliest first. */
function meantSlip(typed: string, before: string, after: string, vocabulary: Vocabulary): Meant {
  const folded = foldWord(typed);
  const leftover = meantLeftover(typed, before, after, vocabulary);
  if (leftover !== null) return leftover;
  const respelt = respell(folded);
  if (respelt !== folded && vocabulary.counts.has(respelt)) return guessed(respelt);
  const calm = folded.replace(/([a-z])\1+/g, "$1");
  if (calm !== folded && vocabulary.counts.has(calm)) return guessed(calm);
  const slip =
    (folded.length >= 3 ? repairSlip(folded, before, after, vocabulary, NO_PROOF) : null) ??
    meantSlipInLeftover(typed, before, after, vocabulary);
  const pieces = splitRunOn(folded, vocabulary);
  const together =
    pieces?.every(
      (piece, at) =>
        at === 0 ||
        isShorthandInRunOn(piece) ||
        isShorthandInRunOn(pieces[at - 1]!) ||
        vocabulary.pairs.has(`${foldWord(pieces[at - 1]!)} ${foldWord(piece)}`),
    ) ?? false;
  if (pieces !== null && (together || slip === null || folded.length > LONGEST_SYLLABLE)) return guessed(...pieces);
  if (slip !== null) return guessed(slip);
  const short = repairShorthand(typed);
  if (short !== null) return guessed(short);
  const stranger = readLeftover(typed);
  return stranger === null ? asTyped(typed) : guessed(stranger);
}

/** Playful spellings of the young: "fạt", "chjp", "wa". */
const respell = (word: string): string =>
  word
    .replace(/^f/, "ph")
    .replace(/j/g, "i")
    .replace(/^w(?=[aeiy])/, "qu")
    .replace(/^z/, "d");

const LONGEST_SYLLABLE = 7;

/** The word after, as far as it is plain by itself: a leftover is read, nothing is repaired. */
function plainly(typed: string): string {
  const folded = foldWord(typed);
  return isSyllable(folded) ? folded : foldWord(readLeftover(typed) ?? readShorthand(typed, "", "")?.[0] ?? typed);
}

/** `said`: the word before, repaired; `typedBefore` the same as typed, unless it was a guess. */
function meant(
  raw: readonly RawToken[],
  at: number,
  { said, typedBefore }: { readonly said: string; readonly typedBefore: string },
  vocabulary: Vocabulary,
): Meant {
  // VNI's "d9" is written in shorthand too ("d9k").
  const typed = (raw[at]?.typed ?? "").replace(/d9/g, "đ");
  const after = raw[at + 1]?.typed ?? "";
  const short = readShorthand(typed, typedBefore, after);
  if (short) return { words: short, guess: false };
  const folded = foldWord(typed);
  if (/^\d+$/.test(folded)) return asTyped(typed);
  if (isSyllable(folded)) return meantSyllable(typed, foldWord(said), plainly(after), vocabulary);
  // Known words that are no syllables are foreign or short ("vneid", "ct07").
  if ((vocabulary.counts.get(folded) ?? 0) > 0 && !/\d[a-z]|[6-9][1-5]$/.test(folded)) return asTyped(typed);
  return meantSlip(typed, foldWord(said), plainly(after), vocabulary);
}

/** Never throws; an empty or wordless message gives no tokens. */
export function normalise(text: string, vocabulary: Vocabulary): Normalised {
  const raw = readTokens(text);
  const marks = writesMarks(raw);
  const tokens: Token[] = [];
  const repairs: string[] = [];
  const unknown: string[] = [];
  let before = { said: "", typedBefore: "" };
  for (let at = 0; at < raw.length; at++) {
    const { typed, clause } = raw[at]!;
    const { words, guess } = meant(raw, at, before, vocabulary);
    const said = words.at(-1)!;
    before = { said, typedBefore: guess ? said : typed };
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
