/** What officers publish, in the database: items, drafts, history, withdrawals. One change at a time, whatever the process. */
import type { Deed, Mac } from "../../console/audit/chain.ts";
import type { KnowledgeStore, Written } from "../../console/knowledge/store.ts";
import type { Database } from "../database.ts";
import { oneAtATime } from "../dialect.ts";
import type { Db } from "../schema.ts";
import { logDeed } from "./audit-log.ts";
import { draftOf, itemOf, json, revisionOf, withdrawalOf } from "./knowledge-rows.ts";
import { deleteDraft, openDraft, publish, writeDraft } from "./publish.ts";
import { countRevision, readPublished, readRevision } from "./published.ts";

const APPROVAL = "approval";

export function createKnowledgeStore(database: Database, mac: Mac): KnowledgeStore {
  const { read } = database;

  /** Everything here decides by what it reads first, so all of it runs one after another. */
  const change = <T>(deed: Deed, job: (db: Db) => Promise<T>, isDone: (result: T) => boolean): Promise<T> =>
    database.write(async (db) => {
      await oneAtATime(db, "knowledge");
      const result = await job(db);
      if (isDone(result)) await logDeed(db, mac, deed);
      return result;
    });
  const written = (result: Written) => result === "written";

  return {
    published: () => readPublished(read),
    revision: () => readRevision(read),
    async item({ kind, id }) {
      const row = await read
        .selectFrom("knowledge_item")
        .selectAll()
        .where("kind", "=", kind)
        .where("id", "=", id)
        .executeTakeFirst();
      return row ? itemOf(row) : null;
    },
    async items() {
      const rows = await read.selectFrom("knowledge_item").selectAll().orderBy("kind").orderBy("id").execute();
      return rows.map(itemOf);
    },
    draft: (key) => openDraft(read, key),
    async drafts() {
      const rows = await read
        .selectFrom("knowledge_draft")
        .selectAll()
        .orderBy("updated_at", "desc")
        .orderBy("kind")
        .orderBy("id")
        .execute();
      return rows.map(draftOf);
    },
    saveDraft: (draft, rev, deed) => change(deed, (db) => writeDraft(db, draft, rev, deed.at), written),
    saveDrafts: (drafts) =>
      database.write(async (db) => {
        await oneAtATime(db, "knowledge");
        // Looked at before the first is written: a transaction of ours has nothing to take back.
        for (const each of drafts) if (await openDraft(db, each.change)) return "stale";
        for (const each of drafts) {
          await writeDraft(db, each.change, 0, each.deed.at);
          await logDeed(db, mac, each.deed);
        }
        return "written";
      }),
    moveDraft: ({ kind, id }, rev, state, sentBack, deed) =>
      change(
        deed,
        async (db): Promise<Written> => {
          const moved = await db
            .updateTable("knowledge_draft")
            .set({ state, sent_back: sentBack, rev: rev + 1, updated_at: deed.at })
            .where("kind", "=", kind)
            .where("id", "=", id)
            .where("rev", "=", rev)
            .executeTakeFirst();
          return moved.numUpdatedRows > 0n ? "written" : "stale";
        },
        written,
      ),
    dropDraft: (key, deed) => change(deed, (db) => deleteDraft(db, key), Boolean),
    publish: (publication, deed) => change(deed, (db) => publish(db, publication, deed.at), written),
    keepOverSeed: async ({ kind, id }, seed, deed) =>
      change(
        deed,
        async (db) => {
          const values = { seed: json(seed) };
          await db.updateTable("knowledge_item").set(values).where("kind", "=", kind).where("id", "=", id).execute();
        },
        () => true,
      ),
    async history({ kind, id }) {
      const rows = await read
        .selectFrom("knowledge_revision")
        .selectAll()
        .where("kind", "=", kind)
        .where("id", "=", id)
        .orderBy("version", "desc")
        .execute();
      return rows.map(revisionOf);
    },
    async recent(limit) {
      const rows = await read
        .selectFrom("knowledge_revision")
        .selectAll()
        .orderBy("at", "desc")
        .orderBy("version", "desc")
        .orderBy("kind")
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(revisionOf);
    },
    async withdrawals() {
      const rows = await read
        .selectFrom("knowledge_withdrawal")
        .selectAll()
        .orderBy("at", "desc")
        .orderBy("kind")
        .orderBy("id")
        .orderBy("part")
        .execute();
      return rows.map(withdrawalOf);
    },
    withdraw: ({ kind, id, part, reason, by, at }, deed) =>
      change(
        deed,
        async (db) => {
          await db
            .insertInto("knowledge_withdrawal")
            .values({ kind, id, part, reason, by_officer: by, at })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
          await countRevision(db);
        },
        () => true,
      ),
    restore: ({ kind, id, part }, deed) =>
      change(
        deed,
        async (db) => {
          const gone = await db
            .deleteFrom("knowledge_withdrawal")
            .where("kind", "=", kind)
            .where("id", "=", id)
            .where("part", "=", part)
            .executeTakeFirst();
          if (gone.numDeletedRows > 0n) await countRevision(db);
          return gone.numDeletedRows > 0n;
        },
        Boolean,
      ),
    async needsTwo() {
      const row = await read
        .selectFrom("console_setting")
        .select("value")
        .where("name", "=", APPROVAL)
        .executeTakeFirst();
      return row?.value !== "one";
    },
    setNeedsTwo: (needs, deed) =>
      change(
        deed,
        async (db) => {
          const value = needs ? "two" : "one";
          await db
            .insertInto("console_setting")
            .values({ name: APPROVAL, value })
            .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
            .execute();
        },
        () => true,
      ),
  };
}
