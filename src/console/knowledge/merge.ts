/** Two changed versions of an item put together, field by field of its form. */
import { same } from "./desk.ts";
import type { Field } from "./form/fields.ts";

type RecordOf = Record<string, unknown>;

export type Merge = {
  /** What only one of them changed is in it; of what both changed, ours. */
  readonly merged: RecordOf;
  /** Fields that both changed, each in another way. */
  readonly both: readonly Field[];
  /** Fields that only theirs changed. */
  readonly taken: readonly Field[];
};

/** @param base what both grew from. @param theirs names of fields to take from theirs where both changed. */
export function merge(
  fields: readonly Field[],
  base: RecordOf,
  ours: RecordOf,
  their: RecordOf,
  theirs: ReadonlySet<string> = new Set(),
): Merge {
  const both: Field[] = [];
  const taken: Field[] = [];
  const merged: RecordOf = { ...ours };
  for (const field of fields) {
    const [was, is, now] = [base[field.name], ours[field.name], their[field.name]];
    if (same(was, now) || same(is, now)) continue;
    const isOurs = !same(was, is);
    (isOurs ? both : taken).push(field);
    if (isOurs && !theirs.has(field.name)) continue;
    if (now === undefined) delete merged[field.name];
    else merged[field.name] = now;
  }
  // What no form shows follows the release, unless ours has it otherwise.
  const shown = new Set(fields.map(({ name }) => name));
  for (const name of new Set([...Object.keys(their), ...Object.keys(base)])) {
    if (shown.has(name) || !same(base[name], ours[name])) continue;
    if (their[name] === undefined) delete merged[name];
    else merged[name] = their[name];
  }
  return { merged, both, taken };
}
