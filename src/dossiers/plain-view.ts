/**
 * A text as a code reader sees it: full-width digits made plain, invisible characters gone, diacritics off, one kind of
 * dash and of dot. Each character of the view knows where it stood, so that a finding can be cut out of the original.
 */
export type PlainView = {
  /** Lower-case; ASCII wherever the original has an ASCII equivalent. */
  readonly plain: string;
  /** Where character `i` of `plain` begins in the original (UTF-16 units). One entry more than `plain`: the end. */
  readonly at: readonly number[];
  readonly original: string;
};

/** Letters of other alphabets that phones offer beside ours and that look the same. */
const LOOKALIKES: Record<string, string> = { Н: "h", н: "h", О: "o", о: "o", Ο: "o", Η: "h", І: "i", đ: "d", Đ: "d" };
const DASH = /^[\p{Pd}\u2212\u2043\u2796_]$/u;
const DOT = /^[,·•∙‧・。、٫⋅]$/u;
const INVISIBLE = /[\p{Cf}\p{M}]/gu;

/** Never throws; lone surrogates pass through. */
export function plainView(original: string): PlainView {
  let plain = "";
  const at: number[] = [];
  let index = 0;
  for (const character of original) {
    const simple = isPlainAscii(character) ? character.toLowerCase() : simplify(character);
    for (let i = 0; i < simple.length; i++) at.push(index);
    plain += simple;
    index += character.length;
  }
  at.push(index);
  return { plain, at, original };
}

/** The range of the original that `plain[from..to)` came from, with the invisible characters that follow it. */
export function originalRange(view: PlainView, from: number, to: number): { start: number; end: number } {
  const lastStart = view.at[Math.max(from, to - 1)] ?? 0;
  // One character may unfold into several ("⒈" into "1."): then the next one begins where this one does.
  const length = (view.original.codePointAt(lastStart) ?? 0) > 0xffff ? 2 : 1;
  return { start: view.at[from] ?? 0, end: Math.max(lastStart + length, view.at[to] ?? 0) };
}

function isPlainAscii(character: string): boolean {
  return character < "\x7f" && character !== "," && character !== "_";
}

function simplify(character: string): string {
  const known = LOOKALIKES[character];
  if (known) return known;
  if (DASH.test(character)) return "-";
  if (DOT.test(character)) return ".";
  const simple = character.normalize("NFKD").replace(INVISIBLE, "").toLowerCase();
  // A compatibility form may unfold into something that is itself a dash or a dot: "，" becomes ",".
  return [...simple].map((part) => (DASH.test(part) ? "-" : DOT.test(part) ? "." : part)).join("");
}
