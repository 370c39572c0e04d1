/** Sessions and wrong tries in the database. */
import { randomUUID } from "node:crypto";
import { IDLE_MS, LONGEST_MS, type Session, type SessionStore } from "../../console/access/sessions.ts";
import type { TryStore } from "../../console/access/throttle.ts";
import type { Mac } from "../../console/audit/chain.ts";
import type { Database } from "../database.ts";
import { logDeed } from "./audit-log.ts";
import { officerOf } from "./officers.ts";
import type { ConsoleTables } from "./tables.ts";

const DAY_MS = 86_400_000;

export function createSessionStore(database: Database, mac: Mac): SessionStore {
  const { read } = database;
  return {
    open: (session, deed) =>
      database.write(async (db) => {
        await db
          .insertInto("officer_session")
          .values({
            id: session.id,
            officer_id: session.officerId,
            token_key: session.tokenKey,
            csrf: session.csrf,
            device: session.device,
            created_at: session.createdAt,
            rotated_at: session.rotatedAt,
            seen_at: session.seenAt,
          })
          .execute();
        await logDeed(db, mac, deed);
      }),
    async find(key) {
      const row = await read
        .selectFrom("officer_session")
        .selectAll()
        .where((eb) => eb.or([eb("token_key", "=", key), eb("former_key", "=", key)]))
        .executeTakeFirst();
      if (!row) return null;
      const officer = await read
        .selectFrom("officer")
        .selectAll()
        .where("id", "=", row.officer_id)
        .where("disabled_at", "is", null)
        .executeTakeFirst();
      return officer ? { session: sessionOf(row), officer: officerOf(officer) } : null;
    },
    async of(officerId) {
      const rows = await read
        .selectFrom("officer_session")
        .selectAll()
        .where("officer_id", "=", officerId)
        .orderBy("seen_at", "desc")
        .orderBy("id")
        .execute();
      return rows.map(sessionOf);
    },
    seen: (id, now) =>
      database.write(async (db) => {
        await db.updateTable("officer_session").set({ seen_at: now }).where("id", "=", id).execute();
      }),
    rotate: (id, from, to, now) =>
      database.write(async (db) => {
        const rotated = await db
          .updateTable("officer_session")
          .set({ token_key: to, former_key: from, rotated_at: now, seen_at: now })
          .where("id", "=", id)
          .where("token_key", "=", from)
          .executeTakeFirst();
        return rotated.numUpdatedRows > 0n;
      }),
    end: (id, officerId, deed) =>
      database.write(async (db) => {
        const ended = await db
          .deleteFrom("officer_session")
          .where("id", "=", id)
          .where("officer_id", "=", officerId)
          .executeTakeFirst();
        if (ended.numDeletedRows === 0n) return false;
        await logDeed(db, mac, deed);
        return true;
      }),
    tidy: (now) =>
      database.write(async (db) => {
        await db
          .deleteFrom("officer_session")
          .where((eb) => eb.or([eb("seen_at", "<", now - IDLE_MS), eb("created_at", "<", now - LONGEST_MS)]))
          .execute();
        await db
          .deleteFrom("sign_in_try")
          .where("at", "<", now - DAY_MS)
          .execute();
        await db
          .deleteFrom("officer_invite")
          .where("expires_at", "<", now - DAY_MS)
          .execute();
      }),
  };
}

export function createTryStore(database: Database, mac: Mac): TryStore {
  return {
    async wrongSince(who, since) {
      const row = await database.read
        .selectFrom("sign_in_try")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .where("who", "=", who)
        .where("at", ">", since)
        .executeTakeFirst();
      return Number(row?.n ?? 0);
    },
    wrong: (whos, deed, now) =>
      database.write(async (db) => {
        await db
          .insertInto("sign_in_try")
          .values(whos.map((who) => ({ id: randomUUID(), who, at: now })))
          .execute();
        await logDeed(db, mac, deed);
      }),
    forget: (who) =>
      database.write(async (db) => {
        await db.deleteFrom("sign_in_try").where("who", "=", who).execute();
      }),
  };
}

const sessionOf = (row: ConsoleTables["officer_session"]): Session => ({
  id: row.id,
  officerId: row.officer_id,
  tokenKey: row.token_key,
  formerKey: row.former_key,
  csrf: row.csrf,
  device: row.device,
  createdAt: Number(row.created_at),
  rotatedAt: Number(row.rotated_at),
  seenAt: Number(row.seen_at),
});
