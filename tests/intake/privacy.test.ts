import fc from "fast-check";
import { CITIZEN_ID_TOKEN } from "../../src/channel/personal-numbers.ts";
import { readDossierCodes } from "../../src/dossiers/index.ts";
import { maskPersonalNumbers } from "../../src/intake/privacy.ts";

const ID = CITIZEN_ID_TOKEN;
const mask = (text: string) => maskPersonalNumbers(text).text;

describe("citizen-ID and old ID-card numbers leave no digit", () => {
  test.each([
    ["079204001234", ID],
    ["cccd của tôi 096085012345 nha", `cccd của tôi ${ID} nha`],
    ["cccd079204001234", `cccd${ID}`],
    ["079204001234của em", `${ID}của em`],
    ["079 204 001 234", ID],
    ["079.204.001.234", ID],
    ["079-204-001-234", ID],
    ["0792 0400 1234", ID],
    ["079204 001234", ID],
    ["0 7 9 2 0 4 0 0 1 2 3 4", ID],
    ["079, 204, 001, 234", ID],
    ["０７９２０４００１２３４", ID],
    ["079\u200b204\u200b001\u200b234", ID],
    ["0️⃣7️⃣9️⃣2️⃣0️⃣4️⃣0️⃣0️⃣1️⃣2️⃣3️⃣4️⃣", ID],
    ["O792O4OO1234", ID],
    ["o79204001234", ID],
    ["0792040Ol234", ID],
    ["h079204001234", `h${ID}`],
    ["mã H 079204001234", `mã H ${ID}`],
    ["cmnd 385123456", `cmnd ${ID}`],
    ["385 123 456", ID],
    ["385.123.456", ID],
    ["cmnd 123456789 dong bao hiem", `cmnd ${ID} dong bao hiem`],
    ["123.456.789 đóng rồi", `${ID} đóng rồi`],
    ["cha 079204001234 mẹ 079305004321", `cha ${ID} mẹ ${ID}`],
    ["079204\n001234", ID],
    ["1. 079 204 001 234", `1. ${ID}`],
    ["#079204001234", `#${ID}`],
    ["sinh 12/10/1985 cccd 079185001234", `sinh 12/10/1985 cccd ${ID}`],
    ["sinh 12.10.1985 079 185 001 234", `sinh 12.10.1985 ${ID}`],
    ["H12.34-260804-0583 079204001234", `H12.34-260804-0583 ${ID}`],
  ])("%j", (text, kept) => {
    expect(maskPersonalNumbers(text)).toEqual({ text: kept, sawCitizenId: true, phones: [] });
  });
});

describe("phone numbers keep their last three digits and are handed over", () => {
  test.each([
    ["0912345678", "[điện thoại …678]", "0912345678"],
    ["gọi em 0912 345 678 nha", "gọi em [điện thoại …678] nha", "0912345678"],
    ["0912.345.678", "[điện thoại …678]", "0912345678"],
    ["0912-345-678", "[điện thoại …678]", "0912345678"],
    ["+84912345678", "[điện thoại …678]", "0912345678"],
    ["+84 912 345 678", "[điện thoại …678]", "0912345678"],
    ["(+84) 912 345 678", "[điện thoại …678]", "0912345678"],
    ["84912345678", "[điện thoại …678]", "0912345678"],
    ["+84 0912345678", "[điện thoại …678]", "0912345678"],
    ["sđt:O912345678", "sđt:[điện thoại …678]", "0912345678"],
    ["0290 3831234", "[điện thoại …234]", "02903831234"],
    ["０９１２３４５６７８", "[điện thoại …678]", "0912345678"],
    ["0912.345.678 12 tuổi", "[điện thoại …678] 12 tuổi", "0912345678"],
    ["H12.34-260804-0583 đt 0912345678", "H12.34-260804-0583 đt [điện thoại …678]", "0912345678"],
  ])("%j", (text, kept, number) => {
    expect(maskPersonalNumbers(text)).toEqual({ text: kept, sawCitizenId: false, phones: [number] });
  });

  test("an ID and a phone number in one message are told apart", () => {
    expect(maskPersonalNumbers("cccd 079204001234 sdt 0912345678")).toEqual({
      text: `cccd ${ID} sdt [điện thoại …678]`,
      sawCitizenId: true,
      phones: ["0912345678"],
    });
    expect(maskPersonalNumbers("079204001234 0912345678").phones).toEqual(["0912345678"]);
  });
});

describe("what is clearly no personal number stays as written", () => {
  test.each([
    "H12.34-260804-0583",
    "h12 34 260804 583",
    "H12-260804-0583",
    "000.00.19.H47-260105-0001",
    "G22.99.08-260921-896048",
    "G22.99-251225-020175",
    "H12.118261020-0021",
    "H12.34-261304-0583",
    "H12.34-270804-0583",
    "H12342608040583",
    "12.34-260804-0583",
    "1.001612",
    "2.000815.01",
    "thủ tục 1.001193, 2.000815",
    "1.013855.H17",
    "số phiếu 26.10229",
    "100.000.000 đồng",
    "100000000 đồng",
    "vay 1.250.000.000đ",
    "123.456.789 đồng",
    "100.000.000.000 vnd",
    "phí 5.000-10.000",
    "từ 50.000 đến 100.000",
    "ngày 24/11/2026 lúc 7h30",
    "24.11.2026 8 giờ",
    "24 11 2026 8 giờ",
    "24-11-2026, 25-11-2026",
    "nghị định 23/2015/NĐ-CP",
    "1900 1234",
    "thửa 123 tờ 45",
    "#xac-nhan-ma",
    "",
    "chào em",
    "[số định danh] và [điện thoại …678]",
  ])("%j", (text) => {
    expect(maskPersonalNumbers(text)).toEqual({ text, sawCitizenId: false, phones: [] });
  });
});

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));
const personal = fc.oneof(digits(12), digits(9));
const words = fc.constantFrom("", "cccd ", "số của tôi: ", "h", "mã H ", "cmnd:", "(", "ông A ", "a\n");
const after = fc.constantFrom("", " nha", " ạ.", ")", "\nxin cảm ơn", ", H12.34-260804-0583", "của em");
const RUNS = { numRuns: 2000 };

test("whatever stands around it, an ID number in one piece is gone", () => {
  fc.assert(
    fc.property(words, personal, after, (before, number, behind) => {
      const text = mask(before + number + behind);
      expect(text).not.toMatch(/(?<![0-9])(?:[0-9]{9}|[0-9]{12})(?![0-9])/);
      expect(text).toContain(ID);
    }),
    RUNS,
  );
});

test("however it is grouped, no digit of an ID number is left", () => {
  const grouped = fc
    .tuple(
      personal.filter((number) => !number.endsWith("000")),
      fc.constantFrom([3, 3, 3, 3], [4, 4, 4], [6, 6], [3, 9], [2, 2, 2, 2, 2, 2], [5, 7], [3, 1, 2, 6]),
      fc.constantFrom(" ", ".", "-", " - ", ", ", "\u00a0", "–", "_"),
    )
    .map(([number, sizes, between]) => {
      const parts: string[] = [];
      let at = 0;
      for (const size of sizes) {
        parts.push(number.slice(at, at + size));
        at += size;
      }
      return parts.filter(Boolean).join(between);
    });
  fc.assert(
    fc.property(fc.constantFrom("", "cccd ", "số "), grouped, (before, number) => {
      expect(mask(before + number)).toBe(before + ID);
    }),
    RUNS,
  );
});

test("every kind of digit and every invisible character is seen through", () => {
  const disguise = fc.constantFrom(
    (n: string) => n.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
    (n: string) => [...n].join("\u200b"),
    (n: string) => [...n].join("\u2060"),
    (n: string) => n.replaceAll("0", "O"),
    (n: string) => n.replaceAll("1", "l"),
    (n: string) => n.replace(/[0-9]/g, (d) => String.fromCodePoint(0x1d7ce + Number(d))),
  );
  const enough = personal.filter((number) => number.replace(/[01]/g, "").length >= 5);
  fc.assert(
    fc.property(enough, disguise, (number, hide) => {
      expect(mask(`số ${hide(number)} ạ`)).toBe(`số ${ID} ạ`);
    }),
    RUNS,
  );
});

const two = (n: number) => String(n).padStart(2, "0");
const code = fc
  .tuple(
    fc.constantFrom("H12", "h12.34", "H57.132", "000.00.19.H47", "G22.99", "G22.99.08", "H12.34.56"),
    fc.integer({ min: 18, max: 26 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.oneof(digits(4), digits(6), digits(3)),
    fc.constantFrom("-", " ", ".", " - ", "–"),
  )
  .map(([agency, y, m, d, serial, dash]) => `${agency}${dash}${two(y)}${two(m)}${two(d)}${dash}${serial}`);

test("a dossier code survives, also beside personal numbers", () => {
  fc.assert(
    fc.property(code, personal, fc.constantFrom(" ", ", cccd ", "\n", " của "), (written, number, between) => {
      fc.pre(readDossierCodes(written, "2026-12-31").length === 1);
      expect(mask(written)).toBe(written);
      expect(mask(`${written}, cccd ${number}`)).toBe(`${written}, cccd ${ID}`);
      expect(mask(`cccd ${number}${between}${written}`)).toBe(`cccd ${ID}${between}${written}`);
    }),
    RUNS,
  );
});

test("masking what is masked changes nothing", () => {
  const piece = fc.oneof(
    digits(12),
    digits(9),
    digits(3),
    digits(4),
    digits(2),
    digits(10),
    code,
    fc.constantFrom("0912345678", "+84", " ", "  ", ".", "-", "\n", "H12", "đồng", ID, "o", "cccd", "1.001612", "/"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const once = mask(pieces.join(""));
      expect(mask(once)).toBe(once);
    }),
    RUNS,
  );
});

test("no text makes it throw, and text without digits is untouched", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      const masked = mask(text);
      if (!/[\p{Nd}\p{No}]/u.test(text)) expect(masked).toBe(text);
    }),
    RUNS,
  );
});

test("ten thousand characters of digits do not hold the door", () => {
  const started = performance.now();
  for (const piece of ["1 ", "12.", "h1 ", "0912345678 ", "079204001234", "+84 ", "1.000."]) {
    mask(piece.repeat(10_000 / piece.length));
  }
  expect(performance.now() - started).toBeLessThan(2000);
});
