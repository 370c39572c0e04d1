/** What officers published of a commune or ward, over what `don-vi.yaml` says of it. */
import { explainIssues } from "./explain.ts";
import { type Finding, finding } from "./problems.ts";
import { type Located, located } from "./read-records.ts";
import type { Units } from "./reference-files.ts";
import { type UnitRecord, unitSchema } from "./unit.ts";

/** Names and codes are the province's and stay the file's: what officers publish of a unit lies over the rest. */
export function overUnit(
  records: readonly Located<Units>[],
  code: string,
  content: unknown,
  itemFile: string,
): { readonly records: Located<Units>[]; readonly seed: unknown; readonly findings: readonly Finding[] } {
  const parsed = unitSchema.safeParse(content);
  if (!parsed.success)
    return { records: [...records], seed: seedOf(records, code), findings: explainIssues(itemFile, [], parsed.error) };
  const seed = seedOf(records, code);
  if (!seed) {
    const what = `không còn xã, phường nào mã ${code}`;
    return { records: [...records], seed, findings: [finding(itemFile, [], what, "bỏ bản của trung tâm")] };
  }
  const { name, type, full_name, unchanged, formed_from } = seed;
  const unit: UnitRecord = { ...parsed.data, code, name, type, full_name, unchanged, formed_from };
  const over = records.map(({ value, file, path }) =>
    located<Units>({ ...value, units: value.units.map((each) => (each.code === code ? unit : each)) }, file, path),
  );
  return { records: over, seed, findings: [] };
}

const seedOf = (records: readonly Located<Units>[], code: string): UnitRecord | undefined =>
  records.flatMap(({ value }) => value.units).find((unit) => unit.code === code);
