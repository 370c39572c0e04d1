import { looksLikeCode, readDossierCodes } from "../../src/dossiers/code-reader.ts";
import { type Row, TODAY, TUNED, UNSEEN } from "./code-messages.ts";
import { FRESH } from "./code-messages-fresh.ts";
import { THIRD } from "./code-messages-third.ts";

const canonical = (row: Row) => row.slice(1).map((code) => code.replace(/[?!]$/, ""));
const read = (text: string) => readDossierCodes(text, TODAY);

test.each(TUNED.map((row) => [row[0], row] as const))("%j", (text, row) => {
  expect(read(text).map(({ code }) => code)).toEqual(canonical(row));
});

test.each([...TUNED, ...UNSEEN, ...FRESH, ...THIRD].map((row) => [row[0], row] as const))(
  "how sure: %j",
  (text, row) => {
    const readings = read(text);
    for (const [i, code] of row.slice(1).entries()) {
      if (code.endsWith("!")) expect(readings[i]?.certainty).toBe("sure");
      if (code.endsWith("?")) expect(readings[i]?.certainty).toBe("doubtful");
    }
  },
);

test.each([
  ["first", UNSEEN],
  ["second", FRESH],
  ["third", THIRD],
] as const)("at least 95 of 100 messages nobody tuned on give exactly the right codes: the %s set", (_name, rows) => {
  const right = rows.filter(
    (row) =>
      read(row[0])
        .map(({ code }) => code)
        .join() === canonical(row).join(),
  );
  expect(right.length / rows.length).toBeGreaterThanOrEqual(0.95);
});

test("whatever is no code is never taken for one for sure", () => {
  const none = [...TUNED, ...UNSEEN, ...FRESH, ...THIRD].filter((row) => row.length === 1);
  expect(none.length).toBeGreaterThan(50);
  for (const [text] of none) expect(read(text).filter(({ certainty }) => certainty === "sure")).toEqual([]);
});

test.each([
  "ếch mười hai chấm ba bốn gạch hai sáu không tám không bốn gạch không năm tám ba",
  "hát mười hai chấm ba bốn gạch hai sáu linh tám linh bốn gạch không năm tám ba",
  "hát mười hai chấm ba bốn gạch hai sáu lẻ tám lẻ bốn gạch không năm tám ba",
])("a dictated code: %j", (text) =>
  expect(read(text)).toEqual([{ code: "H12.34-260804-0583", certainty: "doubtful" }]),
);

test("no unit is numbered 0", () => expect(read("h140.261102.0388")).toEqual([]));

test("the same code twice in a message is one code", () => {
  expect(read("H12.34-260804-0583 là H12.34-260804-0583")).toHaveLength(1);
});

test("a number that follows a code does not take it away", () => {
  expect(read("H12.34-260804-0583 079204001234")).toEqual([{ code: "H12.34-260804-0583", certainty: "sure" }]);
  expect(read("H12.34-260804-0583 0912 345 678")).toEqual([{ code: "H12.34-260804-0583", certainty: "sure" }]);
});

test("an old code glued together is read and asked about", () => {
  expect(read("0000019h47260105 0001")).toEqual([{ code: "000.00.19.H47-260105-0001", certainty: "doubtful" }]);
  expect(read("0000019H472601050001")).toEqual([{ code: "000.00.19.H47-260105-0001", certainty: "doubtful" }]);
});

test("the h of a word is no letter of a code", () => {
  expect(read("hồ sơ 1.200101.01")).toEqual([]);
  expect(read("ho 1.200101.01 ho 12 34 260804 0583")).toEqual([]);
});

test("a code of today is one, a code of tomorrow is none", () => {
  expect(read("H12.34-261124-0001")).toHaveLength(1);
  expect(read("H12.34-261125-0001")).toHaveLength(0);
});

describe("somebody tried to give a code", () => {
  test.each([
    "H12.34-260804-0583",
    "H12.34-261304-0583",
    "H12.34-270101-0583",
    "H12.34-260804-0000",
    "h12 34 260804 583",
    "12.34-260804-0583",
    "hát mười hai chấm ba tư gạch hai sáu mười ba không bốn gạch không năm tám ba",
  ])("%j", (text) => expect(looksLikeCode(text)).toBe(true));

  test.each([
    "1.001612",
    "2.000815.01",
    "1.013855.H17",
    "079204001234",
    "h079204001234",
    "385123456",
    "0912 345 678",
    "26.10229",
    "mst 2001234567",
    "100.000.000 đồng",
    "4/8/2026 8h30",
    "hồ sơ hôm qua",
    "",
  ])("not %j", (text) => expect(looksLikeCode(text)).toBe(false));
});
