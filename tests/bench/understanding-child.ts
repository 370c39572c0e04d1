/** One size of understanding.ts, in a process of its own: `node understanding-child.ts COPIES` prints one line. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Knowledge, loadKnowledge } from "../../src/knowledge/index.ts";
import { createLearntFiles } from "../../src/storage/learnt-files.ts";
import { createUnderstander } from "../../src/understanding/index.ts";
import { goldenLines } from "../understanding/support.ts";

const copies = Number(process.argv[2] ?? "1");
const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
const collect = (): void => (globalThis as { gc?: () => void }).gc?.();

/** The topics and procedures many times over; each copy's phrases bear a word of their own, as another office's would. */
function multiply(knowledge: Knowledge): Knowledge {
  if (copies === 1) return knowledge;
  const topics = new Map(knowledge.topics);
  const procedures = new Map(knowledge.procedures);
  for (let copy = 1; copy < copies; copy++) {
    const word = `vùng ${copy.toString(36)}x`;
    for (const [id, procedure] of knowledge.procedures)
      procedures.set(`${id}-${copy}`, {
        ...procedure,
        id: `${id}-${copy}`,
        name: `${procedure.name} ${word}`,
        short_name: `${procedure.short_name} ${word}`,
        aliases: [],
      });
    for (const [key, topic] of knowledge.topics)
      topics.set(`${key}_${copy}`, {
        ...topic,
        key: `${key}_${copy}`,
        name: `${topic.name} ${word}`,
        procedures: topic.procedures.map((id) => `${id}-${copy}`),
        usual: topic.usual === null ? null : `${topic.usual}-${copy}`,
        phrases: topic.phrases.slice(0, 4).map((phrase) => `${phrase} ${word}`),
        keywords: [],
        not: [],
        choices: [],
      });
  }
  return { ...knowledge, topics, procedures, version: `${knowledge.version}-${copies}` };
}

const { knowledge } = await loadKnowledge("procedures-data", "intents");
if (knowledge === null) throw new Error("the knowledge has problems: npm run check");
const many = multiply(knowledge);
collect();
const before = process.memoryUsage().rss;
const folder = mkdtempSync(join(tmpdir(), "mot-cua-learnt-"));
const make = (): [ReturnType<typeof createUnderstander>, number] => {
  const began = performance.now();
  return [createUnderstander(many, { learnt: createLearntFiles(folder) }), performance.now() - began];
};
const [first, learning] = make();
const peak = process.memoryUsage().rss;
const [, remembering] = make();
const questions = (await goldenLines("unseen")).map((line) => (JSON.parse(line) as { text: string }).text);
for (const text of questions) first.understand(text, { topic: null });
const times = questions.map((text) => {
  const began = performance.now();
  first.understand(text, { topic: null });
  return performance.now() - began;
});
times.sort((one, other) => one - other);
collect();
const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(2);
console.log(
  `${String(many.procedures.size).padStart(6)} procedures, ${many.topics.size} topics: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; ` +
    `learnt in ${learning.toFixed(0)} ms (remembered in ${remembering.toFixed(0)}), at most ${mb(peak - before)} and after that ${mb(process.memoryUsage().rss - before)} more resident`,
);
rmSync(folder, { recursive: true, force: true });
