/** Rows of what officers publish, as the console reads them. */
import type { Draft, PublishedRow, Revision, WithdrawalRow } from "../../console/knowledge/store.ts";
import type { ItemKind, Withdrawal } from "../../knowledge/index.ts";
import type { ConsoleTables } from "./tables.ts";

/** Null stays null: it means that there is nothing. */
export const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
const read = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

export const itemOf = (row: ConsoleTables["knowledge_item"]): PublishedRow => ({
  kind: row.kind as ItemKind,
  id: row.id,
  version: Number(row.version),
  content: JSON.parse(row.content),
  seed: read(row.seed),
  publishedAt: Number(row.published_at),
});

export const draftOf = (row: ConsoleTables["knowledge_draft"]): Draft => ({
  kind: row.kind as ItemKind,
  id: row.id,
  rev: Number(row.rev),
  content: JSON.parse(row.content),
  baseVersion: Number(row.base_version),
  base: read(row.base),
  state: row.state as Draft["state"],
  note: row.note,
  authors: JSON.parse(row.authors) as string[],
  author: row.author,
  sentBack: row.sent_back,
  updatedAt: Number(row.updated_at),
});

export const revisionOf = (row: ConsoleTables["knowledge_revision"]): Revision => ({
  kind: row.kind as ItemKind,
  id: row.id,
  version: Number(row.version),
  content: read(row.content),
  note: row.note,
  by: row.by_officer,
  approvedBy: row.approved_by,
  at: Number(row.at),
});

export const withdrawalOf = (row: ConsoleTables["knowledge_withdrawal"]): WithdrawalRow => ({
  kind: row.kind as Withdrawal["kind"],
  id: row.id,
  part: row.part,
  reason: row.reason,
  by: row.by_officer,
  at: Number(row.at),
});
