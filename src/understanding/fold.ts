/**
 * Folding: one spelling for each syllable, twice. The *folded* form is bare ASCII ("hoa"), so that messages typed
 * without diacritics match; the *marked* form keeps what the citizen did type, with the tone moved to the end
 * ("hoà" and "hòa" are both "hoa2"), so that NFC, NFD and the two tone placements are one and the same.
 */

/** Combining tone marks, as NFD yields them: huyền, sắc, ngã, hỏi, nặng. */
const TONES: Readonly<Record<string, string>> = {
  "\u0300": "2",
  "\u0301": "1",
  "\u0303": "4",
  "\u0309": "3",
  "\u0323": "5",
  // Acute and grave look-alikes that some keyboards send.
  "\u0340": "2",
  "\u0341": "1",
};

/** Letters that NFD leaves whole. */
const WHOLE: Readonly<Record<string, string>> = { đ: "d", ð: "d", ı: "i", ø: "o", ł: "l", ß: "ss" };

/** Words come again and again; the last few thousand foldings are kept. Cleared when full: nothing grows with use. */
const MOST_KEPT = 8000;
const foldings = new Map<string, string>();

/** `fold` for a single word, remembered. */
export function foldWord(word: string): string {
  const known = foldings.get(word);
  if (known !== undefined) return known;
  const folded = fold(word);
  if (foldings.size >= MOST_KEPT) foldings.clear();
  if (word.length < 20) foldings.set(word, folded);
  return folded;
}

/** Lower-cases, removes invisible characters and every diacritic. Idempotent. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}|[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]/gu, "")
    .replace(/[đðıøłß]/g, (letter) => WHOLE[letter] ?? letter);
}

const markings = new Map<string, string>();

/** `mark` for a single word, remembered. */
export function markWord(word: string): string {
  const known = markings.get(word);
  if (known !== undefined) return known;
  const marked = mark(word);
  if (markings.size >= MOST_KEPT) markings.clear();
  if (word.length < 20) markings.set(word, marked);
  return marked;
}

/** One syllable's marked form: vowels keep hat, horn and breve, the tone stands at the end as a digit (none: no digit). */
export function mark(word: string): string {
  let tone = "";
  let rest = "";
  for (const character of word.toLowerCase().normalize("NFD")) {
    const found = TONES[character];
    if (found === undefined) rest += character;
    else tone = found;
  }
  return rest.normalize("NFC") + tone;
}

const marks = new Map<string, boolean>();

/** True when a word as typed carries any Vietnamese mark (đ included). */
export function isMarked(word: string): boolean {
  const known = marks.get(word);
  if (known !== undefined) return known;
  const marked =
    // Plain letters are the common case, and quick to see.
    !/^[\x20-\x7e]*$/.test(word) &&
    /[\u0300-\u0303\u0306\u0309\u031b\u0323\u0302đ]/.test(word.normalize("NFD").toLowerCase());
  if (marks.size >= MOST_KEPT) marks.clear();
  if (word.length < 20) marks.set(word, marked);
  return marked;
}
