/** What was learnt is kept in files, and nothing depends on them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLearntFiles } from "../../src/storage/learnt-files.ts";
import { createUnderstander, type Learnt, type LearntStore } from "../../src/understanding/index.ts";
import { realKnowledge } from "../conversation/real-knowledge.ts";

const QUESTIONS = ["lam khai sinh can gi", "mất căn cước", "alo", "giá vàng hôm nay", "ủy quyền nộp thay được không"];
const answersWith = (learnt: LearntStore) => {
  const understander = createUnderstander(realKnowledge, { learnt });
  return QUESTIONS.map((text) => understander.understand(text, { topic: null }));
};

/** Says how often something was learnt, and whether it could be remembered. */
function watched(store: LearntStore) {
  const seen = { kept: 0, recalled: 0 };
  return {
    seen,
    recall(version: string) {
      const learnt = store.recall(version);
      if (learnt) seen.recalled += 1;
      return learnt;
    },
    keep(version: string, learnt: Learnt) {
      seen.kept += 1;
      store.keep(version, learnt);
    },
  };
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mot-cua-learnt-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a second start remembers and understands the same; a damaged file is learnt anew and mended", () => {
  const first = watched(createLearntFiles(folder));
  const answers = answersWith(first);
  expect(first.seen).toEqual({ kept: 1, recalled: 0 });

  const second = watched(createLearntFiles(folder));
  expect(answersWith(second)).toEqual(answers);
  expect(second.seen).toEqual({ kept: 0, recalled: 1 });

  const path = join(folder, readdirSync(folder)[0]!);
  const whole = readFileSync(path);
  for (const damaged of [whole.subarray(0, 1_000), Buffer.concat([whole.subarray(0, -1), Buffer.from("x")])]) {
    writeFileSync(path, damaged);
    expect(createLearntFiles(folder).recall(realKnowledge.version)).toBeNull();
  }
  const third = watched(createLearntFiles(folder));
  expect(answersWith(third)).toEqual(answers);
  expect(third.seen).toEqual({ kept: 1, recalled: 0 });
  expect(createLearntFiles(folder).recall(realKnowledge.version)).not.toBeNull();
});

test("other knowledge is not answered with what was learnt from this", () => {
  expect(createLearntFiles(folder).recall("000000000000")).toBeNull();
});

test("where nothing can be written nothing is kept and nothing fails", () => {
  const inFile = join(folder, "a-file");
  writeFileSync(inFile, "");
  const store = createLearntFiles(inFile);
  const learnt = createLearntFiles(folder).recall(realKnowledge.version);
  store.keep(realKnowledge.version, learnt!);
  expect(store.recall(realKnowledge.version)).toBeNull();
});
