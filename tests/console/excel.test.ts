/** Out to Excel and back: nothing touched changes nothing, what is edited comes back as it was edited, the rest is told. */
import fc from "fast-check";
import { headersOf } from "../../src/console/knowledge/excel/layout.ts";
import { readBook } from "../../src/spreadsheet/index.ts";
import { zip } from "../dossiers/tiny-xlsx.ts";
import { contentsOfKind, type Edited, edited, LAYOUTS, planFrom, rebuilt, type Sheets } from "./excel-office.ts";

const KINDS = ["procedure", "faq"] as const;
const RUNS = 25;

describe.each(KINDS)("%s", (kind) => {
  const contents = contentsOfKind(kind);
  const ids = [...contents.keys()];

  test("every record goes out and comes back with no change at all", async () => {
    const plan = await planFrom(kind, await edited(kind, () => {}));
    expect(plan.faults).toEqual([]);
    expect(plan.items.map(({ id }) => id)).toEqual(ids);
    expect(plan.items.filter(({ outcome }) => outcome !== "same")).toEqual([]);
    expect(plan.items.map(({ content }) => content)).toEqual(ids.map((id) => contents.get(id)));
  }, 60_000);

  test("headers of a sheet differ, or two fields would be one column", () => {
    for (const sheet of LAYOUTS[kind].sheets) {
      const headers = headersOf(sheet).map((header) => header.toLowerCase());
      expect([sheet.name, new Set(headers).size]).toEqual([sheet.name, headers.length]);
    }
  });

  test("generated edits of a record come back as they were made, and only they", async () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
      .map((each) => `Chữ ${each.replace(/\s+/g, " ")} xong`);
    const change = fc.record({
      id: fc.constantFrom(...ids),
      list: fc.constantFrom(...(kind === "faq" ? ["facts", "steps", "variants"] : ["channels", "steps", "conditions"])),
      lines: fc.array(text, { minLength: 1, maxLength: 4 }),
      title: text.map((each) => each.slice(0, 50)),
      amount: fc.option(fc.nat({ max: 90_000_000 })),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ id, list, lines, title, amount }) => {
        const base = contents.get(id) as Edited;
        const fees = base.fees?.map((fee, at) => (at === 0 ? { ...fee, amount } : fee));
        const wanted = {
          ...base,
          [kind === "faq" ? "question" : "short_name"]: title,
          [list]: lines,
          ...(fees ? { fees } : {}),
        } as Edited;
        const plan = await planFrom(kind, rebuilt(kind, id, wanted));
        expect(plan.faults).toEqual([]);
        const [item] = plan.items;
        expect(normal(item?.content)).toEqual(normal(wanted));
        expect(item?.outcome).toBe("changed");
      }),
      { numRuns: RUNS },
    );
  }, 60_000);
});

const normal = (value: unknown) => JSON.parse(JSON.stringify(value).normalize("NFC"));

const BIRTH = "dang-ky-khai-sinh";
const birth = contentsOfKind("procedure").get(BIRTH) as Edited;

describe("what an officer does in Excel", () => {
  const set = (
    sheets: Sheets,
    sheet: string,
    header: string,
    row: (cells: Record<string, unknown>) => boolean,
    value: unknown,
  ) => {
    const found = sheets[sheet]?.find(row);
    if (!found) throw new Error(`no such row in ${sheet}`);
    found[header] = value;
  };
  const ofBirth = (cells: Record<string, unknown>) => cells.Mã === BIRTH;

  test("a fee mended, a paper added, a step taken out: told where, old beside new; everything else is untouched", async () => {
    const file = await edited("procedure", (sheets) => {
      set(sheets, "Lệ phí", "Số tiền (đồng)", (cells) => ofBirth(cells) && cells["Dòng số"] === 2, "8.000 đồng");
      const at = sheets["Giấy tờ"]!.findLastIndex(ofBirth);
      sheets["Giấy tờ"]!.splice(at + 1, 0, { Mã: BIRTH, "Tên giấy tờ": "Giấy hẹn", "Số lượng": 1 });
      sheets["Các bước"] = sheets["Các bước"]!.filter(
        (cells, i, all) => !(ofBirth(cells) && !ofBirth(all[i - 1] ?? {})),
      );
    });
    const plan = await planFrom("procedure", file);
    expect(plan.faults).toEqual([]);
    expect(plan.items.filter(({ outcome }) => outcome !== "same").map(({ id, outcome }) => [id, outcome])).toEqual([
      [BIRTH, "changed"],
    ]);
    const item = plan.items.find(({ id }) => id === BIRTH)!;
    expect(item.content).toMatchObject({ doubts: birth.doubts, steps: birth.steps!.slice(1) });
    expect(item.found).toContainEqual({
      where: "Từng mức lệ phí › đăng ký quá hạn › Số tiền (đồng)",
      before: "chưa biết",
      after: "8.000 đồng",
    });
    expect(item.found).toContainEqual({
      where: "Các loại giấy tờ › Giấy hẹn › Tên giấy tờ",
      before: null,
      after: "Giấy hẹn",
    });
    expect(item.found.some(({ where, after }) => where.startsWith("Các bước") && after === null)).toBe(true);
  });

  test("a doubt follows the fee that it names when rows are moved; of a fee that is gone it is a fault", async () => {
    expect(birth.doubts).toMatchObject([{ entries: ["fees.1"] }]);
    const second = (cells: Record<string, unknown>) => ofBirth(cells) && cells["Dòng số"] === 2;
    const moved = await edited("procedure", (sheets) => {
      const fees = sheets["Lệ phí"]!;
      const [row] = fees.splice(fees.findIndex(second), 1);
      fees.splice(fees.findIndex(ofBirth), 0, row!);
    });
    const plan = await planFrom("procedure", moved);
    expect(plan.items.find(({ id }) => id === BIRTH)?.content.doubts).toMatchObject([{ entries: ["fees.0"] }]);
    const gone = await edited("procedure", (sheets) => {
      sheets["Lệ phí"] = sheets["Lệ phí"]!.filter((cells) => !second(cells));
    });
    expect((await planFrom("procedure", gone)).faults).toMatchObject([
      {
        id: BIRTH,
        sheet: "Điểm chưa chắc",
        column: "Chỉ riêng các mục",
        what: "“Lệ phí 2” không chỉ dòng nào của mục này",
      },
    ]);
  });

  test("an item that changed since is a conflict; one with a draft is left alone; an untouched row is neither", async () => {
    const touched = await edited("procedure", (sheets) =>
      set(sheets, "Thủ tục", "Kết quả nhận được", ofBirth, "Giấy khai sinh"),
    );
    const newer = { ...birth, audience: "Người sinh sống ở xã" };
    const since = new Map([...contentsOfKind("procedure"), [BIRTH, newer]]);
    const outcomeOf = async (file: Buffer, more: object) =>
      (await planFrom("procedure", file, more)).items.find(({ id }) => id === BIRTH)?.outcome;
    expect(await outcomeOf(touched, { known: since })).toBe("conflict");
    expect(await outcomeOf(touched, { drafts: new Map([[BIRTH, newer]]) })).toBe("busy");
    expect(await outcomeOf(touched, {})).toBe("changed");
    const untouched = await edited("procedure", () => {});
    expect(await outcomeOf(untouched, { known: since })).toBe("same");
    const unmarked = await edited("procedure", (sheets) => {
      set(sheets, "Thủ tục", "Kết quả nhận được", ofBirth, "Giấy khai sinh");
      set(sheets, "Thủ tục", "Dấu bản (không sửa)", ofBirth, null);
    });
    expect(await outcomeOf(unmarked, {})).toBe("conflict");
  });

  test("every cell that cannot be taken is told at once with sheet, row, column and remedy", async () => {
    const file = await edited("procedure", (sheets) => {
      set(sheets, "Lệ phí", "Số tiền (đồng)", ofBirth, "năm chục");
      set(sheets, "Thủ tục", "Ngày đối chiếu với văn bản", ofBirth, "31/02/2026");
      set(sheets, "Thủ tục", "Đã chắc tới đâu", ofBirth, "chắc lắm");
      set(sheets, "Thời hạn", "Trường hợp", ofBirth, { formula: "1+1" });
      set(sheets, "Thủ tục", "Mã thủ tục", ofBirth, 1.001193);
      sheets["Lệ phí"]!.push({ Mã: "khong-co", "Trường hợp": "?" });
    });
    const { faults, items } = await planFrom("procedure", file);
    expect(items.find(({ id }) => id === BIRTH)?.outcome).toBe("wrong");
    expect(faults.map(({ sheet, column, what }) => [sheet, column, what])).toEqual([
      ["Lệ phí", "Mã", "mã “khong-co” không có ở trang “Thủ tục”"],
      ["Thủ tục", "Đã chắc tới đâu", "“chắc lắm” không có trong danh mục"],
      ["Thủ tục", "Ngày đối chiếu với văn bản", "“31/02/2026” không phải một ngày có thật"],
      ["Thủ tục", "Mã thủ tục", "Excel đã đổi ô này thành số (1.001193)"],
      ["Lệ phí", "Số tiền (đồng)", "“năm chục” không phải số nguyên"],
      ["Thời hạn", "Trường hợp", "ô này là công thức"],
    ]);
    expect(faults.every(({ line, mend }) => line !== null && mend !== "")).toBe(true);
  });

  test("what the record's own rules refuse is told at the cell, and so is a person's number", async () => {
    const file = await edited("procedure", (sheets) => {
      set(sheets, "Thủ tục", "Tên gọi với dân", ofBirth, null);
      set(sheets, "Lệ phí", "Nói thêm với dân", ofBirth, "như hồ sơ của ông 096123456789");
    });
    const { faults } = await planFrom("procedure", file);
    expect(faults).toMatchObject([
      { sheet: "Lệ phí", column: "Nói thêm với dân", what: "có số giống số căn cước của một người" },
      { sheet: "Thủ tục", column: "Tên gọi với dân", what: "Để trống" },
    ]);
  });

  test("new questions are made from moi-1; what is left empty is as in any new question", async () => {
    const file = await edited("faq", (sheets) => {
      sheets["Hỏi đáp"]!.push({ Mã: "moi-1", "Câu hỏi": "Có chỗ giữ xe không?" });
      sheets["Trả lời"]!.push({ Mã: "moi-1", "Nội dung": "Có, trong sân trung tâm." });
      sheets["Cách hỏi"]!.push({ Mã: "moi-1", "Nội dung": "gửi xe ở đâu\nđể xe chỗ nào" });
    });
    const plan = await planFrom("faq", file);
    expect(plan.faults).toEqual([]);
    expect(plan.items.filter(({ outcome }) => outcome !== "same")).toMatchObject([
      {
        outcome: "new",
        title: "Có chỗ giữ xe không?",
        content: { variants: ["gửi xe ở đâu", "để xe chỗ nào"], confidence: "high" },
      },
    ]);
  });

  test("days that Excel made its own, and boxes it ticked, are understood", async () => {
    const file = await edited("procedure", (sheets) => {
      set(sheets, "Thủ tục", "Ngày đối chiếu với văn bản", ofBirth, 46_387);
      set(sheets, "Thủ tục", "Chuyện riêng tư: không nhắc tên hồ sơ này trong chat", ofBirth, true);
    });
    const plan = await planFrom("procedure", file);
    expect(plan.items.find(({ id }) => id === BIRTH)?.content).toMatchObject({
      checked_on: "2026-12-31",
      sensitive: true,
    });
  });
});

describe("files that cannot be taken at all", () => {
  const whatOf = async (file: Buffer) =>
    (await planFrom("procedure", file)).faults.map(({ id, sheet, what }) => [id, sheet, what]);

  test("another kind's file, a missing sheet, a strange, double or missing column, joined cells", async () => {
    expect(await whatOf(await edited("faq", () => {}))).toEqual([[null, "Thủ tục", "đây là tệp “Hỏi đáp”"]]);
    expect(await whatOf(await edited("procedure", (sheets) => void delete sheets["Lệ phí"]))).toEqual([
      [null, "Lệ phí", "thiếu trang này"],
    ]);
    const renamed = await edited("procedure", (_sheets, headers) => {
      headers["Lệ phí"] = headers["Lệ phí"]!.map((header) => (header === "Số tiền (đồng)" ? "Tiền" : header));
    });
    expect(await whatOf(renamed)).toEqual([
      [null, "Lệ phí", "cột lạ"],
      [null, "Lệ phí", "thiếu cột này"],
    ]);
    const merged = await edited("procedure", () => {}, "B2:B4");
    expect(await whatOf(merged)).toEqual(expect.arrayContaining([[null, "Thủ tục", "có ô gộp ở B2:B4"]]));
  });

  test.each([
    ["a text file", Buffer.from("mã,tên\n1,2"), "không phải tệp Excel"],
    ["an old or locked file", Buffer.from("d0cf11e0a1b11ae1", "hex"), "kiểu cũ"],
    ["another archive", zip({ "a.txt": "x" }), "không phải tệp Excel"],
    ["a file with macros", zip({ "xl/workbook.xml": "<workbook/>", "xl/vbaProject.bin": "x" }), "macro"],
    [
      "a zip bomb",
      zip({ "xl/workbook.xml": "<workbook/>", "xl/sharedStrings.xml": Buffer.alloc(40 * 1024 * 1024, 32) }),
      "bung ra quá lớn",
    ],
    ["half a file", zip({ "xl/workbook.xml": "<workbook/>" }).subarray(0, 60), "hỏng"],
    ["entities of its own", zip({ "xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' }), "hỏng"],
  ])("%s", async (_name, bytes, said) => {
    await expect(readBook(bytes)).rejects.toMatchObject({ kind: "invalid", message: expect.stringContaining(said) });
  });
});
