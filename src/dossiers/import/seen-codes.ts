/**
 * Which codes a file has told already, and on which line. Of each code only 64 bits of a hash are held, outside the heap:
 * some megabytes for the longest file, where the codes themselves would hold on to the text they were cut from. That two
 * different codes of one file are taken for one happens once in a hundred million files of 300,000 rows.
 */
import { hash } from "node:crypto";

export type SeenCodes = {
  /** The line on which the code stood first; undefined when it is new, and then it is remembered with `line`. */
  lineBefore(code: string, line: number): number | undefined;
};

const FIRST_SIZE = 1 << 14;

export function createSeenCodes(): SeenCodes {
  let size = FIRST_SIZE;
  let marks = new BigUint64Array(size);
  let lines = new Uint32Array(size);
  let count = 0;

  /** The place of the mark, or the free one where it belongs. */
  const placeOf = (mark: bigint, among: BigUint64Array): number => {
    let at = Number(mark & BigInt(among.length - 1));
    while (among[at] !== 0n && among[at] !== mark) at = (at + 1) & (among.length - 1);
    return at;
  };

  function grow(): void {
    size *= 2;
    const more = new BigUint64Array(size);
    const moreLines = new Uint32Array(size);
    for (const [at, mark] of marks.entries()) {
      if (mark === 0n) continue;
      const place = placeOf(mark, more);
      more[place] = mark;
      moreLines[place] = lines[at]!;
    }
    [marks, lines] = [more, moreLines];
  }

  return {
    lineBefore(code, line) {
      const mark = BigInt(`0x${hash("sha256", code).slice(0, 16)}`) || 1n;
      const at = placeOf(mark, marks);
      if (marks[at] === mark) return lines[at];
      marks[at] = mark;
      lines[at] = line;
      count += 1;
      if (count * 2 > size) grow();
      return undefined;
    },
  };
}
