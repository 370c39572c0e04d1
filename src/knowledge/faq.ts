/** A general question with a checked answer: one entry of `procedures-data/hoi-dap/*.yaml`. */
import { z } from "zod";
import { day } from "./procedure.ts";

const text = z.string().trim().min(1);

export const faqSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/),
  /** The intent it belongs to: office_info, online_service_help, tourism_health_ocop, ask_procedure… */
  intent: z.string(),
  subject: text,
  question: text,
  /** The question in at most 30 characters, where it is offered as a button. Absent: the question itself. */
  button: text.max(30).optional(),
  variants: z.array(text),
  keywords: z.array(text).optional(),
  /** Sentences a citizen gets, in order. Facts copied, wording ours. */
  facts: z.array(text),
  steps: z.array(text),
  basis: text.nullable(),
  sources: z.array(text),
  confidence: z.enum(["high", "medium", "low"]),
  /** Researcher's doubt, for staff. */
  disputed: text.nullable(),
  /** What to confirm at the desk, said to the citizen; null when the doubt touches nothing that is said. */
  say_doubt: text.nullable().optional(),
  /** What only the centre can fill in (HỎI CÀ MAU); listed for staff, never sent. */
  local_unknown: text.nullable(),
  /** A record that only says "ask the centre" about this, and is not used once the centre has confirmed it. */
  until_confirmed: z.enum(["hours"]).optional(),
  checked_on: day,
  /** Not said until it is mended. */
  withdrawn: z.literal(true).optional(),
  valid_from: day.optional(),
  valid_to: day.optional(),
  review_by: day.optional(),
});
export type Faq = z.infer<typeof faqSchema>;
