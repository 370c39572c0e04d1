/**
 * A message as tokens. Each token keeps what was typed (for the reasons shown to staff), the folded syllable, and the
 * marked syllable when the citizen types diacritics at all.
 */
import { foldWord, isMarked, markWord } from "./fold.ts";

export type Token = {
  /** As typed, lower case, NFC. */
  readonly typed: string;
  readonly folded: string;
  /** Null when the message is typed without diacritics: then the bare letters say nothing about the tone. */
  readonly marked: string | null;
  /** Punctuation stood before this token: a possible border of clauses. */
  readonly clause: "" | "," | "." | "?";
};

export type RawToken = { readonly typed: string; readonly clause: Token["clause"] };

/** Longer messages are cut: nobody's question starts after this. */
const MOST_CHARACTERS = 4000;
const MOST_TOKENS = 400;

/** Letters held down: "alooooo", "nhaaaa", "okkkk". Not at the front: "cccd" is a word. */
const unstutter = (word: string): string =>
  // Hardly any word has the same letter three times in a row, and the rest of the look is slow.
  !/(.)\1\1/u.test(word) ? word : word.replace(/(?<=\p{L})([aeiouy])\1{2,}|(?<=\p{L})(\p{L})\2{2,}$/gu, "$1$2");

const border = (gap: string): Token["clause"] =>
  /[?]/.test(gap) ? "?" : /[.!;\n]/.test(gap) ? "." : /[,:()\-–—]/.test(gap) ? "," : "";

/** Splits at everything that is neither letter nor digit; numbers with a unit are taken apart ("17t", "50k"). */
export function readTokens(text: string): RawToken[] {
  const clean = text
    .slice(0, MOST_CHARACTERS)
    .normalize("NFKC")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]/g, "")
    .replace(/\[số định danh\]/g, " ")
    .replace(/(\d)[.,](?=\d{3}\b)/g, "$1")
    .replace(/\bc\/(?=th)/g, "c")
    .replace(/\ba\/c\b/g, "anh chị");
  const tokens: RawToken[] = [];
  let end = 0;
  for (const found of clean.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const clause = border(clean.slice(end, found.index));
    end = found.index + found[0].length;
    const parts = /^(\d+)(tuổi|tuoi|tháng|thang|năm|nam|ngày|ngay|bản|ban|trang|triệu|tr|t|k|h|m|c|vc)$/.exec(found[0]);
    if (parts) tokens.push({ typed: parts[1] ?? "", clause }, { typed: parts[2] ?? "", clause: "" });
    else tokens.push({ typed: unstutter(found[0]), clause });
    if (tokens.length >= MOST_TOKENS) break;
  }
  return tokens;
}

/** Does the writer use diacritics? Then a bare syllable is meant bare. */
export function writesMarks(tokens: readonly RawToken[]): boolean {
  const words = tokens.filter((token) => token.typed.length > 1 && !/\d/.test(token.typed));
  const marked = words.filter((token) => isMarked(token.typed)).length;
  return marked > 0 && marked >= words.length * 0.3;
}

/** A token from a word in its final spelling. In a message without diacritics only words that carry some are marked. */
export function toToken(word: string, typed: string, clause: Token["clause"], marks: boolean): Token {
  return { typed, folded: foldWord(word), marked: marks || isMarked(word) ? markWord(word) : null, clause };
}
