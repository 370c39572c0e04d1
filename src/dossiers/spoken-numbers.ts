/** Vietnamese number words to digits, as said when a code is read aloud: "ba mươi bốn" is 34, "không tám" is 08. */

const UNITS: Record<string, string> = {
  khong: "0",
  hong: "0",
  kong: "0",
  zero: "0",
  mot: "1",
  hai: "2",
  ba: "3",
  bon: "4",
  tu: "4",
  nam: "5",
  lam: "5",
  nham: "5",
  sau: "6",
  bay: "7",
  tam: "8",
  chin: "9",
};

/**
 * Without diacritics "muoi" is either mười (10) or mươi (tens): "hai sau muoi mot" may be 2-6-11 or 2-61. The caller
 * tries one meaning, then the other.
 */
export type MuoiMeaning = "tens" | "ten";
export type SpokenWord = {
  /** Lower case, no diacritics. */
  readonly plain: string;
  /** As written, to tell "mười" from "mươi". */
  readonly written: string;
};

/** The digits of the number that begins at word `at`, and how many words it takes; null when none begins there. */
export function readNumber(
  words: readonly SpokenWord[],
  at: number,
  muoi: MuoiMeaning,
): { digits: string; words: number } | null {
  const unit = unitAt(words, at);
  if (unit === null) return readTeens(words, at) ?? readWithZero(words, at);
  const next = words[at + 1]?.plain;
  if (next === "nghin" || next === "ngan") {
    const rest = readHundreds(words, at + 2, muoi);
    return rest ? { digits: unit + rest.digits, words: 2 + rest.words } : { digits: `${unit}000`, words: 2 };
  }
  return readHundreds(words, at, muoi) ?? readTens(words, at, muoi) ?? { digits: unit, words: 1 };
}

/** mười, mười hai, hăm sáu. */
function readTeens(words: readonly SpokenWord[], at: number): { digits: string; words: number } | null {
  const ten = words[at]?.plain === "muoi" ? "1" : words[at]?.plain === "ham" ? "2" : null;
  if (ten === null) return null;
  const unit = unitAt(words, at + 1);
  if (unit !== null && unit !== "0" && !startsTens(words, at + 1)) return { digits: ten + unit, words: 2 };
  return ten === "1" ? { digits: "10", words: 1 } : null;
}

/** "linh tám", "lẻ tám": 08, as days and months are said. */
function readWithZero(words: readonly SpokenWord[], at: number): { digits: string; words: number } | null {
  if (!["linh", "le"].includes(words[at]?.plain ?? "")) return null;
  const unit = unitAt(words, at + 1);
  return unit === null || unit === "0" ? null : { digits: `0${unit}`, words: 2 };
}

/** "một trăm ba mươi hai", "hai trăm lẻ năm", "năm trăm". */
function readHundreds(
  words: readonly SpokenWord[],
  at: number,
  muoi: MuoiMeaning,
): { digits: string; words: number } | null {
  const unit = unitAt(words, at);
  if (unit === null || words[at + 1]?.plain !== "tram") return null;
  const link = words[at + 2]?.plain;
  const low = link === "le" || link === "linh" ? unitAt(words, at + 3) : null;
  if (low !== null) return { digits: `${unit}0${low}`, words: 4 };
  const tens = readTens(words, at + 2, muoi) ?? readTeens(words, at + 2);
  return tens ? { digits: unit + tens.digits, words: 2 + tens.words } : { digits: `${unit}00`, words: 2 };
}

/** "ba mươi", "ba mươi bốn". */
function readTens(
  words: readonly SpokenWord[],
  at: number,
  muoi: MuoiMeaning,
): { digits: string; words: number } | null {
  const unit = unitAt(words, at);
  if (unit === null || unit === "0" || unit === "1" || !isTens(words[at + 1], muoi)) return null;
  const low = unitAt(words, at + 2);
  if (low === null || low === "0" || startsTens(words, at + 2)) return { digits: `${unit}0`, words: 2 };
  return { digits: unit + low, words: 3 };
}

/** "hai mươi ba mươi": the "ba" belongs to what follows. Only where the writing says so. */
function startsTens(words: readonly SpokenWord[], at: number): boolean {
  return isTens(words[at + 1], "ten") || words[at + 1]?.plain === "tram";
}

function isTens(word: SpokenWord | undefined, muoi: MuoiMeaning): boolean {
  if (word?.plain !== "muoi") return false;
  return word.written === "muoi" ? muoi === "tens" : word.written === "mươi";
}

function unitAt(words: readonly SpokenWord[], at: number): string | null {
  return UNITS[words[at]?.plain ?? ""] ?? null;
}
