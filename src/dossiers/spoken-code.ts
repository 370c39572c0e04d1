/**
 * Rewrites a dictated code into the signs it stands for: "hát mười hai chấm ba tư gạch …" to "h12.34-…". Dictated
 * digits carry the mark `SAID`, so that the reader knows that a machine heard them.
 */
import { SAID } from "./digit-groups.ts";
import type { PlainView } from "./plain-view.ts";
import { type MuoiMeaning, readNumber, type SpokenWord } from "./spoken-numbers.ts";

const LETTER_NAMES: Record<string, string> = {
  hat: "h",
  hac: "h",
  hach: "h",
  hap: "h",
  het: "h",
  ach: "h",
  // How machines that write down speech hear the letter's English name.
  ech: "h",
  ets: "h",
  ho: "h",
  go: "g",
  ge: "g",
  gie: "g",
  gi: "g",
  zi: "g",
};
const SIGNS: Record<string, string> = {
  cham: ".",
  phay: ".",
  gach: "-",
  tru: "-",
  xet: "-",
  xec: "-",
  sec: "-",
  xuyet: "-",
  suyet: "-",
  soet: "-",
  xoet: "-",
  xoc: "-",
  xuoc: "-",
  tren: "/",
};
/** Said around a sign without meaning of its own: "dấu gạch ngang", "gạch nối". */
const AROUND_SIGN = new Set(["dau", "ngang", "noi", "duoi", "cheo"]);
/** Said between the parts: "H12.34 ngày 260804 số 0583". */
const FILLERS = new Set(["ngay", "so", "roi", "toi", "tiep", "xong", "thu"]);

type Token = SpokenWord & {
  readonly from: number;
  readonly to: number;
  readonly isWord: boolean;
  readonly afterSpace: boolean;
};

/** Same original, new plain text. `muoi`: see spoken-numbers.ts. */
export function rewriteSpoken(view: PlainView, muoi: MuoiMeaning): PlainView {
  const words = tokensOf(view);
  let plain = "";
  const at: number[] = [];
  const put = (text: string, from: number) => {
    for (let i = 0; i < text.length; i++) at.push(view.at[from]!);
    plain += text;
  };
  let afterNumber = false;
  for (let i = 0; i < words.length; ) {
    const token = words[i]!;
    const number = readNumber(words, i, muoi);
    // Two numbers said in a row are one run of digits; anything else keeps its space.
    if (token.afterSpace && !(afterNumber && number)) put(" ", token.from);
    afterNumber = number !== null;
    if (number) put(SAID + number.digits, token.from);
    else {
      const sign = signFor(words, i);
      if (sign !== null) put(sign, token.from);
      else copy(view, token, put);
    }
    i += number?.words ?? 1;
  }
  at.push(view.original.length);
  return { plain, at, original: view.original };
}

function copy(view: PlainView, token: Token, put: (text: string, from: number) => void): void {
  for (let i = token.from; i < token.to; i++) put(view.plain[i]!, i);
}

function signFor(words: readonly Token[], i: number): string | null {
  const { plain, isWord, written } = words[i]!;
  if (!isWord) return null;
  const sign = SIGNS[plain];
  if (sign) return sign;
  if (AROUND_SIGN.has(plain)) {
    if (SIGNS[words[i + 1]?.plain ?? ""] || SIGNS[words[i - 1]?.plain ?? ""]) return "";
    // "ba bốn ngang hai sáu": said short for a dash.
    if (plain === "ngang" && endsNumber(words[i - 1]) && beginsNumber(words, i + 1)) return "-";
  }
  if (FILLERS.has(plain)) return " ";
  const letter = LETTER_NAMES[plain];
  // "hồ" folds to the same as "hờ".
  if (letter && written !== "hồ" && beginsNumber(words, i + 1)) return letter;
  return null;
}

function endsNumber(word: Token | undefined): boolean {
  return word !== undefined && (/[0-9]$/.test(word.plain) || readNumber([word], 0, "tens") !== null);
}

function beginsNumber(words: readonly Token[], at: number): boolean {
  return readNumber(words, at, "tens") !== null || /^[0-9]/.test(words[at]?.plain ?? "");
}

/** Words, typed numbers and signs, each knowing whether white space stood before it. */
function tokensOf(view: PlainView): Token[] {
  const tokens: Token[] = [];
  let afterSpace = false;
  for (const match of view.plain.matchAll(/[a-z]+|[0-9][0-9oil]*|\s+|[^a-z0-9\s]+/g)) {
    const from = match.index;
    const to = from + match[0].length;
    if (/^\s/.test(match[0])) {
      afterSpace = true;
      continue;
    }
    const written = view.original.slice(view.at[from], view.at[to]).normalize("NFC").toLowerCase();
    tokens.push({ plain: match[0], written: written.trim(), from, to, isWord: /^[a-z]/.test(match[0]), afterSpace });
    afterSpace = false;
  }
  return tokens;
}
