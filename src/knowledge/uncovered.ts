/** Needs that people bring to the desk and no record covers: one entry of `procedures-data/chua-co.yaml`. */
import { z } from "zod";

const text = z.string().trim().min(1);

export const uncoveredSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Begins the answer: "Hoàn công, ghi nhà mới xây vào sổ đỏ". */
  name: text,
  /** As people call it, with diacritics. Only a message that names nothing else beside one of them is meant. */
  phrases: z.array(text).min(1),
  /** Further words that may stand beside them: "nhà ở", "tôm". */
  words: z.array(text).optional(),
  /** Whom to ask, after "Anh/chị hỏi"; absent: the centre's desk. */
  ask: text.optional(),
  /** What people may have meant or will need next: at most two buttons. */
  near: z
    .array(z.strictObject({ procedure: z.string(), label: text.max(30) }))
    .max(2)
    .optional(),
});
export type Uncovered = z.infer<typeof uncoveredSchema>;
