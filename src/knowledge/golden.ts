/**
 * Golden questions: what must be understood whatever is edited. One entry of `procedures-data/cau-hoi-vang.yaml`; the
 * console replays them before anything is published, and a broken one blocks.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { readYaml } from "./read-yaml.ts";

const text = z.string().trim().min(1);

const goldenSchema = z.array(
  z.strictObject({
    /** As a citizen would write it. */
    text,
    /** What must be understood: a topic, a general question, or an intent. */
    topic: text.optional(),
    faq: text.optional(),
    intent: text.optional(),
  }),
);
export type Golden = z.infer<typeof goldenSchema>[number];

/** Empty when there is no such file or it is broken: then nothing blocks, and the console says that it has none. */
export async function readGolden(dir: string): Promise<readonly Golden[]> {
  const file = join(dir, "cau-hoi-vang.yaml");
  const body = await readFile(file, "utf8").catch(() => null);
  const read = body === null ? null : readYaml(file, body);
  const parsed = read?.ok ? goldenSchema.safeParse(read.value) : null;
  return parsed?.success ? parsed.data : [];
}
