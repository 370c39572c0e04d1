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
import { likeAnyCase, oneAtATime } from "../dialect.ts";
import type { Db } from "../schema.ts";
import type { ConsoleTables } from "./tables.ts";

/** Writes a deed in the transaction of what was done. */
export async function logDeed(db: Db, mac: Mac, deed: Deed): Promise<void> {
  await oneAtATime(db, "audit");
  const head = await db.selectFrom("audit_head").select(["seq", "hash"]).where("id", "=", 1).executeTakeFirst();
  const seq = (head ? Number(head.seq) : await lastSeq(db)) + 1;
  const hash = linkOf(mac, head?.hash ?? "", seq, deed);
  await db
    .insertInto("audit_log")
    .values({ ...deed, seq, hash })
    .execute();
  const newest = { seq, hash, seal: sealOf(mac, seq, hash) };
  await db
    .insertInto("audit_head")
    .values({ id: 1, ...newest })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(newest))
    .execute();
}

/** 0 for the first deed ever. Else somebody took the head away: the log goes on, and its broken chain tells. */
async function lastSeq(db: Db): Promise<number> {
  const row = await db.selectFrom("audit_log").select("seq").orderBy("seq", "desc").limit(1).executeTakeFirst();
  return Number(row?.seq ?? 0);
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
        const alike = likeAnyCase(read);
        const like = `%${words.replace(/[\\%_]/g, "")}%`;
        query = query.where((eb) => eb.or([eb("object", alike, like), eb("detail", alike, like)]));
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
