/** General questions in people's words (`tests/golden/faq.jsonl`), and near misses that are none. */
import { readFile } from "node:fs/promises";
import type { Labelled } from "../../src/commands/eval-scores.ts";
import { goldenLines, realUnderstander } from "./support.ts";

type FaqLine = { readonly text: string; readonly faq: string | null; readonly unseen?: true };

const lines = (await readFile("tests/golden/faq.jsonl", "utf8"))
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as FaqLine);

/** Some two thousand questions, also on a machine that others use. */
const PATIENCE = 240_000;

// Floors a little under what was measured on 25/11/2026 (docs/understanding.md).
test.each([
  ["tuned", 0.87, 0.92],
  ["unseen", 0.82, 0.9],
] as const)("%s general questions are recognised, and hardly ever taken for another", async (set, floor, nearly) => {
  const { understander } = await realUnderstander();
  const read = lines
    .filter(({ unseen }) => (unseen === true) === (set === "unseen"))
    .map((asked) => ({ asked, read: understander.understand(asked.text, { topic: null }) }));
  const meant = read.filter(({ asked }) => asked.faq !== null);
  const right = meant.filter(({ asked, read: { faq } }) => faq === asked.faq);
  const named = meant.filter(({ asked, read: { faq, faqs } }) => faq === asked.faq || faqs.includes(asked.faq!));
  const wrong = read.filter(({ asked, read: { faq } }) => faq !== null && faq !== asked.faq);
  expect(right.length / meant.length).toBeGreaterThanOrEqual(floor);
  expect(named.length / meant.length).toBeGreaterThanOrEqual(nearly);
  expect(wrong.length / read.length).toBeLessThanOrEqual(0.02);
});

test("questions about a procedure and small talk are not taken for a general question", async () => {
  const { understander } = await realUnderstander();
  const wrong = lines
    .filter(({ faq }) => faq === null)
    .filter(({ text }) => understander.understand(text, { topic: null }).faq !== null);
  expect(wrong.map(({ text }) => text)).toEqual([]);
});

test(
  "of the questions about procedures hardly one is answered by a general entry",
  async () => {
    const { understander } = await realUnderstander();
    const asked = [...(await goldenLines("tuned")), ...(await goldenLines("unseen"))]
      .map((line) => JSON.parse(line) as Labelled)
      .filter(({ intent }) => intent === "ask_procedure");
    const taken = asked.filter(({ text, context }) => understander.understand(text, { topic: context }).faq !== null);
    expect(taken.length / asked.length).toBeLessThanOrEqual(0.01);
  },
  PATIENCE,
);

test("a swindle is recognised however it is told, also while a procedure is talked about", async () => {
  const { understander } = await realUnderstander();
  const frauds = lines.filter(({ faq }) => faq === "dau_hieu_lua_dao" || faq === "lo_bi_lua");
  const read = frauds.map(({ text }) => understander.understand(text, { topic: "khai_sinh" }).faq);
  expect(read).toEqual(frauds.map(({ faq }) => faq));
});
