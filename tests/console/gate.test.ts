/** Before publishing: golden questions and what people asked are tried on the new records; a broken golden one blocks. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runGate } from "../../src/console/gate/gate.ts";
import { NOTHING_PUBLISHED, readGolden } from "../../src/knowledge/index.ts";
import { loadAssistant, OUR_FOLDERS } from "../../src/wiring/assistant.ts";
import { createAssistantDesk } from "../../src/wiring/console-desk.ts";
import { smallData } from "../public/small-data.ts";
import { fieldsOf, hire, type Office, openOffice, type Visitor } from "./office.ts";

const RECORD = "/can-bo/tri-thuc/thu-tuc/can-cuoc-cap-lai";
const WEDDING = "/can-bo/tri-thuc/chu-de/ket_hon";
const TOPIC = "/can-bo/tri-thuc/chu-de/can_cuoc_cap_lai";

describe("the golden questions that ship", () => {
  test("cover every topic that has words and are all understood", async () => {
    const assistant = await loadAssistant({
      dossiers: { find: async () => ({ kind: "unknown-code" }) },
      now: Date.now,
    });
    const desk = createAssistantDesk({
      assistant: () => assistant,
      now: Date.now,
      published: async () => NOTHING_PUBLISHED,
      refresh: async () => {},
    });
    const goldens = await readGolden(OUR_FOLDERS.procedures);
    const topics = new Set(goldens.map(({ topic }) => topic));
    const { knowledge } = assistant.current();
    expect([...knowledge.topics.keys()].filter((key) => !topics.has(key)).length).toBeLessThan(5);
    const change = { kind: "centre", id: "centre", content: knowledge.centre } as const;
    const result = await runGate({ desk, goldens: async () => goldens, recentWords: async () => [] }, change);
    expect(result).toMatchObject({ errors: [], broken: [], brokenBefore: 0, goldens: goldens.length, changed: [] });
    expect(goldens.length).toBeGreaterThan(200);
  }, 60_000);
});

describe("the gate", () => {
  let data: Awaited<ReturnType<typeof smallData>>;
  let office: Office;
  let editor: Visitor;
  let approver: Visitor;
  beforeAll(async () => {
    data = await smallData();
    writeFileSync(
      join(data.folders.procedures, "cau-hoi-vang.yaml"),
      "- text: mất căn cước làm lại ở đâu\n  topic: can_cuoc_cap_lai\n- text: câu này hôm nay đã sai\n  topic: ket_hon\n",
    );
    office = await openOffice({ folders: data.folders });
    editor = await hire(office, "editor");
    approver = await hire(office, "approver");
    const citizen = office.bot.zalo.citizen();
    for (const words of [
      "mất căn cước làm lại hết bao nhiêu tiền",
      "0912345678 là số của tôi, mất căn cước làm lại hết bao nhiêu tiền",
    ]) {
      await citizen.sends(words);
      await citizen.nextMessage();
    }
  }, 60_000);
  afterAll(async () => {
    await office?.bot.stop();
    await data?.remove();
  });

  async function edit(page: string, change: (form: Record<string, string>) => Record<string, string>) {
    const form = fieldsOf((await editor.get(`${page}/sua`)).html);
    const saved = await editor.post(`${page}/sua`, { ...form, ...change(form) });
    expect(saved.status).toBe(303);
  }

  test("shows which real questions would be answered otherwise, old beside new, numbers masked", async () => {
    await edit(RECORD, (form) => {
      const [amount = ""] =
        Object.entries(form).find(([name, value]) => /amount$/.test(name) && value === "35.000") ?? [];
      return { [amount]: "36.000" };
    });
    const { html } = await approver.get(`${RECORD}/cong`);
    expect(html).toContain("Qua cổng");
    expect(html).toMatch(/mất căn cước làm lại hết bao nhiêu tiền.*35\.000 đồng.*36\.000 đồng/s);
    expect(html).not.toContain("0912345678");
    expect(html).toContain("1/2 câu đúng (1 câu vốn đã sai từ trước)");
    await editor.post(`${RECORD}/bo-nhap`);
  }, 60_000);

  test("a golden question that would break blocks publishing, and is named", async () => {
    const words = [
      "mất căn cước làm lại ở đâu",
      "mất căn cước",
      "làm lại căn cước ở đâu",
      "mất căn cước thì làm lại ở đâu",
    ];
    await edit(WEDDING, () => ({ "f.phrases": words.join("\n"), "f.keywords": words.join("\n") }));
    const blocked = await approver.post(
      `${WEDDING}/cong-bo`,
      fieldsOf((await approver.get(`${WEDDING}/xem-lai`)).html),
    );
    const { html } = await approver.get(`${WEDDING}/cong`);
    const isBroken = html.includes("Câu hỏi vàng bị hỏng");
    expect([isBroken, blocked.status]).toEqual([true, 409]);
    expect(html).toContain("mất căn cước làm lại ở đâu");
    await editor.post(`${WEDDING}/bo-nhap`);
  }, 60_000);

  test("what the check calls an error blocks, in words without files", async () => {
    await edit(TOPIC, () => ({ "f.procedures": "khong-co-thu-tuc-nay" }));
    const { html } = await approver.get(`${TOPIC}/cong`);
    expect(html).toContain("Chưa qua cổng");
    expect(html).toContain("không có thủ tục");
    expect(html).not.toMatch(/published\/|\.yaml, dòng/);
    await editor.post(`${TOPIC}/bo-nhap`);
  }, 60_000);
});
