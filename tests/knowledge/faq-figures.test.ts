/** General answers against the figures of the research (`reference-faqs.json`), both ways. */
import { readFileSync } from "node:fs";
import { type Faq, loadKnowledge } from "../../src/knowledge/index.ts";

interface Reference {
  readonly confidence: string;
  readonly disputed: boolean;
  readonly figures: string[];
  /** Figures that we say on top, knowingly, and where they come from. */
  readonly added?: { readonly figures: string[]; readonly source: string };
}

const url = new URL("../fixtures/reference-faqs.json", import.meta.url);
const reference: Record<string, Reference> = JSON.parse(readFileSync(url, "utf8"));
const { knowledge } = await loadKnowledge("procedures-data", "intents");
const faqs = knowledge?.faqs ?? new Map<string, Faq>();

const unique = (text: string) => [...new Set(text.match(/\d+(?:[.,]\d+)*/g) ?? [])].sort();

test("the general questions are those of the reference", () => {
  expect([...faqs.keys()].sort()).toEqual(Object.keys(reference).sort());
});

test.each(Object.keys(reference))("%s loses no figure and makes none up", (id) => {
  const { facts, steps, basis, disputed, local_unknown, confidence } = faqs.get(id)!;
  const meant = reference[id]!;
  expect(confidence).toBe(meant.confidence);
  if (meant.disputed) expect(disputed).not.toBeNull();
  expect(unique(JSON.stringify([facts, steps, basis, disputed, local_unknown]))).toEqual(
    [...meant.figures, ...(meant.added?.figures ?? [])].sort(),
  );
});

test("what the centre must fill in is kept for staff, and is never in what is said", () => {
  const said = [...faqs.values()].map(({ facts, steps, say_doubt, question }) => [question, facts, steps, say_doubt]);
  expect(JSON.stringify(said)).not.toMatch(/HỎI CÀ MAU/i);
  expect([...faqs.values()].filter(({ local_unknown }) => local_unknown !== null).length).toBeGreaterThan(20);
});

test("no number to call is said but 111, 113, 114 and 115: others wait for the centre", () => {
  const said = [...faqs.values()].map(({ facts, steps, say_doubt }) => [facts, steps, say_doubt]);
  const procedures = [...(knowledge?.procedures.values() ?? [])].map(({ changes, doubts, steps, channels }) => [
    changes?.map(({ say }) => say),
    doubts.map(({ say }) => say),
    steps,
    channels,
  ]);
  const text = JSON.stringify([said, procedures]);
  expect(text.match(/\b(?:gọi|cuộc gọi rác tới|tổng đài|đường dây nóng)(?: số)? (?!11[1345]\b)\d{3,}/giu)).toBeNull();
  expect(text.match(/(?<![\d./])(?:1[89]00[ .]?\d{4,}|0\d{9,10}|5656|1022)(?![\d./])/g)).toBeNull();
});
