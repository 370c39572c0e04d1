/** The knowledge with one item as it is being written: for the preview, unchecked against the rest and learnt by nobody. */
import { explainPaths, type ItemKind, type Knowledge, schemaOf } from "../../knowledge/index.ts";
import type { ItemKey } from "./store.ts";

export type WithItem =
  | { readonly kind: "ready"; readonly knowledge: Knowledge }
  /** By where in the item: `fees.0.amount`. */
  | { readonly kind: "faulty"; readonly faults: ReadonlyMap<string, string> };

export function withItem(knowledge: Knowledge, { kind, id }: ItemKey, content: unknown): WithItem {
  const parsed = schemaOf(kind).safeParse(content);
  if (!parsed.success) return { kind: "faulty", faults: inForms(explainPaths(parsed.error)) };
  return { kind: "ready", knowledge: replaced(knowledge, kind, id, parsed.data) };
}

/** What is said of data files, as an officer at a form can follow it. */
const IN_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^Không phải một ngày có thật.*/, "Không phải một ngày có thật: viết ngày/tháng/năm, ví dụ 31/12/2026."],
  [/^Để trống.*/, "Chưa điền."],
];

const inForms = (faults: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...faults].map(([where, what]) => [where, IN_FORMS.find(([pattern]) => pattern.test(what))?.[1] ?? what]));

function replaced(knowledge: Knowledge, kind: ItemKind, id: string, value: unknown): Knowledge {
  const put = <T>(map: ReadonlyMap<string, T>) => new Map([...map, [id, value as T]]);
  switch (kind) {
    case "procedure":
      return { ...knowledge, procedures: put(knowledge.procedures) };
    case "topic":
      return { ...knowledge, topics: put(knowledge.topics) };
    case "faq":
      return { ...knowledge, faqs: put(knowledge.faqs) };
    case "intent":
      return { ...knowledge, intents: put(knowledge.intents) };
    case "unit": {
      const { units } = knowledge;
      const changed = units?.units.map((unit) => (unit.code === id ? (value as typeof unit) : unit));
      return units && changed ? { ...knowledge, units: { ...units, units: changed } } : knowledge;
    }
    case "centre":
      return { ...knowledge, centre: value as Knowledge["centre"] };
    default: {
      const { local } = knowledge;
      if (!local) return knowledge;
      const list = (local[kind] as readonly { id: string }[]).filter((each) => each.id !== id);
      return { ...knowledge, local: { ...local, [kind]: [...list, value] } };
    }
  }
}
