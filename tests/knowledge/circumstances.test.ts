/** A checklist of only my papers: what everybody needs is never hidden behind a circumstance. */
import { loadKnowledge } from "../../src/knowledge/index.ts";

const { knowledge } = await loadKnowledge("procedures-data", "intents");
const procedures = [...(knowledge?.procedures.values() ?? [])];
const known = knowledge?.circumstances ?? new Map();

test("a paper for some people only says for whom, in words", () => {
  const silent = procedures.flatMap(({ id, documents }) =>
    documents.filter((paper) => paper.circumstances && !paper.when).map((paper) => `${id}: ${paper.name}`),
  );
  expect(silent).toEqual([]);
});

test("a negative case, or one that only the office can tell, is shown to everybody", () => {
  const hidden = procedures.flatMap(({ id, documents }) =>
    documents
      .filter((paper) => paper.circumstances && /^(mọi trường hợp|nếu có|khi còn|chỉ khi|tùy)/.test(paper.when ?? ""))
      .map((paper) => `${id}: ${paper.name}`),
  );
  expect(hidden).toEqual([]);
});

test("every procedure keeps something for everybody", () => {
  const empty = procedures.filter(
    ({ documents }) => documents.length > 0 && documents.every((paper) => paper.circumstances),
  );
  expect(empty.map(({ id }) => id)).toEqual([]);
});

test("every circumstance selects something", () => {
  const used = new Set(
    procedures.flatMap(({ documents, fees, times }) =>
      [...documents, ...fees, ...times].flatMap((fact) => fact.circumstances ?? []),
    ),
  );
  expect([...known.keys()].filter((key) => !used.has(key))).toEqual([]);
});

test("every circumstance can be asked in a citizen's words, by itself or as a choice of its question", () => {
  const groups = new Set([...known.values()].flatMap(({ ask, group }) => (ask && group ? [group] : [])));
  const silent = [...known.values()].filter(({ ask, group }) => !ask && !groups.has(group ?? ""));
  expect(silent.map(({ key }) => key)).toEqual([]);
});
