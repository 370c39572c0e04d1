/** The compact memory of a file's codes answers as a plain one would. */
import { createSeenCodes } from "../../src/dossiers/import/seen-codes.ts";

test("every repeated code is told with its first line, and no other is taken for one", () => {
  const seen = createSeenCodes();
  const plain = new Map<string, number>();
  for (let line = 2; line < 60_000; line++) {
    const code = `H12.34-260804-${String(line % 41_000).padStart(6, "0")}`;
    const before = plain.get(code);
    expect(seen.lineBefore(code, line)).toBe(before);
    if (before === undefined) plain.set(code, line);
  }
  expect(plain.size).toBe(41_000);
});
