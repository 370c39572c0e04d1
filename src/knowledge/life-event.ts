/** A change in a family's life and the procedures that come with it: one entry of `procedures-data/life-events.yaml`. */
import { z } from "zod";

const text = z.string().trim().min(1);

const step = z.strictObject({
  procedure: z.string().optional(),
  /** Instead of a procedure, where the topic's question must choose among several. */
  topic: z.string().optional(),
  /** When or what for, in a citizen's words; no figures, they stand in the record. */
  why: text,
  /** The button, at most 30 characters. */
  label: text.max(30),
});

export const lifeEventSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** For staff. */
  name: text,
  /** The words that tell of it, with diacritics, `{người thân}` for whoever of the family, `{nước}` for a country or its people; what else stands in the message must be said without a subject. */
  phrases: z.array(text).min(1),
  /** Further words that may stand beside them: "quán", "Đài Loan". */
  words: z.array(text).optional(),
  /** In the order in which they are done. */
  steps: z.array(step).min(2).max(6),
  /** The procedure or topic to start with; absent: the first step. */
  start: z.string().optional(),
  /** When that is right, if not always: "Hợp đồng đã công chứng rồi thì". */
  start_when: text.optional(),
  /** Several of the steps can be done at once: what is said of it, and the button. */
  together: z.strictObject({ procedure: z.string(), say: text, label: text.max(30) }).optional(),
  /** What belongs to it and no record covers: said, with whom to ask. */
  not_known: text.optional(),
});
export type LifeEvent = z.infer<typeof lifeEventSchema>;
export type LifeStep = z.infer<typeof step>;

/** What a step leads to: a procedure's id or a topic's key. */
export const stepTarget = (each: LifeStep): string => each.procedure ?? each.topic ?? "";
