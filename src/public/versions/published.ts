/** What of a record is published, and the version that its content makes. What staff keep for themselves is no part. */
import { createHash } from "node:crypto";
import { type Procedure, procedureSchema } from "../../knowledge/index.ts";

/** For staff, for understanding, or for the keeping of the record: a change there changes nothing that citizens see. */
const NOT_PUBLISHED: ReadonlySet<string> = new Set([
  "staff_note",
  "disputed",
  "sources",
  "notes",
  "review_by",
  "aliases",
  "topic",
  "confused_with",
  "sensitive",
  "shares_code",
  "circumstances",
  "former_ids",
  "id",
]);

/** The published part as JSON, its keys in alphabetical order: the same content always gives the same text. */
export function publishedPart(procedure: Procedure): string {
  return JSON.stringify(procedure, (key, value: unknown) => (NOT_PUBLISHED.has(key) ? undefined : sorted(value)));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const versionOfContent = (content: string): string =>
  createHash("sha256").update(content).digest("hex").slice(0, 12);

const versions = new WeakMap<Procedure, string>();

/** 12 hex digits. Records never change, so each is worked out once. */
export function versionOf(procedure: Procedure): string {
  const known = versions.get(procedure);
  if (known) return known;
  const version = versionOfContent(publishedPart(procedure));
  versions.set(procedure, version);
  return version;
}

/** A kept version as a record again; null when it was kept by a program whose records were made differently. */
export function readPublished(content: string, id: string): Procedure | null {
  const kept: unknown = JSON.parse(content);
  if (typeof kept !== "object" || kept === null) return null;
  const unpublished = { id, topic: "x", aliases: [], notes: [], sources: [], disputed: null };
  const parsed = procedureSchema.safeParse({ ...unpublished, ...kept });
  return parsed.success ? parsed.data : null;
}
