/** What the page of a record shows and withholds: small records made for it, then every real one. */
import { globSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { changesOn, type Procedure, sayDay, sayMoney, spellOut } from "../../src/knowledge/index.ts";
import { aProcedure, aTopic, knowledgeOf } from "../conversation/builders.ts";
import { realKnowledge } from "../conversation/real-knowledge.ts";
import { type LightSite, startLightSite } from "./light-site.ts";
import { textOf } from "./site.ts";

const TODAY = "2026-11-25";
let site: LightSite;
afterEach(() => site.close());

async function shown(some: Partial<Procedure>, path = "", today = TODAY) {
  const knowledge = knowledgeOf({ procedures: [aProcedure(some)], topics: [aTopic()] });
  site = await startLightSite({ knowledge: () => knowledge, today: () => today });
  return site.visit(`/thu-tuc/dang-ky-thu${path}`);
}

const FEE = { unit: "đồng/bản", note: null, basis: "TT 1/2025/TT-BTC" };
const DOUBT = { touches: ["fee", "time"] as ("fee" | "time")[], say: "Lệ phí, thời hạn: anh/chị hỏi lại quầy." };

test.each(["", "/in"])(
  "papers for everybody come apart from papers for some, each with its case (%s)",
  async (path) => {
    const { text } = await shown(
      {
        documents: [
          {
            name: "Giấy ủy quyền",
            form: "bản chính",
            quantity: 2,
            when: "khi nhờ người khác",
            note: "Phải chứng thực",
          },
          { name: "Tờ khai", form: "bản chính", quantity: 1, when: null, note: null },
        ],
      },
      path,
    );
    if (path === "")
      expect(text).toMatch(
        /Ai cũng cần Tờ khai Tuỳ trường hợp Chỉ khi: Nhờ người khác Giấy ủy quyền bản chính, 2 bản Phải chứng thực\./,
      );
    else expect(text).toContain("Chỉ khi: Nhờ người khác. Giấy ủy quyền (bản chính, 2 bản) Phải chứng thực.");
  },
);

test.each(["", "/in"])("a paper that is only looked at says so in plain words (%s)", async (path) => {
  const paper = { name: "Căn cước", form: "xuất trình", quantity: 1, when: null, note: null };
  const { text } = await shown({ documents: [paper] }, path);
  expect(text).toMatch(/Căn cước \(?đưa cán bộ xem/);
});

test.each(["", "/in"])("a figure in doubt is not stated; the box says what to ask (%s)", async (path) => {
  const { text } = await shown({ doubts: [DOUBT], confidence: "medium" }, path);
  expect(text).toContain("Chưa chắc, hỏi lại quầy Lệ phí, thời hạn: anh/chị hỏi lại quầy.");
  expect(text).toContain("Chưa chắc con số: hỏi lại quầy.");
  expect(text).not.toMatch(/15\.000|3 ngày/);
});

test.each(["", "/in"])("a doubtful code is not stated flatly (%s)", async (path) => {
  const doubts = [{ touches: ["code" as const], say: "Mã thủ tục có thể đã đổi: anh/chị hỏi quầy." }];
  const { text } = await shown({ code: "1.234567", doubts }, path);
  expect(text).toMatch(/Mã thủ tục 1\.234567 \(?hỏi lại quầy/);
});

test.each(["", "/in"])("only the entries that a doubt names are withheld (%s)", async (path) => {
  const fees = [
    { ...FEE, case: "tại quầy", amount: 15_000 },
    { ...FEE, case: "trên mạng", amount: 7_000 },
  ];
  const { text } = await shown(
    { fees, doubts: [{ touches: ["fee"], entries: ["fees.1"], say: "Lệ phí: hỏi lại." }] },
    path,
  );
  expect(text).toContain("15.000 đồng một bản");
  expect(text).not.toContain("7.000");
});

test.each(["", "/in"])("what nobody knows is said as unknown, never as free (%s)", async (path) => {
  const fees = [
    { ...FEE, case: "trễ hạn", amount: null, note: "Mức do HĐND tỉnh quyết định, có nơi 5.000 đồng" },
    { ...FEE, case: "đúng hạn", amount: 0 },
  ];
  const times = [{ case: "thường", text: "chưa xác minh", working_days: null, basis: null, unknown: true as const }];
  const { text } = await shown({ fees, times }, path);
  expect(text).toMatch(/Trễ hạn:? Tỉnh quy định, chưa có con số chắc chắn: hỏi quầy\./);
  expect(text).toMatch(/Đúng hạn:? Miễn lệ phí/);
  expect(text).not.toContain("5.000");
  expect(text).toContain("Lệ phí, Trễ hạn: chưa có con số chắc chắn");
  expect(text).toContain("Thời gian giải quyết: chưa có con số chắc chắn, anh/chị hỏi quầy.");
});

test.each(["", "/in"])("a fact that ends says until when, and withdraws itself the day after (%s)", async (path) => {
  const fees = [{ ...FEE, case: "thường", amount: 8_000, valid_to: "2026-12-31" }];
  expect((await shown({ fees }, path, "2026-12-31")).text).toMatch(/8\.000 đồng một bản ?,? đến hết 31\/12\/2026/);
  await site.close();
  const { text } = await shown({ fees }, path, "2027-01-01");
  expect(text).toContain("Mức cũ đã hết hạn ngày 31/12/2026; sau đó chưa có con số chắc chắn: hỏi quầy.");
  expect(text).not.toContain("8.000");
});

test("a record of thin sources says so at the top and at every part; one overdue for review says that", async () => {
  const thin = await shown({ confidence: "low" });
  expect(thin.text).toContain("Thủ tục này chưa đối chiếu đủ, anh/chị hỏi lại quầy cho chắc trước khi đi.");
  expect(thin.text).toContain("Giấy tờ cần có hỏi lại quầy");
  expect(thin.text).toContain("Lệ phí hỏi lại quầy");
  expect(thin.text).toContain("Chưa đối chiếu đủ. Nguồn còn mỏng");
  await site.close();
  expect((await shown({ review_by: "2026-11-25" })).text).toContain("đã tới hạn đối chiếu lại");
});

test("words of a record cannot become markup", async () => {
  const { html } = await shown({ short_name: `<b onclick="x">Đăng ký & "thử"</b>` });
  expect(html).not.toContain("<b onclick");
  expect(textOf(html)).toContain(`<b onclick="x">Đăng ký & "thử"</b>`);
});

describe("every real record", () => {
  beforeEach(async () => {
    site = await startLightSite({ knowledge: () => realKnowledge, today: () => TODAY });
  });
  const records = [...realKnowledge.procedures.values()];
  const plain = (text: string) =>
    spellOut(text)
      .replace(/\s+/g, " ")
      .replace(/[.;,]$/, "")
      .toLowerCase();

  test("is shown whole: papers, forms, known fees, channels, steps, result, conditions, news, doubts, basis, check date", async () => {
    const missing: string[] = [];
    for (const procedure of records) {
      const text = plain((await site.visit(`/thu-tuc/${procedure.id}`)).text);
      const doubted = procedure.doubts.some(({ touches }) => touches.includes("fee"));
      const parts = [
        procedure.name,
        ...procedure.documents.map(({ name }) => name),
        ...procedure.forms.map(({ name }) => name),
        ...procedure.fees.flatMap(({ amount, valid_to, valid_from }) =>
          !doubted && amount && !valid_to && !valid_from ? [sayMoney(amount)] : [],
        ),
        procedure.authority,
        ...procedure.channels,
        ...procedure.steps,
        procedure.result,
        ...procedure.conditions,
        ...["documents", "fee", "time", "overview"].flatMap((aspect) =>
          changesOn(procedure, TODAY, aspect).map(({ say }) => say),
        ),
        ...procedure.doubts.flatMap(({ say }) => say ?? []),
        ...procedure.legal_basis.map(({ number }) => number),
        `Đối chiếu ngày ${sayDay(procedure.checked_on)}`,
      ];
      for (const part of parts) if (!text.includes(plain(part))) missing.push(`${procedure.id}: ${part}`);
    }
    expect(missing).toEqual([]);
  });

  test("keeps to itself what staff note for themselves", async () => {
    const files = globSync("procedures-data/thu-tuc/*/*.yaml");
    expect(files.length).toBe(records.length);
    let notes = 0;
    for (const file of files) {
      const record = load(readFileSync(file, "utf8")) as { id: string };
      const secret: string[] = [];
      const open = JSON.stringify(record, (key, value: unknown) => {
        if (key !== "staff_note" && key !== "disputed" && key !== "notes" && key !== "sources") return value;
        if (typeof value === "string") secret.push(value.replace(/\s+/g, " ").trim());
        return undefined;
      });
      const pages = [await site.visit(`/thu-tuc/${record.id}`), await site.visit(`/thu-tuc/${record.id}/in`)];
      notes += secret.length;
      for (const { html, text } of pages) {
        // A few remarks repeat the record's own public words.
        for (const words of secret) if (!open.includes(words)) expect(text).not.toContain(words);
        expect(html).not.toMatch(/HỎI CÀ MAU|undefined|\bnull\b|NaN|DVCQG/);
      }
    }
    expect(notes).toBeGreaterThan(100);
  });
});
