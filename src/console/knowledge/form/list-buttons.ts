/** The buttons of a form that add, remove and move entries, before anything is saved. */
import { type FormSpec, fieldsOf, type ListField } from "./fields.ts";

type RecordOf = Record<string, unknown>;

/** `them:fees`, `bo:fees.2`, `len:fees.2`. Null: not such a button. `open`: the entry to show. */
export function pressListButton(
  spec: FormSpec,
  record: RecordOf,
  button: string,
): { readonly record: RecordOf; readonly open: string | null } | null {
  const [, what, name = "", number] = /^(them|bo|len):([a-z_]+)(?:\.(\d{1,3}))?$/.exec(button) ?? [];
  const field = fieldsOf(spec).find((each): each is ListField => each.type === "list" && each.name === name);
  if (!what || !field) return null;
  const list = Array.isArray(record[name]) ? [...(record[name] as unknown[])] : [];
  if (what === "them") {
    const changed = { ...record, [name]: [...list, { ...field.blank }] };
    return { record: changed, open: `${name}.${list.length}` };
  }
  const at = Number(number);
  if (number === undefined || at >= list.length) return { record, open: null };
  const order = list.map((_, index) => index);
  if (what === "bo") order.splice(at, 1);
  else if (at > 0) order.splice(at - 1, 2, at, at - 1);
  const moved = { ...record, [name]: order.map((index) => list[index]) };
  return { record: withEntriesMoved(moved, name, order), open: what === "len" && at > 0 ? `${name}.${at - 1}` : null };
}

/** Doubts name entries by number (`fees.1`): they follow them, and go with them. */
function withEntriesMoved(record: RecordOf, name: string, order: readonly number[]): RecordOf {
  if (!Array.isArray(record.doubts)) return record;
  const doubts = (record.doubts as RecordOf[]).map((doubt) => {
    if (!Array.isArray(doubt.entries)) return doubt;
    const entries = (doubt.entries as string[]).flatMap((entry) => {
      const [list, number] = entry.split(".");
      if (list !== name) return [entry];
      const at = order.indexOf(Number(number));
      return at < 0 ? [] : [`${name}.${at}`];
    });
    const { entries: _, ...rest } = doubt;
    return entries.length > 0 ? { ...rest, entries } : rest;
  });
  return { ...record, doubts };
}
