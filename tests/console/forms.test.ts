/** A form that is opened and sent back unchanged changes nothing: over every record that ships. */
import { Form } from "../../src/console/form.ts";
import { differences } from "../../src/console/knowledge/diff.ts";
import { drawSection } from "../../src/console/knowledge/form/draw.ts";
import { fieldsOf } from "../../src/console/knowledge/form/fields.ts";
import { pressListButton } from "../../src/console/knowledge/form/list-buttons.ts";
import { readForm } from "../../src/console/knowledge/form/read.ts";
import { itemsOf } from "../../src/console/knowledge/kinds.ts";
import { specOf } from "../../src/console/knowledge/specs/index.ts";
import { ITEM_KINDS } from "../../src/knowledge/index.ts";
import { realKnowledge } from "../conversation/real-knowledge.ts";
import { sentAs } from "./office.ts";

const DRAWING = { faults: new Map(), open: null };

const SETS = new Set(["aspects", "touches", "circumstances"]);
/** Boxes that are ticked have no order; letters are sent composed. */
const sorted = (record: unknown): unknown =>
  JSON.parse(
    JSON.stringify(record, (key, value) =>
      SETS.has(key) && Array.isArray(value) ? [...value].sort() : value,
    ).normalize("NFC"),
  );

describe.each(ITEM_KINDS)("%s", (kind) => {
  const spec = specOf(kind, realKnowledge);
  const records = [...itemsOf(kind, realKnowledge)] as [string, Record<string, unknown>][];

  test("every record comes back as it was", () => {
    expect(records.length).toBeGreaterThan(0);
    for (const [id, record] of records) {
      const html = spec.map((section) => drawSection(section, record, DRAWING).text).join("");
      expect([id, sorted(readForm(spec, new Form(sentAs(html)), record))]).toEqual([id, sorted(record)]);
    }
  });

  test("every field of a record is in the form, or is one that officers must not change", () => {
    const KEPT = new Set([
      "id",
      "key",
      "former_ids",
      "also_topics",
      "shares_code",
      "fee_rule",
      "until_confirmed",
      "withdrawn",
      "about",
    ]);
    for (const each of ["code", "name", "type", "full_name", "unchanged", "formed_from"])
      if (kind === "unit") KEPT.add(each);
    const known = new Set([...fieldsOf(spec).map(({ name }) => name), ...KEPT]);
    const unknown = new Set(records.flatMap(([, record]) => Object.keys(record).filter((name) => !known.has(name))));
    expect([...unknown]).toEqual([]);
  });

  test("nothing differs between a record and itself", () => {
    for (const [, record] of records) expect(differences(spec, record, record)).toEqual([]);
  });
});

const birth = realKnowledge.procedures.get("dang-ky-khai-sinh") as unknown as Record<string, unknown>;
const spec = specOf("procedure", realKnowledge);

test("a doubt about one entry follows it when entries are removed or moved, and goes with it", () => {
  expect(birth.doubts).toMatchObject([{ entries: ["fees.1"] }]);
  const press = (button: string) => pressListButton(spec, birth, button)?.record;
  expect(press("bo:fees.0")?.doubts).toMatchObject([{ entries: ["fees.0"] }]);
  expect(press("len:fees.1")?.doubts).toMatchObject([{ entries: ["fees.0"] }]);
  expect(press("bo:fees.2")?.doubts).toMatchObject([{ entries: ["fees.1"] }]);
  expect(press("bo:fees.1")?.doubts).not.toMatchObject([{ entries: expect.anything() }]);
  expect(press("them:fees")?.fees).toHaveLength((birth.fees as unknown[]).length + 1);
});

test("differences are told in the form's words, an entry by its case", () => {
  const fees = (birth.fees as Record<string, unknown>[]).map((fee, at) => (at === 1 ? { ...fee, amount: 5000 } : fee));
  expect(differences(spec, birth, { ...birth, fees })).toEqual([
    { where: "Từng mức lệ phí › đăng ký quá hạn › Số tiền (đồng)", before: "chưa biết", after: "5.000 đồng" },
  ]);
});

test("days are read as people write them, never month first; what is no day stays as it was typed", () => {
  const read = (day: string) => readForm(spec, new Form({ "f.checked_on": day }), {}).checked_on;
  const days = ["07/01/2026", "7/1/2026", "7.1.2026", "2026-01-07", "31/02/2026", "hôm qua"].map(read);
  expect(days).toEqual(["2026-01-07", "2026-01-07", "2026-01-07", "2026-01-07", "31/02/2026", "hôm qua"]);
});

test("opening hours are read as people write them; closed on Saturday is not the same as not known", () => {
  const centre = specOf("centre", realKnowledge);
  const read = (fields: Record<string, string>) => readForm(centre, new Form(fields), {});
  expect(read({ "f.hours": "7h - 11h\n13:30 – 17:00", "f.saturday": "", "f.saturday.khong": "1" })).toMatchObject({
    hours: [
      { from: "07:00", to: "11:00" },
      { from: "13:30", to: "17:00" },
    ],
    saturday: [],
  });
  expect(read({ "f.hours": "buổi sáng", "f.saturday": "" })).toMatchObject({ hours: ["buổi sáng"], saturday: null });
});
