/** Intents and communes are edited like topics: draft, approval, the chat, withdrawal, files. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportFiles } from "../../src/knowledge/export-files.ts";
import { loadKnowledge } from "../../src/knowledge/index.ts";
import { smallData } from "../public/small-data.ts";
import { fieldsOf, hire, type Office, openOffice, sentAs, type Visitor } from "./office.ts";

const AT = "/can-bo/tri-thuc";
let data: Awaited<ReturnType<typeof smallData>>;
let office: Office;
let editor: Visitor;
let approver: Visitor;
beforeAll(async () => {
  data = await smallData();
  const golden = "- text: mất căn cước làm lại ở đâu\n  topic: can_cuoc_cap_lai\n";
  writeFileSync(join(data.folders.procedures, "cau-hoi-vang.yaml"), golden);
  office = await openOffice({ folders: data.folders });
  editor = await hire(office, "editor");
  approver = await hire(office, "approver");
}, 60_000);
afterAll(async () => {
  await office?.bot.stop();
  await data?.remove();
});

async function asks(words: string): Promise<string> {
  const citizen = office.bot.zalo.citizen();
  await citizen.sends(words);
  return (await citizen.nextMessage()).text;
}

async function publishes(path: string, change: Record<string, string>): Promise<void> {
  const form = sentAs((await editor.get(`${path}/sua`)).html);
  const fields = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value].flat().at(-1) ?? ""]));
  const saved = await editor.post(`${path}/sua`, { ...fields, ...change });
  expect([saved.status, saved.to]).toEqual([303, `${path}/xem-lai`]);
  const review = await approver.get(`${path}/xem-lai`);
  const done = await approver.post(`${path}/cong-bo`, { _rev: fieldsOf(review.html)._rev ?? "" });
  expect([done.status, done.to]).toEqual([303, path]);
}

/** What the work list says is missing of an item. */
async function gapOf(title: string): Promise<string | undefined> {
  const { html } = await editor.get("/can-bo/viec-can-lam");
  return new RegExp(`>${title}</a></td><td[^>]*>([^<]*)`).exec(html)?.[1];
}

describe("a commune", () => {
  const UNIT = `${AT}/xa-phuong/32014`;
  const QUESTION = "phường 8 thành phố Cà Mau giờ thuộc phường nào";

  test("its address is told only when somebody confirmed it, and no longer once it is withdrawn", async () => {
    expect(await gapOf("Phường Lý Văn Lâm")).toBe("địa chỉ, giờ làm việc, số điện thoại");
    await publishes(UNIT, { "f.address": "Số 1 đường Thử Nghiệm", "f.phone": "0290 3000 001" });
    expect(await asks(QUESTION)).toMatch(/Lý Văn Lâm/);
    expect(await asks(QUESTION)).not.toMatch(/Thử Nghiệm|3000 001/);
    await publishes(UNIT, {
      "f.address_confirmed_on": "2026-11-20",
      "f.hours": "7h30 - 11h30\n13:30 - 17:00",
      "f.saturday.khong": "1",
      "f.hours_confirmed_on": "2026-11-20",
    });
    const told = await asks(QUESTION);
    expect(told).toContain("Nơi tiếp nhận: Số 1 đường Thử Nghiệm.");
    expect(told).toContain("Làm việc thứ Hai đến thứ Sáu: 7:30–11:30, 13:30–17:00. Thứ Bảy nghỉ.");
    expect(told).not.toContain("3000 001");
    expect(await gapOf("Phường Lý Văn Lâm")).toBe("số điện thoại (chưa có ngày xác nhận)");
    await editor.get(UNIT);
    await editor.post(`${UNIT}/rut`, { phan: "address", "ly-do": "vừa dời" });
    expect(await asks(QUESTION)).not.toContain("Thử Nghiệm");
    expect(await asks(QUESTION)).toContain("7:30–11:30");
    await approver.get(UNIT);
    await approver.post(`${UNIT}/thoi-rut`, { phan: "address" });
    expect(await asks(QUESTION)).toContain("Thử Nghiệm");
  }, 90_000);

  test("where a paper is handed in, its desk is told along", async () => {
    const citizen = office.bot.zalo.citizen();
    await citizen.sends("KS1");
    await citizen.nextMessage();
    await citizen.sends("tui ở phường Lý Văn Lâm");
    expect((await citizen.nextMessage()).text).toContain("Số 1 đường Thử Nghiệm");
  }, 60_000);

  test("another name leads to it", async () => {
    await publishes(UNIT, { "f.aliases": "Xóm Thử Mới" });
    expect(await asks("phường Xóm Thử Mới giờ thuộc phường nào")).toContain("Phường Lý Văn Lâm là tên hiện nay");
  }, 60_000);
});

test("a phrase of an intent is learnt when it is published; the golden questions stand before it", async () => {
  const intent = `${AT}/y-dinh/talk_to_staff`;
  const words = "cho tui nói chuyện với người thiệt đi nghen bà con ơi";
  const form = fieldsOf((await editor.get(`${intent}/sua`)).html);
  await publishes(intent, { "f.phrases": `${form["f.phrases"]}\n${words}` });
  const tried = await editor.get(`/can-bo/hoi-thu?q=${encodeURIComponent(words)}`);
  expect(tried.html).toContain("Gặp cán bộ");
  expect((await editor.get(`${intent}/lich-su`)).html).toContain(words);
}, 90_000);

test("the export writes both back as files, which load as what is in use", async () => {
  const to = join(mkdtempSync(join(tmpdir(), "mot-cua-xuat-")), "ra");
  const items = [
    { kind: "intent", id: "greeting", content: { key: "greeting", about: "x", phrases: ["chào nghen"], keywords: [] } },
    { kind: "unit", id: "32014", content: { ...(await unitNow("32014")), phone: "0290 3000 001" } },
  ] as const;
  const files = await exportFiles(data.folders.procedures, to, { items, withdrawals: [] });
  expect(files).toEqual(["don-vi.yaml", "intents/greeting.yaml"]);
  const { knowledge, problems } = await loadKnowledge(to, join(to, "intents"));
  expect(problems.filter(({ level }) => level === "error")).toEqual([]);
  expect(knowledge?.intents.get("greeting")?.phrases).toEqual(["chào nghen"]);
  expect(knowledge?.units?.units.find(({ code }) => code === "32014")?.phone).toBe("0290 3000 001");
  rmSync(to, { recursive: true });
});

async function unitNow(code: string) {
  const { knowledge } = await loadKnowledge(data.folders.procedures, data.folders.intents);
  return knowledge?.units?.units.find((unit) => unit.code === code);
}

test("a release that renames a commune keeps its new name under what the centre published of it", async () => {
  const before = await unitNow("32014");
  const published = [
    { kind: "unit", id: "32014", content: { ...before, name: "Tên Xưa", aliases: ["Tên Riêng"] } },
  ] as const;
  const { knowledge, setAside, seeds } = await loadKnowledge(
    data.folders.procedures,
    data.folders.intents,
    undefined,
    [],
    "errors",
    { items: published, withdrawals: [] },
  );
  const unit = knowledge?.units?.units.find(({ code }) => code === "32014");
  expect([unit?.name, unit?.aliases, setAside]).toEqual([before?.name, ["Tên Riêng"], []]);
  expect(seeds.get("unit/32014")).toEqual(before);
});
