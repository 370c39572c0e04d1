import { createHash } from "node:crypto";
import type { Loaded } from "./loaded.ts";

/** Read from a file each: moving a file from one folder to another changes nothing. In a list the order says something. */
const FILES: ReadonlySet<string> = new Set(["procedures", "topics", "intents", "faqs"]);

/** The first 12 hex digits of a SHA-256 over all content. */
export function knowledgeVersion({ leftOut: _, ...kinds }: Loaded): string {
  const hash = createHash("sha256");
  for (const [kind, records] of Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const digests = records.map(({ digest }) => digest);
    hash.update(`${kind}\u0000${(FILES.has(kind) ? digests.sort() : digests).join("")}`);
  }
  return hash.digest("hex").slice(0, 12);
}
