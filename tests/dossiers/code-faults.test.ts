import fc from "fast-check";
import { readDossierCodes } from "../../src/dossiers/code-reader.ts";

const TODAY = "2026-11-24";
const RUNS = { numRuns: 1500 };

const two = (n: number) => String(n).padStart(2, "0");
const level = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 99 }).map(two) }, number(100, 999));
const day = fc
  .date({ min: new Date("2018-01-01"), max: new Date("2026-11-23"), noInvalidDate: true })
  .map((d) => `${two(d.getUTCFullYear() - 2000)}${two(d.getUTCMonth() + 1)}${two(d.getUTCDate())}`);
const serial = fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, "0"));

function number(min: number, max: number) {
  return fc.integer({ min, max }).map(String);
}

type Parts = { agency: string[]; day: string; serial: string };
const provincial: fc.Arbitrary<Parts> = fc
  .tuple(fc.integer({ min: 1, max: 63 }).map(two), fc.array(level, { maxLength: 1 }), day, serial)
  .map(([province, levels, on, n]) => ({ agency: [`H${province}`, ...levels], day: on, serial: n }));
const national: fc.Arbitrary<Parts> = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 20 }).map(two), { maxLength: 1 }), day, number(100000, 999999))
  .map(([levels, on, n]) => ({ agency: ["G22", "99", ...levels], day: on, serial: n }));
const parts = fc.oneof({ weight: 3, arbitrary: provincial }, national);
const old = fc
  .tuple(fc.integer({ min: 1, max: 30 }).map(two), fc.integer({ min: 1, max: 63 }).map(two), day, serial)
  .map(([unit, province, on, n]) => `000.00.${unit}.H${province}-${on}-${n}`);

const print = ({ agency, day: on, serial: n }: Parts) => `${agency.join(".")}-${on}-${n}`;
const codes = (text: string) => readDossierCodes(text, TODAY).map(({ code }) => code);

const around = fc.constantFrom(
  (code: string) => code,
  (code: string) => `mã hồ sơ: ${code}`,
  (code: string) => `MHS ${code} xong chưa em`,
  (code: string) => `coi giùm (${code}).`,
  (code: string) => `cho hỏi ${code}, nộp 2 tháng rồi`,
  (code: string) => `${code}\nsđt 0912345678`,
);
/** Faults that leave no doubt about the code. */
const harmless = fc.constantFrom(
  (code: string) => code,
  (code: string) => code.toLowerCase(),
  (code: string) => code.replaceAll("-", "–"),
  (code: string) => code.replaceAll("-", " - "),
  (code: string) => code.replaceAll("-", "_"),
  (code: string) => code.replaceAll(".", ","),
  (code: string) => code.replaceAll("0", "O"),
  (code: string) => code.replaceAll("1", "l"),
  (code: string) => code.replaceAll("1", "I").replaceAll("0", "o"),
  (code: string) => code.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
  (code: string) => [...code].join("\u200b"),
  (code: string) => code.replace(/-(?=[0-9]+$)/, "-\n"),
);
/** Faults that need some reading. */
const harder = fc.constantFrom(
  (code: string) => code.replaceAll(/[.-]/g, " "),
  (code: string) => code.replaceAll(/[.-]/g, "."),
  (code: string) => code.replaceAll(/[.-]/g, "-"),
  (code: string) => code.replace("-", "."),
  (code: string) => code.replace(/([GH][0-9]{2})/, "$1 ").replaceAll(".", " "),
);

test("a code as printed, in any sentence, is read back exactly and for sure", () => {
  fc.assert(
    fc.property(fc.oneof(parts.map(print), old), around, (code, put) => {
      expect(readDossierCodes(put(code), TODAY)).toEqual([{ code, certainty: "sure" }]);
    }),
    RUNS,
  );
});

test("signs and lookalikes mistyped do not change the code", () => {
  fc.assert(
    fc.property(fc.oneof(parts.map(print), old), around, harmless, (code, put, mistype) => {
      expect(codes(put(mistype(code)))).toEqual([code]);
    }),
    RUNS,
  );
});

test("wrong separators do not change the code", () => {
  fc.assert(
    fc.property(parts.map(print), around, harder, (code, put, mistype) => {
      expect(codes(put(mistype(code)))).toEqual([code]);
    }),
    RUNS,
  );
});

test("two faults at once do not change the code", () => {
  fc.assert(
    fc.property(parts.map(print), around, harmless, harder, (code, put, first, second) => {
      const mistyped = second(first(code));
      // A group of letters alone is a word to everybody ("hoi").
      fc.pre(!/(?:^|[^0-9a-z])[hg]?[oil]+(?![0-9a-z])/i.test(mistyped));
      expect(codes(put(mistyped))).toEqual([code]);
    }),
    RUNS,
  );
});

test("leading zeros left out of a serial come back, and are asked about", () => {
  fc.assert(
    fc.property(provincial, fc.integer({ min: 1, max: 999 }), ({ agency, day: on }, n) => {
      const [reading] = readDossierCodes(`${agency.join(".")}-${on}-${n}`, TODAY);
      expect(reading).toEqual({
        code: print({ agency, day: on, serial: String(n).padStart(4, "0") }),
        certainty: "doubtful",
      });
    }),
    RUNS,
  );
});

test("two codes are read in order", () => {
  fc.assert(
    fc.property(parts.map(print), parts.map(print), fc.constantFrom(" ", ", ", " và ", "\n", "; "), (a, b, between) => {
      fc.pre(a !== b);
      expect(codes(a + between + b)).toEqual([a, b]);
    }),
    RUNS,
  );
});

test("ID, phone, tax and procedure numbers are never a code, whatever letter stands before", () => {
  const digits = (n: number) => fc.stringMatching(new RegExp(`^[0-9]{${n}}$`));
  const harmlessNumber = fc.oneof(
    digits(12),
    digits(9),
    digits(9).map((d) => `0${d}`),
    fc.tuple(digits(1), digits(6)).map(([a, b]) => `${a}.${b}`),
    fc.tuple(digits(1), digits(6), digits(2)).map((p) => p.join(".")),
    fc.tuple(digits(2), digits(5)).map((p) => p.join(".")),
    fc.tuple(digits(1), digits(6), digits(2)).map(([a, b, c]) => `${a}.${b}.H${c}`),
  );
  const before = fc.constantFrom("", "số ", "hồ sơ ", "h", "h ", "mã H", "cccd");
  fc.assert(
    fc.property(before, harmlessNumber, (word, n) => {
      expect(codes(`${word}${n} nha`)).toEqual([]);
    }),
    RUNS,
  );
});

test("no text whatever makes the reader throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      expect(Array.isArray(codes(text))).toBe(true);
    }),
    RUNS,
  );
});

test("a text full of letters and digits is read in bounded time", () => {
  const started = performance.now();
  codes("h1 ".repeat(2000));
  codes("h".repeat(5000) + "1".repeat(5000));
  codes("hát mười hai chấm ".repeat(400));
  expect(performance.now() - started).toBeLessThan(1500);
});
