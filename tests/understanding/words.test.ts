import fc from "fast-check";
import { fold, isMarked, mark } from "../../src/understanding/fold.ts";
import { normalise } from "../../src/understanding/normalise.ts";
import { slipCost } from "../../src/understanding/repair.ts";
import { isSyllable } from "../../src/understanding/syllable.ts";
import { readLeftover } from "../../src/understanding/telex.ts";
import { buildVocabulary } from "../../src/understanding/vocabulary.ts";

const vocabulary = buildVocabulary([
  ...Array(10).fill("đăng ký khai sinh cho con"),
  ...Array(10).fill("đăng ký kết hôn"),
  ...Array(10).fill("làm căn cước ở đâu"),
  ...Array(10).fill("cần giấy tờ gì"),
  ...Array(10).fill("gia hạn tạm trú"),
]);
const read = (text: string): string =>
  normalise(text, vocabulary)
    .tokens.map((token) => token.folded)
    .join(" ");

test("folding twice is folding once, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => fold(fold(text)) === fold(text)),
    { numRuns: 1000 },
  );
});

test.each([
  ["Hoà", "hòa"],
  ["THUỶ", "thủy"],
  ["nghĩa".normalize("NFD"), "nghĩa"],
])("%s and %s are one marked syllable", (one, other) => {
  expect(mark(one)).toBe(mark(other));
});

test("a bare word has no marks, đ alone is one", () => {
  expect([isMarked("hoa"), isMarked("hoà"), isMarked("đi")]).toEqual([false, true, true]);
});

test.each([
  ["ddawng", "đăng"],
  ["kys", "ký"],
  ["nooj", "nộ"],
  ["cuowcs", "cước"],
  ["cưowcs", "cước"],
  ["dduwowcj", "được"],
  ["thụcw", "thực"],
  ["d9a8ng", "đăng"],
  ["ky1", "ký"],
  ["so61", "số"],
])("the leftover %s is read as %s", (typed, meant) => {
  const word = readLeftover(typed);
  expect(word === null ? null : fold(word)).toBe(fold(meant));
});

test.each(["ct07", "a1", "man", "khai", "h12"])("%s is no leftover of a typing method", (typed) => {
  expect(readLeftover(typed)).toBeNull();
});

test.each([
  ["sinh", true],
  ["nghieng", true],
  ["sihn", false],
  ["kys", false],
  ["onl", false],
])("%s as a syllable: %s", (word, possible) => {
  expect(isSyllable(word)).toBe(possible);
});

test.each([
  ["đk ks cho con", "dang ky khai sinh cho con"],
  ["lamkhaisinh", "lam khai sinh"],
  ["giấy khai sihn", "giay khai sinh"],
  ["dang ky ket hin", "dang ky ket hon"],
  ["khai sanh", "khai sinh"],
  ["can gt j", "can giay to gi"],
  ["cccd", "can cuoc"],
  ["khaiiiii sinhhhh", "khai sinh"],
  ["lafmcanwcuowcs", "lam can cuoc"],
  ["lamccodau", "lam can cuoc o dau"],
  ["gis han", "gia han"],
  ["krets hoon", "ket hon"],
  ["doi ccvd", "doi can cuoc"],
])("%s is read as %s", (typed, meant) => {
  expect(read(typed)).toBe(meant);
});

test("a real word that the knowledge does not use is left alone", () => {
  expect(read("bắp rang bơ")).toBe("bap rang bo");
});

test("a neighbour key costs less than a far one, two slips are none", () => {
  expect(slipCost("sinj", "sinh")).toBeLessThan(slipCost("sinp", "sinh"));
  expect(slipCost("sabc", "sinh")).toBe(Number.POSITIVE_INFINITY);
});
