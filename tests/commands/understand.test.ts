import { Readable } from "node:stream";
import { understandAll } from "../../src/commands/understand.ts";
import { loadAssistant } from "../../src/wiring/assistant.ts";

const NOW = Date.parse("2026-11-24T09:00:00+07:00");
const FIELDS = [
  "id",
  "intent",
  "topic",
  "topics",
  "procedures",
  "aspect",
  "also",
  "slots",
  "faq",
  "decision",
  "answer",
];

const assistant = await loadAssistant({ dossiers: { find: async () => ({ kind: "unknown-code" }) }, now: () => NOW });

async function run(...lines: string[]) {
  const out: string[] = [];
  await understandAll(Readable.from(lines.map((line) => `${line}\n`)), assistant, NOW, (line) => void out.push(line));
  return out.map((line) => JSON.parse(line));
}

test("one line out for each line in, in order, with exactly the fields of the contract", async () => {
  const out = await run('{"id":"a","text":"dang ky ket hon can j"}', '{"id":2,"text":"alo"}');
  expect(out.map(({ id }) => id)).toEqual(["a", 2]);
  for (const line of out) {
    expect(Object.keys(line)).toEqual(FIELDS);
    expect(Object.keys(line.slots)).toEqual(["dossier_code", "dossier_codes"]);
  }
  expect(out[0]).toMatchObject({ intent: "ask_procedure", topic: "ket_hon", aspect: "documents", decision: "answer" });
  expect(out[0].answer).toMatch(/^Đăng ký kết hôn cần:\n1\. /);
});

test("context is the topic of the previous turn; the usual procedure of it is meant", async () => {
  const [line] = await run('{"id":1,"text":"còn lệ phí thì sao","context":"ket_hon"}');
  expect(line).toMatchObject({ topic: "ket_hon", aspect: "fee" });
  expect(line.answer).toMatch(/^Đăng ký kết hôn/);
});

test("a dossier code is given in canonical form", async () => {
  const [line] = await run('{"id":1,"text":"H57.132-260804-0583 tới đâu rồi"}');
  expect(line.slots).toEqual({ dossier_code: "H57.132-260804-0583", dossier_codes: ["H57.132-260804-0583"] });
});

test("a broken line gives an error, with the id when it can be read, and stops nothing", async () => {
  const out = await run("garbage", '{"id":"x"}', '{"text":"alo"}', '{"id":3,"text":"alo"}');
  expect(out.map(({ id }) => id)).toEqual([null, "x", null, 3]);
  expect(out.slice(0, 3).every(({ error }) => typeof error === "string")).toBe(true);
  expect(out[3].error).toBeUndefined();
});

test("the answer carries no notice: it is what a citizen gets who has seen it", async () => {
  const [line] = await run('{"id":1,"text":"xin chào"}');
  expect(line.answer).not.toContain("quyền riêng tư");
});

test("a citizen-ID number is taken out before anything reads it, as at the door, and the citizen is told", async () => {
  const [line] = await run('{"id":1,"text":"số của tôi 096081001234"}');
  expect(line.answer).toMatch(/^Số này giống số căn cước/);
  expect(JSON.stringify(line)).not.toContain("096081001234");
});
