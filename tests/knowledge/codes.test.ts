import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadKnowledge, shortCodeOf } from "../../src/knowledge/index.ts";
import { copyOfTheData, type DataFolder } from "./data-folder.ts";

let folder: DataFolder;
beforeEach(async () => {
  folder = await copyOfTheData();
});
afterEach(() => folder.remove());

const load = () => loadKnowledge(folder.data, folder.intents);
const errors = async () =>
  (await load()).problems.filter(({ level }) => level === "error").map(({ field, what }) => `${field}: ${what}`);
const codes = () => join(folder.data, "ma-ngan.yaml");

test("every record has a short code of its own, and every field its page", async () => {
  const { knowledge, problems } = await load();
  const all = [...knowledge!.procedures.keys()].map((id) => shortCodeOf(id, knowledge!));
  expect(all).not.toContain(null);
  expect(new Set(all).size).toBe(all.length);
  expect(problems.filter(({ file }) => /ma-ngan|linh-vuc/.test(file))).toEqual([]);
  for (const { field } of knowledge!.procedures.values()) expect(knowledge!.fields!.has(field)).toBe(true);
});

test.each([
  ["- code: KS1\n  procedure: null\n", "code: mã KS1 đã dùng ở dòng trên"],
  ["- code: KT3\n  procedure: null\n", "code: chữ KT dân hay viết trước số với nghĩa khác"],
  ["- code: ZZ1\n  procedure: khong-co\n", 'procedure: không có thủ tục "khong-co"'],
  ["- code: ZZ1\n  procedure: dang-ky-khai-sinh\n", 'procedure: thủ tục "dang-ky-khai-sinh" đã có mã ngắn khác'],
])("a wrong short code is told: %j", async (line, said) => {
  await appendFile(codes(), line);
  expect((await errors()).map((each) => each.replace(/^\d+\./, ""))).toEqual([said]);
});

test("a record without a short code is told, and still loads", async () => {
  await writeFile(codes(), (await readFile(codes(), "utf8")).replace(/- code: KS1\n.*\n/, ""));
  const { knowledge, problems } = await load();
  expect(knowledge).not.toBeNull();
  expect(problems.map(({ what }) => what)).toContain("chưa có mã ngắn để nhắn Zalo");
});

test("a former id that is still somebody's id, and an id that is a page's address, are refused", async () => {
  const file = join(folder.data, "thu-tuc/cu-tru/tach-ho.yaml");
  await appendFile(file, "former_ids:\n  - dang-ky-tam-tru\n");
  expect(await errors()).toEqual([expect.stringContaining('former_ids.0: "dang-ky-tam-tru" cũng ở tệp')]);
});
