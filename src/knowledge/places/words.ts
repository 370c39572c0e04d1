/** A text as words for finding place names: "P.8", "phường 8" and "phuong 8" read alike, "Mỹ" and "Mĩ" too. */
export interface Word {
  /** Without case and diacritics, y as i. */
  readonly folded: string;
  /** As typed, in lower case. */
  readonly marked: string;
  /** Where it stands in the NFC text. */
  readonly at: number;
  readonly end: number;
}

export function wordsOf(text: string): Word[] {
  return [...text.normalize("NFC").matchAll(/\p{L}+|\d+/gu)].map(({ 0: raw, index }) => {
    return { folded: foldWord(raw), marked: raw.toLowerCase(), at: index, end: index + raw.length };
  });
}

export const foldName = (name: string): string =>
  wordsOf(name)
    .map(({ folded }) => folded)
    .join(" ");

function foldWord(word: string): string {
  return word
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/y/g, "i");
}
