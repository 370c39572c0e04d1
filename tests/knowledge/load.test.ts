import { appendFile, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { check } from "../../src/commands/check.ts";
import { loadKnowledge, openLastGood, type Problem, problemText } from "../../src/knowledge/index.ts";
import { copyOfTheData, type DataFolder } from "./data-folder.ts";

let folder: DataFolder;
beforeEach(async () => {
  folder = await copyOfTheData();
});
afterEach(() => folder.remove());

const load = (today?: string) => loadKnowledge(folder.data, folder.intents, today);
const record = (path: string) => join(folder.data, "thu-tuc", path);
const topic = (key: string) => join(folder.data, "chu-de", `${key}.yaml`);
const TACH_HO = "cu-tru/tach-ho.yaml";

async function edit(file: string, from: string | RegExp, to: string): Promise<number> {
  const text = await readFile(file, "utf8");
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  await writeFile(file, changed);
  return text.slice(0, text.search(from)).split("\n").length;
}

const errors = (problems: readonly Problem[]) => problems.filter((problem) => problem.level === "error");

test("all data files load without an error", async () => {
  const { knowledge, problems } = await load("2026-11-24");
  expect(errors(problems).map(problemText)).toEqual([]);
  expect(knowledge?.procedures.size).toBe(160);
  expect(knowledge?.faqs.size).toBe(75);
  expect(knowledge?.intents.size).toBe(16);
  expect(knowledge?.units?.units.length).toBe(64);
});

test("the version follows the content, not the reading", async () => {
  const first = (await load()).knowledge!.version;
  expect(first).toMatch(/^[0-9a-f]{12}$/);
  expect((await load()).knowledge!.version).toBe(first);
  await edit(record(TACH_HO), "short_name: ", "short_name: Xin ");
  expect((await load()).knowledge!.version).not.toBe(first);
});

describe("a broken file", () => {
  test("broken YAML is told with its file and line", async () => {
    const line = await edit(record(TACH_HO), "field: ", "field: a: b: ");
    const { knowledge, problems } = await load();
    expect(knowledge).toBeNull();
    expect(errors(problems)[0]).toMatchObject({ file: record(TACH_HO), line });
    expect(problemText(errors(problems)[0]!)).toMatch(/^Tệp .*tach-ho\.yaml, dòng \d+, mục field: .*; cách sửa: /);
  });

  test.each([
    [/^field: .*$/m, "field: Cư trú: hộ khẩu", "câu có dấu hai chấm nên máy đọc nhầm", "field"],
    [/^field: .*$/m, "\tfield: Cư trú", "thụt đầu dòng bằng phím Tab", "field"],
    [/^field: .*$/m, "id: tach-ho", "mục này ghi hai lần trong tệp", "id"],
    [/[\s\S]*/, "\n", "tệp trống", ""],
  ] as const)("a slip of the pen is told in its own words: %s", async (from, to, what, field) => {
    await edit(record(TACH_HO), from, to);
    const [problem] = errors((await load()).problems);
    expect([problem?.what, problem?.field]).toEqual([what, field]);
    expect(problem?.mend).not.toBe("");
  });

  test("an amount with dots or words is told how to be written", async () => {
    await edit(record(TACH_HO), "amount: 10000", "amount: 10.000 đồng");
    const [problem] = errors((await load()).problems);
    expect(problem).toMatchObject({ field: "fees.0.amount" });
    expect(problem?.mend).toContain("ghi số trơn");
  });

  test("a wrong value is told with line and field", async () => {
    const line = await edit(record(TACH_HO), /^confidence: .*$/m, "confidence: chắc");
    expect(errors((await load()).problems)).toMatchObject([{ file: record(TACH_HO), line, field: "confidence" }]);
  });

  test("a missing field is told at its parent, an unknown one at itself", async () => {
    await edit(record(TACH_HO), /^result: .*\n(?: .*\n)*/m, "");
    await appendFile(record(TACH_HO), "gia_tien: 5\n");
    const found = errors((await load()).problems);
    expect(found.map(({ field }) => field).sort()).toEqual(["gia_tien", "result"]);
    expect(found.find(({ field }) => field === "result")!.what).toBe("thiếu mục này");
  });

  test("a day that does not exist is refused", async () => {
    await edit(record(TACH_HO), /^checked_on: .*$/m, "checked_on: '2026-02-30'");
    expect(errors((await load()).problems)).toMatchObject([{ field: "checked_on" }]);
  });

  test("all problems of all files are told at once", async () => {
    await edit(record(TACH_HO), /^confidence: .*$/m, "confidence: x");
    await edit(record("ho-tich/dang-ky-ket-hon.yaml"), /^confidence: .*$/m, "confidence: y");
    await writeFile(join(folder.data, "centre.yaml"), "name: [");
    const files = errors((await load()).problems).map(({ file }) => file);
    const broken = [record(TACH_HO), record("ho-tich/dang-ky-ket-hon.yaml"), join(folder.data, "centre.yaml")];
    // Only these: what points at a record that was left out is not told a second time.
    expect([...new Set(files)].sort()).toEqual(broken.sort());
  });

  test("a missing file or folder is a problem, not a crash", async () => {
    await rm(join(folder.data, "centre.yaml"));
    await rm(join(folder.data, "hoi-dap"), { recursive: true });
    const files = errors((await load()).problems).map(({ file }) => file);
    expect(files).toEqual(expect.arrayContaining([join(folder.data, "centre.yaml"), join(folder.data, "hoi-dap")]));
  });
});

describe("files that disagree", () => {
  const problem = async (matching: RegExp) =>
    (await load("2026-11-24")).problems.find(({ what }) => matching.test(what));

  test("an id used twice", async () => {
    await writeFile(record("cu-tru/tach-ho-2.yaml"), await readFile(record(TACH_HO), "utf8"));
    expect(await problem(/"tach-ho" đã dùng ở tệp/)).toMatchObject({ level: "error", field: "id" });
  });

  test("a code used twice, unless both records say that they share it", async () => {
    await edit(record(TACH_HO), /^code: .*$/m, "code: '1.004222'");
    expect(await problem(/mã thủ tục 1\.004222 đã có/)).toMatchObject({ level: "error", field: "code" });
    expect(await problem(/1\.116410/)).toBeUndefined();
  });

  test("a file that does not bear its id", async () => {
    await rename(record(TACH_HO), record("cu-tru/tach.yaml"));
    expect(await problem(/tên tệp "tach" khác "tach-ho"/)).toMatchObject({ level: "error" });
  });

  test("a topic that names a procedure nobody has, and a procedure its topic forgot", async () => {
    await edit(topic("tach_ho"), /procedures:\s*\n?\s*(- |\[)tach-ho/, "procedures: [khong-co");
    await edit(topic("tach_ho"), /\[khong-co\]?/, "[khong-co]");
    await edit(topic("tach_ho"), /^usual: .*$/m, "usual: null");
    expect(await problem(/không có thủ tục "khong-co"/)).toMatchObject({ level: "error" });
    expect(await problem(/chủ đề "tach_ho" không kể thủ tục này/)).toMatchObject({
      level: "error",
      file: record(TACH_HO),
    });
  });

  test("look-alikes that no question tells apart", async () => {
    await edit(topic("can_cuoc_tre_em"), /^ask: .*(\n {2,}.*)*$/m, "ask: null");
    expect(await problem(/nhiều thủ tục mà không có câu hỏi/)).toMatchObject({ level: "error", field: "ask" });
  });

  test("look-alikes that cannot be reached: the same button, or no words of their own", async () => {
    await edit(topic("can_cuoc_tre_em"), /label: Bé từ 6 đến dưới 14/, "label: Bé dưới 6 tuổi");
    expect(await problem(/nút "Bé dưới 6 tuổi" trùng với lựa chọn của "can-cuoc-duoi-6"/)).toMatchObject({
      level: "error",
      field: "choices.1.label",
    });
    await edit(topic("ly_lich_tu_phap"), / {2}- số 1\n[\s\S]*?(?=- procedure: lltp-so-2)/, "  - số 2\n");
    await edit(topic("ly_lich_tu_phap"), /(lltp-so-2\n {2}label: .*\n {2}words:)[\s\S]*$/, "$1 [số 2]\n");
    expect(await problem(/không có từ riêng nào chọn được/)).toMatchObject({
      level: "error",
      field: "choices.1.words",
    });
  });

  test("a life event that leads nowhere, starts elsewhere, or tells a figure", async () => {
    const file = join(folder.data, "life-events.yaml");
    await edit(file, "procedure: xoa-thuong-tru", "procedure: xoa-khau");
    await edit(file, "start: sang-ten-so-do", "start: khai-sinh");
    await edit(file, "why: nhập hộ khẩu cho bé", "why: trong 60 ngày");
    expect(await problem(/không có thủ tục "xoa-khau"/)).toMatchObject({ field: "1.steps.1.procedure" });
    expect(await problem(/"khai-sinh" không có trong steps/)).toMatchObject({ field: "2.start" });
    expect(await problem(/câu này có con số/)).toMatchObject({ field: "0.steps.1.why" });
  });

  test("ambiguous words that offer what is not there, or are asked about in two ways", async () => {
    const file = join(folder.data, "ambiguous.yaml");
    await edit(file, "procedure: so-do-dinh-chinh", "procedure: so-do-sua");
    await edit(file, /phrases: \[làm lại sổ đỏ,/, "phrases: [Làm lại khai sinh, làm lại sổ đỏ,");
    expect(await problem(/không có thủ tục "so-do-sua"/)).toMatchObject({ field: "3.choices.2.procedure" });
    expect(await problem(/"Làm lại khai sinh" đã có ở "lam-lai-khai-sinh"/)).toMatchObject({ field: "3.phrases.0" });
  });

  test("an old commune that leads to one which is not there", async () => {
    await edit(join(folder.data, "don-vi.yaml"), /now:\n\s+- phường An Xuyên/, "now: [phường An Xuyen]");
    expect(await problem(/"phường An Xuyen" không phải xã, phường hiện nay/)).toMatchObject({ level: "error" });
  });

  test("words that two topics claim", async () => {
    await edit(topic("tach_ho"), /^phrases:\n/m, "phrases:\n- đăng ký kết hôn\n");
    await edit(topic("ket_hon"), /^phrases:\n/m, "phrases:\n- Đăng ký kết hôn\n");
    expect(await problem(/"đăng ký kết hôn" đã có ở chủ đề ket_hon/i)).toMatchObject({ level: "warning" });
  });

  test("a main basis that is not among the legal bases", async () => {
    await edit(record(TACH_HO), /main_basis:\n {2}- .*/, "main_basis:\n  - Nghị định 1/1999/NĐ-CP");
    expect(await problem(/Nghị định 1\/1999\/NĐ-CP" không có trong legal_basis/)).toMatchObject({
      field: "main_basis.0",
    });
  });

  test("a doubt that tells a citizen a figure, or names an entry that is not there", async () => {
    await edit(
      record(TACH_HO),
      /^doubts:[\s\S]*?(?=^\w)/m,
      "doubts:\n  - touches: [fee]\n    entries: [fees.9]\n    say: Khoảng 5.000 đồng.\n",
    );
    expect(await problem(/có con số/)).toMatchObject({ level: "error", field: "doubts.0.say" });
    expect(await problem(/không có mục fees\.9/)).toMatchObject({ level: "error" });
  });

  test("a doubt in words that are no longer so next year", async () => {
    await edit(
      record(TACH_HO),
      /^doubts:[\s\S]*?(?=^\w)/m,
      "doubts:\n  - touches: [time]\n    say: Quy định đổi từ năm nay, xem ngày hẹn\n",
    );
    expect(await problem(/"năm nay" sẽ sai khi sang năm/)).toMatchObject({ level: "error", field: "doubts.0.say" });
  });

  test("a sentence that is never said, in a record or a general answer, but not in what staff keep", async () => {
    await edit(record(TACH_HO), /^result: .*$/m, "result: Nộp tại Công an huyện");
    await edit(record("ho-tich/dang-ky-ket-hon.yaml"), /^notes:$/m, "notes:\n  - Trước đây do UBND huyện.");
    const told = (await load()).problems.filter(({ what }) => /không được nói với dân/.test(what));
    expect(told).toMatchObject([{ level: "error", field: "result", what: expect.stringContaining("công an huyện") }]);
  });

  test("a general answer with an unconfirmed phone number or a note to the centre", async () => {
    const file = join(folder.data, "hoi-dap/can-bo.yaml");
    await edit(file, "  facts:\n", "  facts:\n    - Gọi 1900 0368 giúp em.\n    - 'Giờ trực: HỎI CÀ MAU.'\n");
    expect(await problem(/số điện thoại 1900 0368 chưa được xác nhận/)).toMatchObject({ level: "error" });
    expect(await problem(/HỎI CÀ MAU/)).toMatchObject({ level: "error" });
  });

  test("a range that ends before it begins", async () => {
    await appendFile(record(TACH_HO), "valid_from: '2027-01-01'\nvalid_to: '2026-01-01'\n");
    expect(await problem(/hết hiệu lực đứng trước/)).toMatchObject({ level: "error", field: "valid_to" });
  });

  test("facts that have ended, reviews that are due or were never planned are warnings", async () => {
    await edit(record(TACH_HO), /^review_by: .*\n/m, "");
    const { knowledge, problems } = await load("2027-03-02");
    expect(knowledge).not.toBeNull();
    const told = (what: RegExp, file: RegExp) => problems.some((one) => what.test(one.what) && file.test(one.file));
    expect(told(/đã hết hiệu lực sau ngày 28\/02\/2027/, /ho-chieu-pho-thong/)).toBe(true);
    // A later fee took over from it: nothing to mend.
    expect(told(/đã hết hiệu lực sau ngày 31\/12\/2026/, /can-cuoc-cap-lai/)).toBe(false);
    expect(told(/đã tới ngày xem lại/, /ho-ngheo-dinh-ky/)).toBe(true);
    expect(told(/chưa hẹn ngày xem lại/, /tach-ho/)).toBe(true);
  });
});

test("staff are told six weeks before a fact ends, unless what comes after is written already", async () => {
  const { problems } = await load("2026-11-25");
  const soon = problems.filter(({ what }) => /^sắp hết hiệu lực/.test(what));
  expect(soon.map(({ file }) => file)).toContainEqual(expect.stringMatching(/cong-ty-co-phan\.yaml$/));
  expect(soon.map(({ file }) => file)).not.toContainEqual(expect.stringMatching(/can-cuoc-cap-lai\.yaml$/));
  expect(soon.every(({ level }) => level === "warning")).toBe(true);
});

describe("the last good knowledge", () => {
  const open = () =>
    openLastGood(async () => {
      const { knowledge, problems } = await load();
      return { value: knowledge, problems };
    });

  test("stays in use while a file is broken and gives way once it is mended", async () => {
    const holder = await open();
    const before = holder.current();
    const good = await readFile(record(TACH_HO), "utf8");
    await writeFile(record(TACH_HO), "id: [");
    expect(await holder.reload()).toBe(false);
    expect(holder.current()).toBe(before);
    expect(errors(holder.problems())).not.toEqual([]);
    await writeFile(record(TACH_HO), good.replace("short_name: ", "short_name: Xin "));
    expect(await holder.reload()).toBe(true);
    expect(holder.current().procedures.get("tach-ho")!.short_name).toMatch(/^Xin /);
    expect(errors(holder.problems())).toEqual([]);
  });

  test("there is none at the first start: every error is told", async () => {
    await writeFile(record(TACH_HO), "id: [");
    await expect(open()).rejects.toMatchObject({ code: "knowledge.files" });
    await expect(open()).rejects.toThrow(/tach-ho\.yaml/);
  });
});

describe("npm run check", () => {
  async function run(options: { coverage: boolean; toFill?: boolean }) {
    const lines: string[] = [];
    const print = (line: string) => void lines.push(line);
    const today = "2026-11-24";
    const code = await check({ dataDir: folder.data, intentsDir: folder.intents, today, print, ...options });
    return { code, text: lines.join("\n") };
  }

  test("ends well on good files and counts them by field", async () => {
    const { code, text } = await run({ coverage: true });
    expect(code).toBe(0);
    expect(text).toMatch(/160 thủ tục/);
    expect(text).toMatch(/^Chứng thực +12 /m);
    expect(text).toMatch(/^Tất cả +160 /m);
  });

  test("lists what only the centre can say, and drops from the list what was filled in", async () => {
    const before = await run({ coverage: false, toFill: true });
    expect(before.text).toMatch(/^- Trung tâm \(centre\.yaml\): giờ làm việc/m);
    expect(before.text).toMatch(/^- Câu hỏi \w+: Danh mục thủ tục phi địa giới/m);
    expect(before.text).toMatch(/^- Thủ tục dang-ky-khai-sinh: lệ phí, /m);
    await edit(join(folder.data, "centre.yaml"), "hours: null", 'hours: [{ from: "07:00", to: "11:00" }]');
    const after = await run({ coverage: false, toFill: true });
    expect(after.text).not.toMatch(/giờ làm việc từ thứ Hai/);
  });

  test("ends badly on an error, also in the calendar", async () => {
    await edit(join(folder.data, "calendar.yaml"), "known_until: ", "known_until: x");
    const { code, text } = await run({ coverage: false });
    expect(code).toBe(1);
    expect(text).toMatch(/LỖI: Tệp .*calendar\.yaml, dòng \d+, mục known_until/);
  });
});
