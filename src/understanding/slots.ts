/** Numbers with a meaning for a rule: copies and pages of a certified copy ("sao y 3 bản mỗi bản 5 trang"). */
import type { Token } from "./tokens.ts";

const NUMBERS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  chuc: 10,
};

function read(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d{1,4}$/.test(word)) return Number(word);
  return NUMBERS[word];
}

/** Zero and absurd numbers are not read. "mỗi bản 5 trang" says pages, not copies. */
export function readCounts(tokens: readonly Token[]): { copies?: number; pages?: number } {
  const counts: { copies?: number; pages?: number } = {};
  for (let at = 1; at < tokens.length; at++) {
    const number = read(tokens[at - 1]?.folded);
    if (number === undefined || number < 1 || number > 1000) continue;
    const unit = tokens[at]?.folded ?? "";
    // "một bản 5 trang" after a count of copies speaks of each copy.
    if (/^(ban|bo|cai|cuon)$/.test(unit) && counts.copies === undefined) counts.copies = number;
    if (/^(trang|to|mat)$/.test(unit) && counts.pages === undefined) counts.pages = number;
  }
  return counts;
}
