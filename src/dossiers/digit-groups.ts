/** Splits what follows the letter of a code into groups of digits and what stands between them. */

/** What people put between the parts of a number. `none`: nothing, `said`: a word break inside dictated digits. */
export type Gap = "none" | "said" | "space" | "dot" | "dash";

export type DigitGroups = {
  /** All digits in order, letters that stand for digits already replaced. */
  readonly digits: string;
  /** `gaps[i]` stands before `digits[i]`; `gaps[0]` is what follows the letter. */
  readonly gaps: readonly Gap[];
  /** `ends[i]`: where in the text digit `i` ends. */
  readonly ends: readonly number[];
};

/** Stands between two dictated digits in a text that `spoken.ts` rewrote. */
export const SAID = "\u0001";

const GROUP = /[0-9oil\u0001]+/y;
const BETWEEN = /[\s.\-/\\:;|+~=*'"()[\]]{1,5}/y;
/** More than a long code with every separator: what follows belongs to something else. */
const MOST_DIGITS = 32;

/** `text` is a plain view; `from` is the place right after the letter H or G. */
export function readDigitGroups(text: string, from: number): DigitGroups {
  let digits = "";
  const gaps: Gap[] = [];
  const ends: number[] = [];
  let at = from;
  while (digits.length < MOST_DIGITS) {
    const between = matchAt(BETWEEN, text, at);
    const start = at + between.length;
    const group = groupAt(text, start);
    if (group === "") break;
    let gap: Gap = gapOf(between);
    for (let i = 0; i < group.length; i++) {
      const character = group[i]!;
      if (character === SAID) {
        if (gap === "none") gap = "said";
        continue;
      }
      digits += asDigits(character);
      gaps.push(gap);
      ends.push(start + i + 1);
      gap = "none";
    }
    at = start + group.length;
  }
  return { digits, gaps: spelledOut(gaps), ends };
}

/** "h 1 2 3 4 2 6 …": spaces between single digits say nothing about the parts. */
function spelledOut(gaps: readonly Gap[]): readonly Gap[] {
  const isSingle = (i: number) => gaps[i] !== "none" && (i + 1 >= gaps.length || gaps[i + 1] !== "none");
  const singles = gaps.filter((_, i) => isSingle(i)).length;
  if (singles < 6 || singles < gaps.length * 0.6) return gaps;
  return gaps.map((gap, i) => (gap === "space" && isSingle(i) && i > 0 && isSingle(i - 1) ? "said" : gap));
}

/**
 * A run of digits and their lookalikes. "0583ok": the letters belong to the word. "oi" is a word unless a sign ties it
 * to digits ("HOI-180101").
 */
function groupAt(text: string, start: number): string {
  let group = matchAt(GROUP, text, start);
  const end = start + group.length;
  if (/[a-z]/.test(text[end] ?? "")) group = group.replace(/[oil]+$/, "");
  const isTied = /[.-]/.test(text[end] ?? "") || /[.-]/.test(text[start - 1] ?? "");
  const isWord = !isTied && !/[0-9]/.test(group) && !/^o+$/.test(group);
  return isWord ? "" : group;
}

/** O typed for 0, I or L for 1; marks of dictation dropped. */
export function asDigits(group: string): string {
  return group.replaceAll(SAID, "").replace(/o/g, "0").replace(/[il]/g, "1");
}

function gapOf(between: string): Gap {
  if (between === "") return "none";
  if (/[^\s.]/.test(between)) return "dash";
  return between.includes(".") ? "dot" : "space";
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}
