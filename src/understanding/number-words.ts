/** Numbers as digits or words: "12", "mười hai", "hai chục", "hai mươi lăm", "bảy lăm", "một trăm". */
import type { Token } from "./tokens.ts";

const ONES: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};
/** Only behind tens: alone they are other words. */
const BEHIND_TENS = new Set(["tu", "lam", "nham"]);

/** Words of the longest number that anybody counts by: "một trăm hai mươi lăm". */
const LONGEST = 5;

export type NumberRead = { readonly value: number; readonly length: number };

/** The longest number that begins at this token; null when none does. */
export function readNumber(tokens: readonly Token[], at: number): NumberRead | null {
  const word = (i: number) => tokens[at + i]?.folded ?? "";
  if (/^\d{1,6}$/.test(word(0))) return { value: Number(word(0)), length: 1 };
  const first = BEHIND_TENS.has(word(0)) ? undefined : ONES[word(0)];
  if (first !== undefined && word(1) === "tram") return withHundreds(tokens, at, first);
  if (word(0) === "muoi") return ones(tokens, at, 1, 10);
  if (word(0) === "chuc") return { value: 10, length: 1 };
  if (first === undefined) return null;
  if (word(1) === "muoi") return ones(tokens, at, 2, first * 10);
  // "Bảy lăm": the word for tens is left out.
  if (/^(lam|nham)$/.test(word(1))) return { value: first * 10 + 5, length: 2 };
  if (word(1) === "chuc") return { value: first * 10, length: 2 };
  return { value: first, length: 1 };
}

/** The number that ends before `end` ("10", "mười bốn", "bảy mươi lăm"), or null. */
export function readNumberBefore(tokens: readonly Token[], end: number): number | null {
  for (let at = Math.max(0, end - LONGEST); at < end; at++) {
    const number = readNumber(tokens, at);
    if (number && at + number.length === end) return number.value;
  }
  return null;
}

function ones(tokens: readonly Token[], at: number, length: number, tens: number): NumberRead {
  const more = ONES[tokens[at + length]?.folded ?? ""];
  return more === undefined ? { value: tens, length } : { value: tens + more, length: length + 1 };
}

function withHundreds(tokens: readonly Token[], at: number, hundreds: number): NumberRead {
  const isOdd = /^(le|linh)$/.test(tokens[at + 2]?.folded ?? "");
  const rest = readNumber(tokens, at + (isOdd ? 3 : 2));
  if (!rest || rest.value >= 100) return { value: hundreds * 100, length: 2 };
  return { value: hundreds * 100 + rest.value, length: (isOdd ? 3 : 2) + rest.length };
}
