/** Drafts, and publishing one item: its history, what lies over the files, its draft and what it mends. */
import type { DraftChange, ItemKey, Publication, Written } from "../../console/knowledge/store.ts";
import type { Db } from "../schema.ts";
import { draftOf, json } from "./knowledge-rows.ts";
import { countRevision } from "./published.ts";

/** Null: nobody works on it. */
export async function openDraft(db: Db, { kind, id }: ItemKey) {
  const row = await db
    .selectFrom("knowledge_draft")
    .selectAll()
    .where("kind", "=", kind)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? draftOf(row) : null;
}

/** `rev`: of the draft that was open; 0: there was none. */
export async function writeDraft(db: Db, draft: DraftChange, rev: number, at: number): Promise<Written> {
  const { kind, id, content, baseVersion, base, note, author } = draft;
  const open = await openDraft(db, { kind, id });
  if ((open?.rev ?? 0) !== rev) return "stale";
  const values = {
    rev: rev + 1,
    content: JSON.stringify(content),
    base_version: baseVersion,
    base: json(base),
    state: "draft",
    note,
    authors: JSON.stringify([...new Set([...(open?.authors ?? []), author])]),
    author,
    updated_at: at,
  };
  await db
    .insertInto("knowledge_draft")
    .values({ kind, id, ...values, created_at: at })
    .onConflict((conflict) => conflict.columns(["kind", "id"]).doUpdateSet(values))
    .execute();
  return "written";
}

export async function deleteDraft(db: Db, { kind, id }: ItemKey): Promise<boolean> {
  const gone = await db.deleteFrom("knowledge_draft").where("kind", "=", kind).where("id", "=", id).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** In a transaction of its own among those of the knowledge. */
export async function publish(db: Db, publication: Publication, at: number): Promise<Written> {
  const { kind, id, content, from, seed, note, by, approvedBy, draftRev, mends } = publication;
  const current = await db
    .selectFrom("knowledge_revision")
    .select("version")
    .where("kind", "=", kind)
    .where("id", "=", id)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (Number(current?.version ?? 0) !== from) return "stale";
  if (draftRev !== null && (await openDraft(db, { kind, id }))?.rev !== draftRev) return "stale";
  const version = from + 1;
  await db
    .insertInto("knowledge_revision")
    .values({ kind, id, version, content: json(content), note, by_officer: by, approved_by: approvedBy, at })
    .execute();
  if (content === null) await db.deleteFrom("knowledge_item").where("kind", "=", kind).where("id", "=", id).execute();
  else {
    const values = { version, content: JSON.stringify(content), seed: json(seed), published_at: at };
    await db
      .insertInto("knowledge_item")
      .values({ kind, id, ...values })
      .onConflict((conflict) => conflict.columns(["kind", "id"]).doUpdateSet(values))
      .execute();
  }
  if (draftRev !== null) await deleteDraft(db, { kind, id });
  if (mends.length > 0) {
    await db
      .deleteFrom("knowledge_withdrawal")
      .where("kind", "=", kind)
      .where("id", "=", id)
      .where("part", "in", [...mends])
      .execute();
  }
  await countRevision(db);
  return "written";
}
