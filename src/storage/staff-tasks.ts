/** What staff must see: alarms and questions for a person. The console (issue 7) will show and close them. */
import type { Database } from "./database.ts";
import { oneAtATime } from "./dialect.ts";
import type { Db } from "./schema.ts";

export type OpenTask = {
  readonly id: number;
  readonly oaId: string;
  /** Null: an alarm about the program itself. */
  readonly citizenId: string | null;
  readonly kind: string;
  readonly detail: string;
  readonly dueAt: number | null;
  readonly createdAt: number;
  /** Numbers to call back, as they may be shown. */
  readonly numbers: readonly string[];
};

export type StaffTasks = {
  /** Keeps one open alarm of a kind and detail; the same again changes nothing. */
  raise(oaId: string, kind: string, detail: string, now: number): Promise<void>;
  /** Keeps it unless the same was ever kept, open or done. */
  raiseOnce(oaId: string, kind: string, detail: string, now: number): Promise<void>;
  /** The 500 that wait longest. */
  open(): Promise<readonly OpenTask[]>;
  /** Closes it, forgets its numbers and writes down who did. False: no such open task. */
  close(id: number, actor: string, now: number): Promise<boolean>;
  /** The task's numbers, still sealed; that `actor` saw them is written first. Null: no such open task, or no number. */
  reveal(id: number, actor: string, now: number): Promise<{ oaId: string; sealed: readonly string[] } | null>;
};

export function createStaffTasks(database: Database): StaffTasks {
  return {
    raise: (oaId, kind, detail, now) =>
      database.write(async (db) => {
        await oneAtATime(db, "staff_task");
        const open = await db
          .selectFrom("staff_task")
          .select("id")
          .where("oa_id", "=", oaId)
          .where("kind", "=", kind)
          .where("detail", "=", detail)
          .where("done_at", "is", null)
          .executeTakeFirst();
        if (!open) {
          await db.insertInto("staff_task").values({ oa_id: oaId, kind, detail, created_at: now }).execute();
        }
      }),
    raiseOnce: (oaId, kind, detail, now) =>
      database.write(async (db) => {
        await oneAtATime(db, "staff_task");
        const known = await db
          .selectFrom("staff_task")
          .select("id")
          .where("oa_id", "=", oaId)
          .where("kind", "=", kind)
          .where("detail", "=", detail)
          .executeTakeFirst();
        if (!known) await db.insertInto("staff_task").values({ oa_id: oaId, kind, detail, created_at: now }).execute();
      }),
    async open() {
      const rows = await database.read
        .selectFrom("staff_task")
        .selectAll()
        .where("done_at", "is", null)
        .orderBy("created_at")
        .orderBy("id")
        .limit(500)
        .execute();
      const numbers = await database.read
        .selectFrom("callback_number")
        .select(["staff_task_id", "shown"])
        .where("staff_task_id", "is not", null)
        .orderBy("id")
        .execute();
      return rows.map((row) => ({
        id: row.id,
        oaId: row.oa_id,
        citizenId: row.citizen_id,
        kind: row.kind,
        detail: row.detail,
        dueAt: row.due_at,
        createdAt: row.created_at,
        numbers: numbers.filter((number) => number.staff_task_id === row.id).map(({ shown }) => shown),
      }));
    },
    close: (id, actor, now) =>
      database.write(async (db) => {
        const closed = await db
          .updateTable("staff_task")
          .set({ done_at: now })
          .where("id", "=", id)
          .where("done_at", "is", null)
          .executeTakeFirst();
        if (closed.numUpdatedRows === 0n) return false;
        await db.deleteFrom("callback_number").where("staff_task_id", "=", id).execute();
        await writeDown(db, { at: now, actor, action: "close", staff_task_id: id });
        return true;
      }),
    reveal: (id, actor, now) =>
      database.write(async (db) => {
        const rows = await db
          .selectFrom("callback_number")
          .innerJoin("staff_task", "staff_task.id", "callback_number.staff_task_id")
          .select(["callback_number.oa_id", "sealed"])
          .where("staff_task_id", "=", id)
          .where("done_at", "is", null)
          .orderBy("callback_number.id")
          .execute();
        const first = rows[0];
        if (!first) return null;
        await writeDown(db, { at: now, actor, action: "reveal-number", staff_task_id: id });
        return { oaId: first.oa_id, sealed: rows.map(({ sealed }) => sealed) };
      }),
  };
}

const writeDown = (db: Db, row: { at: number; actor: string; action: string; staff_task_id: number }) =>
  db.insertInto("staff_audit").values(row).execute();
