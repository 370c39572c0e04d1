/** New records are used at once; only new words wait until they are learnt. */

import type { Published } from "../../src/knowledge/index.ts";
import { loadAssistant } from "../../src/wiring/assistant.ts";
import { smallData } from "../public/small-data.ts";
import { until } from "../support/until.ts";

const NOTHING: Published = { items: [], withdrawals: [] };
let data: Awaited<ReturnType<typeof smallData>>;
let published: Published;
beforeAll(async () => {
  data = await smallData();
});
afterAll(() => data.remove());

async function assistantOf() {
  published = NOTHING;
  return loadAssistant({
    folders: data.folders,
    dossiers: { find: async () => ({ kind: "unknown-code" }) },
    now: Date.now,
    published: async () => published,
  });
}

test("a result that is published together with a new name is told before the name is learnt", async () => {
  const assistant = await assistantOf();
  const before = assistant.current();
  const record = before.knowledge.procedures.get("can-cuoc-cap-lai")!;
  const content = { ...record, result: "Thẻ mới", aliases: [...record.aliases, `thẻ bị chuột gặm ${process.pid}`] };
  published = { ...NOTHING, items: [{ kind: "procedure", id: record.id, content }] };

  let learnt = false;
  const reloading = assistant.reload().finally(() => {
    learnt = true;
  });
  const result = () => assistant.current().knowledge.procedures.get(record.id)?.result;
  await until("the new result is told", () => learnt || result() === "Thẻ mới", 60_000);
  expect([learnt, assistant.current().understander === before.understander]).toEqual([false, true]);
  expect(await reloading).toBe(true);
  expect(assistant.current().understander).not.toBe(before.understander);
}, 120_000);

test("a question that was not there before waits: words of before know nothing of it", async () => {
  const assistant = await assistantOf();
  const before = assistant.current();
  const faq = {
    ...[...before.knowledge.faqs.values()][0]!,
    ...{ id: "cho_giu_xe", question: `Có chỗ giữ xe đạp số ${process.pid} không?`, variants: ["gửi xe đạp ở đâu"] },
  };
  published = { ...NOTHING, items: [{ kind: "faq", id: faq.id, content: faq }] };
  let learnt = false;
  const reloading = assistant.reload().finally(() => {
    learnt = true;
  });
  await until("it is there", () => learnt || assistant.current() !== before, 60_000);
  expect(assistant.current() === before || assistant.current().understander !== before.understander).toBe(true);
  await reloading;
  expect(assistant.current().knowledge.faqs.has(faq.id)).toBe(true);
}, 120_000);
