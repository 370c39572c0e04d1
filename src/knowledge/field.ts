/** A field (lĩnh vực) as citizens see it: one entry of `procedures-data/linh-vuc.yaml`, in the order of the page. */
import { z } from "zod";

const text = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const fieldSchema = z.strictObject({
  /** In the address of its page and on printed sheets: permanent. */
  slug,
  /** Slugs it had before: printed sheets carry them still. */
  former_slugs: z.array(slug).optional(),
  /** Exactly as records write it in `field`. */
  name: text,
  /** What people find in it, in their words. */
  about: text.max(90),
  /** The heading under which it stands. */
  group: text.max(40),
});
export type Field = z.infer<typeof fieldSchema>;
