/** The chained log in the database. Its newest row is locked first, so that of two at once one waits for the other. */
import {
  type AuditQuery,
  type AuditStore,
  type Deed,
  type LoggedDeed,
  linkOf,
  type Mac,
  sealOf,
} from "../../console/audit/chain.ts";
import type { Database } from "../database.ts";
import type { Db } from "../schema.ts";
import type { ConsoleTables } from "./tables.ts";

/** Writes a deed in the transaction of what was done. */
export async function logDeed(db: Db, mac: Mac, deed: Deed): Promise<void> {
  await db
    .updateTable("audit_head")
    .set((eb) => ({ seq: eb("seq", "+", 1) }))
    .where("id", "=", 1)
    .execute();
  const head = await db.selectFrom("audit_head").select(["seq", "hash"]).where("id", "=", 1).executeTakeFirstOrThrow();
  const seq = Number(head.seq);
  const hash = linkOf(mac, head.hash, seq, deed);
  await db
    .insertInto("audit_log")
    .values({ ...deed, seq, hash })
    .execute();
  await db
    .updateTable("audit_head")
    .set({ hash, seal: sealOf(mac, seq, hash) })
    .where("id", "=", 1)
    .execute();
}

export function createAuditStore(database: Database, mac: Mac): AuditStore {
  const { read } = database;
  return {
    append: (deed) => database.write((db) => logDeed(db, mac, deed)),
    async search({ who, action, words, from, until }: AuditQuery, before, limit) {
      let query = read.selectFrom("audit_log").selectAll().orderBy("seq", "desc").limit(limit);
      if (before !== null) query = query.where("seq", "<", before);
      if (who !== undefined) query = query.where("who", "=", who);
      if (action !== undefined) query = query.where("action", "=", action);
      if (from !== undefined) query = query.where("at", ">=", from);
      if (until !== undefined) query = query.where("at", "<", until);
      if (words !== undefined) {
        const like = `%${words.replace(/[\\%_]/g, "")}%`;
        query = query.where((eb) => eb.or([eb("object", "like", like), eb("detail", "like", like)]));
      }
      return (await query.execute()).map(deedOf);
    },
    async after(seq, limit) {
      const rows = await read
        .selectFrom("audit_log")
        .selectAll()
        .where("seq", ">", seq)
        .orderBy("seq")
        .limit(limit)
        .execute();
      return rows.map(deedOf);
    },
    async head() {
      const row = await read.selectFrom("audit_head").selectAll().where("id", "=", 1).executeTakeFirst();
      return { seq: Number(row?.seq ?? 0), hash: row?.hash ?? "", seal: row?.seal ?? "" };
    },
  };
}

const deedOf = (row: ConsoleTables["audit_log"]): LoggedDeed => ({ ...row, seq: Number(row.seq), at: Number(row.at) });
