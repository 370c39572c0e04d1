/** Everyday words that name several procedures equally: one entry of `procedures-data/ambiguous.yaml`. */
import { z } from "zod";

const text = z.string().trim().min(1);

export const ambiguousSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Whole phrases with diacritics. Only a message that says nothing more than one of them is asked about. */
  phrases: z.array(text).min(1),
  /** Asked only where the words leave the subject open: "chứng thực bao nhiêu tiền" has its usual answer. */
  unless_sure: z.boolean().optional(),
  /** The question that tells them apart, in the citizen's words. */
  ask: text,
  choices: z
    .array(
      z.strictObject({
        procedure: z.string(),
        /** The button, at most 30 characters. */
        label: text.max(30),
        /** Words that choose it when typed: "mất sổ luôn", "còn sổ gốc". */
        words: z.array(text),
      }),
    )
    .min(2)
    .max(4),
});
export type Ambiguous = z.infer<typeof ambiguousSchema>;
