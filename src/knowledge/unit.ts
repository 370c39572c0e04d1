/** A commune or ward: one of `don-vi.yaml`. What its desk is like is told only with the day on which it was confirmed. */
import { z } from "zod";
import { day } from "./procedure.ts";

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
