/** A text as words for finding place names: "P.8", "phường 8" and "phuong 8" read alike, "Mỹ" and "Mĩ" too. */
export interface Word {
  /** Without case and diacritics, y as i. */
  readonly folded: string;
  /** As typed, in lower case. */
  readonly marked: string;
}

export function wordsOf(text: string): Word[] {
  const found = text.normalize("NFC").match(/\p{L}+|\d+/gu) ?? [];
  return found.map((raw) => ({ folded: foldWord(raw), marked: raw.toLowerCase() }));
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
