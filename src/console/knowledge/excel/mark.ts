/** By what the content of an item is known again: of what its form shows, and no more. */
import { createHash } from "node:crypto";
import { type Field, type FormSpec, fieldsOf } from "../form/fields.ts";

type RecordOf = Record<string, unknown>;

/** The first 12 hex digits of a SHA-256. Empty, null and absent are the same; so are the two ways to write "ế". */
export const markOf = (spec: FormSpec, content: unknown): string =>
  createHash("sha256")
    .update(canonical(shown(spec, content as RecordOf)))
    .digest("hex")
    .slice(0, 12);

export const looksSame = (spec: FormSpec, one: unknown, other: unknown): boolean =>
  canonical(shown(spec, one as RecordOf)) === canonical(shown(spec, other as RecordOf));

/** `read` with every field that says the same as in `base` left as `base` has it. */
export function keepSame(fields: readonly Field[], base: RecordOf, read: RecordOf): RecordOf {
  const kept = fields.filter(({ name }) => canonical(base[name]) === canonical(read[name]));
  const result: RecordOf = { ...read };
  for (const { name } of kept) {
    if (name in base) result[name] = base[name];
    else delete result[name];
  }
  return result;
}

const shown = (spec: FormSpec, content: RecordOf): RecordOf =>
  Object.fromEntries(fieldsOf(spec).map(({ name }) => [name, content[name]]));

const canonical = (value: unknown): string => JSON.stringify(simple(value)) ?? "";

function simple(value: unknown): unknown {
  if (typeof value === "string") return value.normalize("NFC").replace(/\r\n?/g, "\n").trim() || undefined;
  if (value === null || value === false) return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(simple);
  if (typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, each]) => [key, simple(each)] as const);
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)));
}
