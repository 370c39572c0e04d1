/** Somebody looks at every record in time: the rule of docs/records.md, "Time". */
import { loadKnowledge, type Procedure } from "../../src/knowledge/index.ts";

const { knowledge } = await loadKnowledge("procedures-data", "intents");
const procedures = [...(knowledge?.procedures.values() ?? [])];

function months(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 10);
}

/** The latest day on which a record may be looked at again. */
function latestReview({ checked_on, confidence, fees, times, changes, ...record }: Procedure): string {
  const facts = [record, ...fees, ...times, ...(changes ?? [])];
  const turns = facts.flatMap(({ valid_from, valid_to }) => [valid_from, valid_to]);
  const coming = turns.filter((day): day is string => day !== undefined && day > checked_on);
  return [...coming, months(checked_on, confidence === "high" ? 6 : 3)].sort()[0]!;
}

test("every record is due for review before anything in it changes, and within half a year", () => {
  expect(procedures.length).toBe(160);
  const late = procedures.filter((each) => each.review_by === undefined || each.review_by > latestReview(each));
  expect(late.map(({ id }) => id)).toEqual([]);
});

test("look-alikes name each other, both ways", () => {
  const oneWay = procedures.flatMap((each) =>
    (each.confused_with ?? [])
      .filter((other) => !knowledge?.procedures.get(other)?.confused_with?.includes(each.id))
      .map((other) => `${each.id} → ${other}`),
  );
  expect(oneWay).toEqual([]);
});
