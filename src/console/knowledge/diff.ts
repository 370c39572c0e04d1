/** Differences between two contents of an item, in the words of its form. */
import { sayMoney } from "../../knowledge/index.ts";
import { textOfEntry } from "./form/draw.ts";
import { type Field, type FormSpec, fieldsOf } from "./form/fields.ts";
import { text } from "./form/shared.ts";

export type Difference = {
  /** "Lệ phí › đăng ký quá hạn › Số tiền (đồng)". */
  readonly where: string;
  /** Null: it was not there. */
  readonly before: string | null;
  /** Null: it is no more. */
  readonly after: string | null;
};

type RecordOf = Record<string, unknown>;

/** `before` null: everything is new. */
export function differences(spec: FormSpec, before: unknown, after: unknown): Difference[] {
  const fields = fieldsOf(spec);
  const was = before === null ? new Map<string, string>() : lines(fields, before as RecordOf, []);
  const is = lines(fields, after as RecordOf, []);
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((where) => {
    const [old, now] = [was.get(where) ?? null, is.get(where) ?? null];
    return old === now ? [] : [{ where, before: old, after: now }];
  });
}

/** Every field that says something, by where it stands. */
function lines(fields: readonly Field[], record: RecordOf, path: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  const put = (where: readonly string[], value: string) => {
    const name = where.join(" › ");
    let key = name;
    for (let turn = 2; found.has(key); turn++) key = `${name} (${turn})`;
    found.set(key, value);
  };
  for (const field of fields) {
    const value = record[field.name];
    const where = [...path, field.label];
    if (field.type === "list") {
      for (const entry of (Array.isArray(value) ? value : []) as RecordOf[]) {
        // By what it is about, not by its number: an entry put before it changes nothing in it.
        for (const [name, said] of lines(field.fields, entry, [...where, nameOf(entry)])) put([name], said);
      }
    } else if (field.type === "group") {
      for (const [name, said] of lines(field.fields, (value ?? {}) as RecordOf, where)) put([name], said);
    } else if (field.type === "spans") {
      if (Array.isArray(value)) put(where, value.length === 0 ? (field.none ?? "") : value.map(textOfEntry).join("; "));
    } else if (field.type === "lines" || field.type === "checks") {
      const options = field.type === "checks" ? field.options : [];
      for (const each of (Array.isArray(value) ? value : []) as unknown[]) {
        const said = options.find((option) => option.value === each)?.name ?? text(each);
        put([...where, said], said);
      }
    } else {
      const said = sayValue(field, value);
      if (said !== "") put(where, said);
    }
  }
  return found;
}

function sayValue(field: Field, value: unknown): string {
  if (field.type === "flag") return value === true ? "có" : "";
  if (value === undefined) return "";
  if (value === null) return field.type === "number" && "money" in field ? "chưa biết" : "";
  if (field.type === "number" && field.money && typeof value === "number")
    return value === 0 ? "0 đồng (miễn)" : sayMoney(value);
  if (field.type === "choice") return field.options.find((option) => option.value === value)?.name ?? text(value);
  return text(value);
}

/** What tells an entry from its neighbours. */
function nameOf(entry: RecordOf): string {
  const name = entry.case ?? entry.name ?? entry.number ?? entry.label ?? entry.words ?? entry.say ?? entry.from;
  const short = text(name ?? "");
  return short.length > 70 ? `${short.slice(0, 69)}…` : short || "(chưa ghi)";
}
