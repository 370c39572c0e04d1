/**
 * The schema of one administrative procedure (thủ tục hành chính): a YAML file of `procedures-data/thu-tuc/<field>/`.
 * Every figure stands beside its legal basis. `null` is "not known", never "free" and never "none".
 */
import { z } from "zod";

const text = z.string().trim().min(1);
/** A calendar day, `yyyy-mm-dd`, meant in Asia/Ho_Chi_Minh. */
export const day = z.iso.date();

/** From when to when a fact holds, both ends included, and when someone must look at it again. */
const validity = {
  valid_from: day.optional(),
  valid_to: day.optional(),
  review_by: day.optional(),
  /** The law that ends on `valid_to` and takes the fact with it: said so, or "miễn đến hết…" would promise a charge. */
  ends_with: text.optional(),
};

/** A researcher's or officer's remark on one fact: for staff, never sent to a citizen. */
const staff_note = text.optional();

/**
 * Case words that select papers and fees for one person: a paper without `when` is for everybody.
 * They are keys of `procedures-data/circumstances.yaml`.
 */
const circumstance = z.string().regex(/^[a-z][a-z0-9-]*$/);

export const paper = z.strictObject({
  name: text,
  /** bản chính, bản sao, xuất trình, điện tử… */
  form: text.nullable(),
  quantity: z.number().int().positive().nullable(),
  /** In which case this paper is needed, in the citizen's words; null: always. */
  when: text.nullable(),
  note: text.nullable(),
  /** Circumstances that select it (any of them). Absent: shown with its `when`. */
  circumstances: z.array(circumstance).optional(),
});

export const fee = z.strictObject({
  case: text,
  /** Whole đồng. null: not known, the desk must be asked. 0: a source says free. */
  amount: z.number().int().nonnegative().nullable(),
  /** đồng/việc, đồng/bản, đồng/trang… */
  unit: text.nullable(),
  note: text.nullable(),
  basis: text.nullable(),
  circumstances: z.array(circumstance).optional(),
  staff_note,
  ...validity,
});

export const time = z.strictObject({
  case: text,
  text,
  /** Working days, when the term is one; null: not a number of working days, or not known (`text` may say more). */
  working_days: z.number().int().nonnegative().nullable(),
  basis: text.nullable(),
  circumstances: z.array(circumstance).optional(),
  /** No term is known at all: `text` says so in a citizen's words and the desk must be asked. */
  unknown: z.literal(true).optional(),
  staff_note,
  ...validity,
});

/** What a doubt can touch. */
export const DOUBT_TARGETS = [
  "fee",
  "time",
  "documents",
  "form",
  "authority",
  "place",
  "online",
  "code",
  "condition",
  "legal",
  "result",
  "how",
] as const;

export const doubt = z.strictObject({
  /** The facts that must not be stated flatly. Empty: a remark for staff only (for instance "old papers are wrong"). */
  touches: z.array(z.enum(DOUBT_TARGETS)),
  /** Narrows it to single entries: `fees.0`, `times.1`, `documents.2`. Absent: all facts of the kind. */
  entries: z.array(z.string().regex(/^(fees|times|documents|forms)\.\d+$/)).optional(),
  /** The facts are told all the same, as ones to look at again: the source is older than a change, nothing contradicts it. */
  still_said: z.literal(true).optional(),
  /** What to confirm at the desk, said to a citizen. No doubtful figure in it. Null when `touches` is empty. */
  say: text.nullable(),
});

/** A fee worked out by a rule that the record names; the sum is shown to the citizen. */
export const feeRule = z.strictObject({
  /** per-page-with-cap: the first `first_pages` pages at `first_price`, further ones at `next_price`, at most `cap` a copy. */
  kind: z.literal("per-page-with-cap"),
  first_pages: z.number().int().positive(),
  first_price: z.number().int().positive(),
  next_price: z.number().int().positive(),
  cap: z.number().int().positive(),
  basis: text,
  ...validity,
});

export const procedureSchema = z.strictObject({
  /** ASCII kebab-case words, permanent: QR codes carry it. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** Ids it had before: printed QR codes carry them still, and are led here. */
  former_ids: z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)).optional(),
  /** Mã thủ tục hành chính. */
  code: text.nullable(),
  /** One official code covers several situations and each has a record (1.116410: every kind of căn cước). */
  shares_code: z.literal(true).optional(),
  /** The official name. */
  name: text,
  /** How a citizen would say it; starts replies: "Đăng ký kết hôn". At most 60 characters. */
  short_name: text.max(60),
  topic: z.string().regex(/^[a-z0-9_]+$/),
  /** Topics that may list it too: one record covers the lost book (`topic`) and the lost card. */
  also_topics: z.array(z.string().regex(/^[a-z0-9_]+$/)).optional(),
  field: text,
  level: text,
  authority: text,
  audience: text,
  aliases: z.array(text),
  documents: z.array(paper),
  forms: z.array(z.strictObject({ name: text, code: text.nullable() })),
  fees: z.array(fee),
  fee_rule: feeRule.optional(),
  times: z.array(time),
  channels: z.array(text),
  steps: z.array(text),
  result: text,
  conditions: z.array(text),
  legal_basis: z.array(
    /** `note`: what the document is for, or from when it counts. */
    z.strictObject({ number: text, date: text.nullable(), note: text.optional() }),
  ),
  /** The one or two documents of `legal_basis` printed under an answer whose facts have no basis of their own. */
  main_basis: z.array(text).max(2),
  /** What changed lately and half the web still says otherwise: said with the answer on these aspects. */
  changes: z
    .array(z.strictObject({ say: text, aspects: z.array(text), basis: text.nullable(), ...validity }))
    .optional(),
  notes: z.array(text),
  /** Ids of procedures that people mix this one up with. */
  confused_with: z.array(z.string()).optional(),
  /** Khuyết tật, hộ nghèo, lý lịch tư pháp…: its dossiers are never named in chat. */
  sensitive: z.boolean().optional(),
  sources: z.array(text),
  confidence: z.enum(["high", "medium", "low"]),
  /** When a person last compared it with its sources. */
  checked_on: day,
  doubts: z.array(doubt),
  /** The researcher's own words on what is in doubt, kept for staff; never sent to a citizen. */
  disputed: text.nullable(),
  /** Nothing of it is said until it is mended. Officers set it in the console; a file may, too. */
  withdrawn: z.literal(true).optional(),
  ...validity,
});

export type Procedure = z.infer<typeof procedureSchema>;
export type Paper = z.infer<typeof paper>;
export type Fee = z.infer<typeof fee>;
export type Time = z.infer<typeof time>;
export type Doubt = z.infer<typeof doubt>;
export type FeeRule = z.infer<typeof feeRule>;
