/** A sent form back to a record. What cannot be read stays as it was typed: the check says what is wrong with it. */
import { readDay } from "../../days.ts";
import type { Form } from "../../form.ts";
import { type Field, type FormSpec, fieldsOf, type ListField } from "./fields.ts";

type RecordOf = Record<string, unknown>;

/** More entries than any list has. */
const MOST = 200;

/** `base`: what the form was made from; parts of it that no field shows are kept. */
export function readForm(spec: FormSpec, form: Form, base: RecordOf): RecordOf {
  return readFields(fieldsOf(spec), form, "f", base);
}

function readFields(fields: readonly Field[], form: Form, path: string, base: RecordOf): RecordOf {
  const record: RecordOf = { ...base };
  for (const field of fields) {
    const value = readField(field, form, `${path}.${field.name}`);
    if (value === undefined) delete record[field.name];
    else record[field.name] = value;
  }
  return record;
}

function readField(field: Field, form: Form, path: string): unknown {
  switch (field.type) {
    case "flag":
      return form.has(path) ? true : undefined;
    case "group": {
      const group = readFields(field.fields, form, path, {});
      return Object.keys(group).length === 0 ? emptyOf(field) : group;
    }
    case "list":
      return readList(field, form, path);
    case "checks":
      return orEmpty(field, [...form.all(path)]);
    case "lines": {
      const lines = form
        .text(path)
        .split(/\r?\n/)
        .map((line) => line.trim());
      return orEmpty(
        field,
        lines.filter((line) => line !== ""),
      );
    }
    case "spans": {
      const lines = form
        .text(path)
        .split(/\r?\n/)
        .map((line) => line.trim());
      const spans = lines.filter((line) => line !== "").map(readSpan);
      return spans.length === 0 && form.has(`${path}.khong`) ? [] : orEmpty(field, spans);
    }
    case "number": {
      const text = form.text(path);
      const digits = text.replace(/[.\s]|đồng|đ$/gi, "");
      return text === "" ? emptyOf(field) : /^\d{1,12}$/.test(digits) ? Number(digits) : text;
    }
    case "day": {
      const text = form.text(path);
      return text === "" ? emptyOf(field) : (readDay(text) ?? text);
    }
    default: {
      const text = form.text(path).replace(/\r\n/g, "\n").normalize("NFC");
      return text === "" ? emptyOf(field) : text;
    }
  }
}

/** "7h30 - 11:00"; what is no such thing stays as it was typed. */
function readSpan(line: string): unknown {
  const [, h1, m1, h2, m2] = /^(\d{1,2})[:.hg](\d{2})?\s*(?:-|–|đến|tới)\s*(\d{1,2})[:.hg](\d{2})?$/i.exec(line) ?? [];
  if (h1 === undefined || h2 === undefined) return line;
  const clock = (hour: string, minute = "00") => `${hour.padStart(2, "0")}:${minute}`;
  return { from: clock(h1, m1), to: clock(h2, m2) };
}

function readList(field: ListField, form: Form, path: string): unknown {
  const count = Math.min(MOST, Number(form.text(`${path}.so`)) || 0);
  const entries = Array.from({ length: count }, (_, at) => readFields(field.fields, form, `${path}.${at}`, {}));
  return orEmpty(field, entries);
}

const orEmpty = (field: { empty?: "null" | "absent" }, list: unknown[]): unknown =>
  list.length === 0 && field.empty ? emptyOf(field) : list;

const emptyOf = ({ empty }: { empty?: "null" | "absent" }): unknown =>
  empty === "null" ? null : empty === "absent" ? undefined : "";
