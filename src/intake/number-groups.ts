/** Cuts a plain view into rows of digit groups, as people write long numbers: "079 204 001 234", "0912.345.678". */

export type DigitGroup = {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
  /** The digits without lookalike letters at the edges: in "cccdO79…" or "…234là" those may belong to a word. */
  readonly core: string;
};
/** Groups with nothing but spaces, dots, dashes or brackets between neighbours. */
export type Row = readonly DigitGroup[];

const GROUP = /[0-9oil]*[0-9][0-9oil]*/g;
const BETWEEN = /^[\s.\-()]{1,3}$/;

/** `taken` ranges are something else already: no row reaches into or across them. */
export function readRows(plain: string, taken: readonly { from: number; to: number }[]): Row[] {
  const rows: DigitGroup[][] = [];
  let row: DigitGroup[] = [];
  for (const match of plain.matchAll(GROUP)) {
    const group = groupOf(plain, match.index, match[0]);
    if (taken.some(({ from, to }) => group.from < to && from < group.to)) continue;
    const before = row.at(-1);
    if (before && !joins(plain, before, group)) {
      rows.push(row);
      row = [];
    }
    row.push(group);
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function groupOf(plain: string, index: number, text: string): DigitGroup {
  const head = isLetter(plain[index - 1]) ? (/^[oil]*/.exec(text)?.[0].length ?? 0) : 0;
  const tail = isLetter(plain[index + text.length]) ? (/[oil]*$/.exec(text)?.[0].length ?? 0) : 0;
  return {
    from: index + head,
    to: index + text.length - tail,
    digits: asDigits(text.slice(head, text.length - tail)),
    core: asDigits(text.replace(/^[oil]+|[oil]+$/g, "")),
  };
}

function joins(plain: string, before: DigitGroup, group: DigitGroup): boolean {
  const between = plain.slice(before.to, group.from);
  if (!BETWEEN.test(between)) return false;
  // A line break inside a number comes from pasting; between short numbers it separates the lines of a list.
  return !between.includes("\n") || (before.digits.length >= 3 && group.digits.length >= 3);
}

const isLetter = (character: string | undefined) => character !== undefined && /[a-z]/.test(character);
const asDigits = (text: string) => text.replace(/o/g, "0").replace(/[il]/g, "1");
