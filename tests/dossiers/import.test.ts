import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Field } from "../../src/dossiers/import/columns.ts";
import { type ImportOptions, importFile } from "../../src/dossiers/import/import-file.ts";
import { lastFourOf, phoneKeyOf } from "../../src/dossiers/index.ts";
import { createSealer } from "../../src/secrets/seal.ts";
import { createImportStore } from "../../src/storage/dossier-import.ts";
import { createDossierRegister } from "../../src/storage/dossier-register.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";
import { sheet, xlsx, zip } from "./tiny-xlsx.ts";

const { pseudonym } = createSealer(new Uint8Array(32).fill(5));
const NOW = Date.parse("2026-11-24T08:00:00+07:00");

describe.each(DATABASES)("import into $name", ({ open }) => {
  let opened: OpenDatabase;
  let folder: string;
  beforeEach(async () => {
    opened = await open();
    folder = mkdtempSync(join(tmpdir(), "mot-cua-import-"));
  });
  afterEach(async () => {
    await opened.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  function take(content: string | Buffer, more: Partial<ImportOptions> = {}) {
    const path = join(folder, "ho-so");
    writeFileSync(path, content);
    return importFile({
      path,
      store: createImportStore(opened.database),
      pseudonym,
      now: () => NOW,
      importId: "1",
      dryRun: false,
      takeGoodRows: false,
      columns: new Map(),
      ...more,
    });
  }
  const find = async (code: string) => {
    const lookup = await createDossierRegister(opened.database).find(code);
    return lookup.kind === "found" ? lookup.dossier : null;
  };
  const count = () => createDossierRegister(opened.database).count();
  const staged = async () => (await opened.database.read.selectFrom("dossier_staging").select("code").execute()).length;

  const HEADER =
    "STT;Mã hồ sơ;Tên thủ tục;Chủ hồ sơ;Số điện thoại;Ngày tiếp nhận;Ngày hẹn trả kết quả;Tình trạng hồ sơ;Giấy tờ còn thiếu";
  const LINES = [
    "1;H12.34-260804-0583;Đăng ký khai sinh;Nguyễn Văn Kín;0912.345.678;4/8/2026;ngày 14 tháng 8 năm 2026;Đang xử lý;",
    '2;H12.34-260804-0584;Tách thửa;Trần Thị Kín;912345679;04-08-26;2026-08-20;Yêu cầu bổ sung giấy tờ;"1. Bản vẽ; 2. Giấy uỷ quyền"',
  ];
  const file = (...lines: string[]) =>
    `Trung tâm Phục vụ hành chính công;;\nSổ theo dõi\n${[HEADER, ...lines].join("\n")}\n`;

  test("a centre's table with a title above is taken: columns guessed, dates read, names never looked at", async () => {
    const report = await take(file(...LINES));
    expect(report).toMatchObject({ outcome: "taken", rows: 2, good: 2, wrong: 0 });
    expect(await find("H12.34-260804-0583")).toMatchObject({
      status: 4,
      procedureName: "Đăng ký khai sinh",
      receivedOn: "2026-08-04",
      dueOn: "2026-08-14",
      phoneKey: phoneKeyOf(pseudonym, "H12.34-260804-0583", "5678"),
    });
    expect(await find("H12.34-260804-0584")).toMatchObject({
      status: 5,
      receivedOn: "2026-08-04",
      missing: ["Bản vẽ", "Giấy uỷ quyền"],
      phoneKey: phoneKeyOf(pseudonym, "H12.34-260804-0584", lastFourOf("0912345679")!),
    });
    expect(await staged()).toBe(0);
    const rows = await opened.database.read.selectFrom("dossier").selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/Kín|5678/);
  });

  test("one wrong row and nothing is taken, unless the good ones are wanted", async () => {
    const lines = [
      ...LINES,
      "3;096204001234;X;A;;;;Đang xử lý;",
      "4;H12.34-260804-0585;X;A;;31/2/2026;;Quá hạn;",
      LINES[0]!,
    ];
    const refused = await take(file(...lines));
    expect(refused).toMatchObject({ outcome: "refused", good: 2, wrong: 3 });
    expect(refused.problems.map(({ line, field }) => [line, field])).toEqual([
      [6, "code"],
      [7, "status"],
      [7, "receivedOn"],
      [8, "code"],
    ]);
    expect(refused.problems.at(-1)!.reason).toContain("trùng mã với dòng 4");
    expect(JSON.stringify(refused.problems)).not.toContain("096204001234");
    expect(await count()).toBe(0);
    expect(await staged()).toBe(0);
    expect(await take(file(...lines), { takeGoodRows: true })).toMatchObject({ outcome: "taken" });
    expect(await count()).toBe(2);
  });

  test("a dry run reports the same and keeps nothing", async () => {
    expect(await take(file(...LINES), { dryRun: true })).toMatchObject({ outcome: "checked", good: 2 });
    expect(await count()).toBe(0);
  });

  test("a later file changes what it tells and leaves the rest", async () => {
    await take(file(...LINES));
    await take("Mã hồ sơ,Trạng thái\nH12.34-260804-0584,Yêu cầu bổ sung giấy tờ\n");
    expect(await find("H12.34-260804-0584")).toMatchObject({ missing: ["Bản vẽ", "Giấy uỷ quyền"] });
    await take("Mã hồ sơ,Trạng thái\nH12.34-260804-0584,Đã xử lý xong\n");
    // What was missing was said of the status before.
    expect(await find("H12.34-260804-0584")).toMatchObject({
      status: 9,
      procedureName: "Tách thửa",
      missing: [],
    });
  });

  test("columns that the officer named are remembered for the next file of this kind", async () => {
    const odd = "Mã BN\tGhi chú\nH12.34-260804-0583\t4\n";
    await expect(take(odd)).rejects.toThrow("--column ma-ho-so");
    const columns = new Map<Field, string>([
      ["code", "mã bn"],
      ["status", "Ghi chú"],
    ]);
    expect(await take(odd, { columns })).toMatchObject({ outcome: "taken" });
    expect(await take(odd.replace("0583", "0584"))).toMatchObject({ outcome: "taken" });
    expect(await count()).toBe(2);
  });

  test.each([
    ["commas", (text: string) => text.replaceAll(";", ",").replace('"1. Bản vẽ, 2.', '"1. Bản vẽ; 2.')],
    ["tabs", (text: string) => text.replaceAll(";", "\t").replace('"1. Bản vẽ\t 2.', '"1. Bản vẽ; 2.')],
    ["Windows line ends", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text: string) => `\ufeff${text}`],
  ])("%s are read", async (_what, change) => {
    expect(await take(change(file(...LINES)))).toMatchObject({ outcome: "taken", good: 2 });
  });

  test("UTF-16, as Excel's “Unicode text” has it, is read", async () => {
    const text = Buffer.from(`\ufeff${file(...LINES).replaceAll(";", "\t")}`, "utf16le");
    expect(await take(text)).toMatchObject({ outcome: "taken" });
  });

  test("an Excel sheet is read, with its day numbers", async () => {
    const report = await take(
      xlsx([
        ["SỔ THEO DÕI"],
        ["Mã hồ sơ", "Trạng thái", "Ngày hẹn trả", "Số điện thoại", "Tên thủ tục"],
        ["H12.34-260804-0583", "Đang xử lý", 46248, 912345678, "Khai sinh & <kết hôn>"],
        ["H12.34-260804-0584", 4, "14/8/2026", "", ""],
      ]),
    );
    expect(report).toMatchObject({ outcome: "taken", good: 2 });
    expect(await find("H12.34-260804-0583")).toMatchObject({
      dueOn: "2026-08-14",
      procedureName: "Khai sinh & <kết hôn>",
      phoneKey: phoneKeyOf(pseudonym, "H12.34-260804-0583", "5678"),
    });
  });

  const cp1258 = Buffer.concat([Buffer.from("Mã hồ sơ,Trạng thái\n"), Buffer.from([0xd0, 0xe3, 0xff])]);
  const good = xlsx([["Mã hồ sơ", "Trạng thái"]]);
  test.each<[string, string | Buffer, string]>([
    ["an empty file", "", "rỗng"],
    ["an old code page", cp1258, "UTF-8"],
    ["an old or locked Excel file", Buffer.from("d0cf11e0a1b11ae1", "hex"), ".xls"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), "không phải tệp CSV"],
    ["no header", "a,b\nc,d\n", "tiêu đề"],
    ["two columns of one kind", "Mã hồ sơ,Trạng thái,Tình trạng hồ sơ\n", "Chọn một: --column trang-thai"],
    ["a quote that never ends", `Mã hồ sơ,Trạng thái\n"${"x".repeat(2_000_000)}`, "CSV hỏng"],
    ["a million columns", `Mã hồ sơ,Trạng thái\n${"1,".repeat(1_000_000)}\n`, "quá dài"],
    ["three hundred columns", `Mã hồ sơ,Trạng thái\n${"1,".repeat(300)}\n`, "cột"],
    ["a wrong column", `Mã hồ sơ,Trạng thái\n${"Nguyễn Văn A,4\n".repeat(300)}`, "nhầm cột"],
    ["half an Excel file", good.subarray(0, good.length - 30), "hỏng"],
    ["a zip without a sheet", zip({ "a.txt": "a" }), "trang tính"],
    ["broken XML", zip({ "xl/worksheets/sheet1.xml": sheet("<row><c></row>") }), "hỏng"],
    [
      "entities that grow",
      zip({ "xl/worksheets/sheet1.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>' }),
      "hỏng",
    ],
    ["a zip bomb", zip({ "xl/worksheets/sheet1.xml": Buffer.alloc(20 * 1024 * 1024, 32) }), "quá lớn"],
    [
      "a column far out",
      zip({ "xl/worksheets/sheet1.xml": sheet('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>') }),
      "cột",
    ],
  ])("%s gives a clear error and changes nothing", async (_what, content, message) => {
    const failure = take(content);
    await expect(failure).rejects.toMatchObject({ kind: "invalid", message: expect.stringContaining(message) });
    expect(await count()).toBe(0);
    expect(await staged()).toBe(0);
  });

  test("a formula counts by its last value, and what looks like one in CSV is only text", async () => {
    const row =
      '<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://x")</f><v>H12.34-260804-0583</v></c><c r="B2"><f>2+2</f><v>4</v></c></row>';
    const head =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Mã hồ sơ</t></is></c><c r="B1" t="inlineStr"><is><t>Trạng thái</t></is></c></row>';
    expect(await take(zip({ "xl/worksheets/sheet1.xml": sheet(head + row) }))).toMatchObject({
      outcome: "taken",
      good: 1,
    });
    const csv = 'Mã hồ sơ,Trạng thái,Đơn vị\n"=cmd|calc",4,x\n';
    expect(await take(csv)).toMatchObject({ outcome: "refused", wrong: 1 });
  });

  test("an import that dies half-way leaves every dossier as it was", async () => {
    const store = createImportStore(opened.database);
    const many = Array.from(
      { length: 2_500 },
      (_, i) => `${i};H12.34-260804-${String(i + 1).padStart(4, "0")};X;A;;;;4;`,
    );
    const dying = {
      ...store,
      stage: store.stage,
      commit: () => Promise.reject(new Error("killed")),
      discard: async () => {},
    };
    await expect(take(file(...many), { store: dying })).rejects.toThrow("killed");
    expect(await count()).toBe(0);
    expect(await take(file(...many))).toMatchObject({ outcome: "taken", good: 2_500 });
    expect(await count()).toBe(2_500);
  });
});

test("no file of the import room reads more of a row than the mapped columns", () => {
  expect(readFileSync("src/dossiers/import/read-row.ts", "utf8")).not.toMatch(/chủ hồ sơ|địa chỉ/i);
});
