/** A commune or ward: one of `don-vi.yaml`. What its desk is like is told only with the day on which it was confirmed. */
import { z } from "zod";
import { explainIssues } from "./explain.ts";
import { type Finding, finding } from "./problems.ts";
import { day } from "./procedure.ts";
import { type Located, located } from "./read-records.ts";
import type { Units } from "./reference-files.ts";

const text = z.string().trim().min(1);
const clock = z.string().regex(/^\d{2}:\d{2}$/);
const spans = z.array(z.strictObject({ from: clock, to: clock }));

const formerUnit = z.strictObject({
  name: text,
  type: text,
  old_code: text,
  old_district: text,
  old_province: text,
  /** part: the old unit was divided; the hamlet must be asked, never chosen. */
  extent: z.enum(["whole", "part"]),
  portion: text.optional(),
  other_units: z.array(text).optional(),
  includes: z.unknown().optional(),
  moved: z.unknown().optional(),
});

export const unitSchema = z.strictObject({
  code: text,
  name: text,
  type: text,
  full_name: text,
  /** Other and older names that lead here beside those of `old_districts`. */
  aliases: z.array(text).optional(),
  unchanged: z.boolean(),
  formed_from: z.array(formerUnit),
  note: text.optional(),
  confidence: z.enum(["high", "medium", "low"]),
  /** Where its desk is. Told once `address_confirmed_on` says when somebody asked there; so are the others. */
  address: text.optional(),
  address_confirmed_on: day.optional(),
  /** Monday to Friday, local time. */
  hours: spans.optional(),
  /** Empty: closed on Saturday. */
  saturday: spans.optional(),
  hours_confirmed_on: day.optional(),
  phone: text.optional(),
  phone_confirmed_on: day.optional(),
});
export type UnitRecord = z.infer<typeof unitSchema>;

/** What may be told of a unit's desk; null: not known, or nobody confirmed it. */
export type UnitDesk = {
  readonly address: string | null;
  readonly hours: UnitRecord["hours"] | null;
  readonly saturday: UnitRecord["saturday"] | null;
  readonly phone: string | null;
};

export const deskOf = (unit: UnitRecord): UnitDesk => ({
  address: (unit.address_confirmed_on && unit.address) || null,
  hours: (unit.hours_confirmed_on && unit.hours) || null,
  saturday: (unit.hours_confirmed_on && unit.saturday) || null,
  phone: (unit.phone_confirmed_on && unit.phone) || null,
});

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
