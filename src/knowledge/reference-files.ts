/** The smaller data files of `procedures-data/`: circumstances, wrong sentences, places, communes and their old names. */
import { z } from "zod";
import { day } from "./procedure.ts";
import { unitSchema } from "./unit.ts";

const text = z.string().trim().min(1);
const confidence = z.enum(["high", "medium", "low"]);

/** `circumstances.yaml`: what can be particular about a person's case; papers and fees name these keys. */
export const circumstanceSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Said on buttons: "Nhờ người khác làm thay". */
  label: text.max(40),
  words: z.array(text),
  /** Choices of one question share a group; without one it is a question of its own. */
  group: z
    .string()
    .regex(/^[a-z][a-z-]*$/)
    .optional(),
  /** The question in a citizen's words; one of a group has it. Alone (no group, no `otherwise`): asked when no other case is left. */
  ask: text.optional(),
  /** The button that chooses this one; absent: `label`. */
  choice: text.max(30).optional(),
  /** The button that says "none of these": it is a question of its own. */
  otherwise: text.max(30).optional(),
});
export type Circumstance = z.infer<typeof circumstanceSchema>;

/** `never-say.yaml`: sentences that half the web still gets wrong, with what holds instead. */
export const neverSaySchema = z.strictObject({
  say_not: text,
  why: text,
  say: text,
  basis: text.nullable(),
  /** Words that only the wrong sentence has: `npm run check` looks for them in all that is said. */
  words: z.array(text).optional(),
});
export type NeverSay = z.infer<typeof neverSaySchema>;

const localBase = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: text,
  aliases: z.array(text),
  kind: text,
  /** Today's commune or ward; null: not certain, not said. */
  unit: text.nullable(),
  note: text.nullable(),
  /** For staff, never sent: unconfirmed addresses and numbers. */
  staff_note: text.optional(),
  sources: z.array(text),
  confidence,
  checked_on: day,
};

/** `local/du-lich.yaml`. */
export const tourismSchema = z.strictObject({
  ...localBase,
  old_place: text.nullable(),
  what: z.array(text),
  how_to_get: text.nullable(),
  best_time: text.nullable(),
});
/** `local/ocop.yaml`. */
export const ocopSchema = z.strictObject({
  ...localBase,
  maker: text.nullable(),
  stars: z.number().int().min(1).max(5).nullable(),
  year: z.number().int().nullable(),
});
/** `local/y-te.yaml`. Addresses and phones stay null until the centre confirms them. */
export const healthSchema = z.strictObject({ ...localBase, address: text.nullable(), phone: text.nullable() });
export type Tourism = z.infer<typeof tourismSchema>;
export type Ocop = z.infer<typeof ocopSchema>;
export type Health = z.infer<typeof healthSchema>;

/** `don-vi.yaml`: the 64 communes and wards since 01/7/2025 and every older name that leads to them. */
export const unitsSchema = z.strictObject({
  province: z.strictObject({
    name: text,
    code: text,
    effective: day,
    decisions: z.array(z.strictObject({ number: text, date: day, about: text })),
    sources: z.array(text),
  }),
  units: z.array(unitSchema),
  old_districts: z.array(
    z.strictObject({
      name: text,
      type: text,
      code: text,
      old_province: text,
      aliases: z.array(text),
      /** Gone already before 2025, but people still say them. */
      earlier_units: z
        .array(
          z.strictObject({
            name: text,
            type: text,
            ended: text,
            detail: text,
            now: z.array(text),
            sources: z.array(text),
          }),
        )
        .optional(),
      units: z.array(z.strictObject({ name: text, type: text, code: text, now: z.array(text), split: z.boolean() })),
      now_units: z.array(text),
      same_name_new_unit: text.optional(),
      ask: text,
    }),
  ),
  ambiguities: z.array(
    z.strictObject({
      text,
      kind: text,
      candidates: z.array(z.looseObject({})),
      ask: text.nullable(),
      must_ask: z.boolean(),
      resolve: z.unknown().optional(),
      hint: z.unknown().optional(),
    }),
  ),
  landmarks: z.array(z.strictObject({ name: text, old: text, now: text, confidence })),
});
export type Units = z.infer<typeof unitsSchema>;
