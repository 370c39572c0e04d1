/** Officers and their one-time links in the database; each change and its deed in one transaction. */

import type { Invite, InviteKind, Officer, OfficerStore } from "../../console/access/officer.ts";
import type { Role } from "../../console/access/roles.ts";
import type { Mac } from "../../console/audit/chain.ts";
import type { Database } from "../database.ts";
import { oneAtATime } from "../dialect.ts";
import type { Db } from "../schema.ts";
import { logDeed } from "./audit-log.ts";
import type { ConsoleTables } from "./tables.ts";

type Row = ConsoleTables["officer"];

/** Whether anybody can sign in at all; asked at every start. */
export async function anyOfficer(db: Db): Promise<boolean> {
  return (await db.selectFrom("officer").select("id").limit(1).executeTakeFirst()) !== undefined;
}

export function createOfficerStore(database: Database, mac: Mac): OfficerStore {
  const { read } = database;
  return {
    any: () => anyOfficer(read),
    async all() {
      const rows = await read.selectFrom("officer").selectAll().orderBy("created_at").orderBy("id").execute();
      return rows.map(officerOf);
    },
    async find(id) {
      const row = await read.selectFrom("officer").selectAll().where("id", "=", id).executeTakeFirst();
      return row ? officerOf(row) : null;
    },
    async byLogin(login) {
      const row = await read.selectFrom("officer").selectAll().where("login", "=", login).executeTakeFirst();
      return row ? { officer: officerOf(row), password: row.password } : null;
    },
    inviteOf: (tokenKey, now) => openInvite(read, tokenKey, now),
    async openInvites(now) {
      const rows = await read
        .selectFrom("officer_invite")
        .selectAll()
        .where("used_at", "is", null)
        .where("expires_at", ">", now)
        .where("kind", "!=", "first")
        .orderBy("created_at", "desc")
        .orderBy("id")
        .execute();
      return rows.map(inviteOf);
    },
    invite: (invite, deed, now) =>
      database.write(async (db) => {
        const { officerId, tokenKey, expiresAt, id, kind, name, role, unit } = invite;
        await db
          .insertInto("officer_invite")
          .values({
            id,
            kind,
            name,
            role,
            unit,
            officer_id: officerId,
            token_key: tokenKey,
            created_at: now,
            expires_at: expiresAt,
          })
          .execute();
        if (deed) await logDeed(db, mac, deed);
      }),
    revokeInvite: (id, deed) =>
      database.write(async (db) => {
        const gone = await db
          .deleteFrom("officer_invite")
          .where("id", "=", id)
          .where("used_at", "is", null)
          .executeTakeFirst();
        if (gone.numDeletedRows === 0n) return false;
        await logDeed(db, mac, deed);
        return true;
      }),
    join: (tokenKey, officer, deed, now) =>
      database.write(async (db) => {
        await oneAtATime(db, "officer");
        const invite = await openInvite(db, tokenKey, now);
        if (!invite || invite.kind === "password") return "gone";
        const taken = await db.selectFrom("officer").select("id").where("login", "=", officer.login).executeTakeFirst();
        if (taken) return "taken";
        const used = await useUp(db, invite.id, now);
        if (!used) return "gone";
        const { role, unit } = invite;
        await db
          .insertInto("officer")
          .values({ ...officer, role, unit, created_at: now })
          .execute();
        await logDeed(db, mac, deed);
        return "joined";
      }),
    renew: (tokenKey, password, deed, now) =>
      database.write(async (db) => {
        const invite = await openInvite(db, tokenKey, now);
        if (invite?.kind !== "password" || invite.officerId === null) return false;
        if (!(await useUp(db, invite.id, now))) return false;
        await writePassword(db, invite.officerId, password, null);
        await logDeed(db, mac, deed);
        return true;
      }),
    setPassword: (id, password, keepSession, deed) =>
      database.write(async (db) => {
        await writePassword(db, id, password, keepSession);
        await logDeed(db, mac, deed);
      }),
    change: (id, { role, unit, disabledAt }, deed) =>
      database.write(async (db) => {
        await oneAtATime(db, "officer");
        const admins = await db
          .selectFrom("officer")
          .select("id")
          .where("role", "=", "admin")
          .where("unit", "is", null)
          .where("disabled_at", "is", null)
          .where("id", "!=", id)
          .limit(1)
          .execute();
        const stays = role === "admin" && unit === null && disabledAt === null;
        if (admins.length === 0 && !stays) return false;
        await db.updateTable("officer").set({ role, unit, disabled_at: disabledAt }).where("id", "=", id).execute();
        if (disabledAt !== null) await db.deleteFrom("officer_session").where("officer_id", "=", id).execute();
        await logDeed(db, mac, deed);
        return true;
      }),
  };
}

async function openInvite(db: Db, tokenKey: string, now: number): Promise<Invite | null> {
  const row = await db
    .selectFrom("officer_invite")
    .selectAll()
    .where("token_key", "=", tokenKey)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  if (!row || (row.kind === "first" && (await anyOfficer(db)))) return null;
  return inviteOf(row);
}

async function writePassword(db: Db, id: string, password: string, keepSession: string | null): Promise<void> {
  await db.updateTable("officer").set({ password }).where("id", "=", id).execute();
  await db
    .deleteFrom("officer_session")
    .where("officer_id", "=", id)
    .where("id", "!=", keepSession ?? "")
    .execute();
  await db.deleteFrom("officer_invite").where("officer_id", "=", id).where("used_at", "is", null).execute();
}

/** Of two at once one does: the other waits for it, and finds the link used. */
async function useUp(db: Db, id: string, now: number): Promise<boolean> {
  const used = await db
    .updateTable("officer_invite")
    .set({ used_at: now })
    .where("id", "=", id)
    .where("used_at", "is", null)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

export const officerOf = (row: Omit<Row, "password">): Officer => ({
  id: row.id,
  login: row.login,
  name: row.name,
  role: row.role as Role,
  unit: row.unit,
  createdAt: Number(row.created_at),
  disabledAt: row.disabled_at === null ? null : Number(row.disabled_at),
});

const inviteOf = (row: ConsoleTables["officer_invite"]): Invite => ({
  id: row.id,
  kind: row.kind as InviteKind,
  officerId: row.officer_id,
  name: row.name,
  role: row.role as Role,
  unit: row.unit,
  createdAt: Number(row.created_at),
  expiresAt: Number(row.expires_at),
});
