/** Reads labelled questions; a broken line is named with its file and number. */
import { z } from "zod";
import { Invalid } from "../../errors.ts";

const labelled = z.object({
  id: z.string(),
  text: z.string(),
  intent: z.string(),
  procedure: z.string().nullable().default(null),
  aspect: z.string().nullable().default(null),
  context: z.string().nullable().default(null),
  slots: z.object({ dossier_code: z.string().optional() }).loose().default({}),
  style: z.array(z.string()).default([]),
  origin: z.string().default("?"),
  also: z.array(z.object({ procedure: z.string(), aspect: z.string() })).default([]),
});
export type Labelled = z.infer<typeof labelled>;

/** Throws `Invalid` naming the first broken line. */
export function readLabelled(content: string, file: string): Labelled[] {
  return content.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    try {
      return [labelled.parse(JSON.parse(line))];
    } catch (cause) {
      throw new Invalid("eval.file", `${file}, line ${index + 1}: not a labelled question`, { cause });
    }
  });
}
