import { createHash } from "node:crypto";
import type { Knowledge } from "./knowledge.ts";

/** The first 12 hex digits of a SHA-256 over all content. The order of files and records does not count. */
export function knowledgeVersion(content: Omit<Knowledge, "version">): string {
  const hash = createHash("sha256");
  for (const part of [
    content.procedures,
    content.topics,
    content.intents,
    content.faqs,
    content.circumstances,
    content.lifeEvents,
    content.ambiguous,
  ]) {
    for (const [key, value] of [...(part ?? new Map<string, unknown>())].sort(([a], [b]) => (a < b ? -1 : 1))) {
      hash.update(`${key}\u0000${JSON.stringify(value)}\u0000`);
    }
    hash.update("\u0001");
  }
  const { centre, neverSay, local, units, fields, shortCodes } = content;
  const lists = [fields, shortCodes].map((part) => [...(part?.values() ?? [])]);
  hash.update(JSON.stringify([centre, neverSay, local, units, ...lists]));
  return hash.digest("hex").slice(0, 12);
}
