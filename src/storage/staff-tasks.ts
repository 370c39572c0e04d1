/** What staff must see: alarms and questions for a person. The console (issue 7) will show and close them. */
import type { Database } from "./database.ts";

export type StaffTasks = {
  /** Keeps one open alarm of a kind and detail; the same again changes nothing. */
  raise(oaId: string, kind: string, detail: string, now: number): Promise<void>;
  open(): Promise<readonly { kind: string; detail: string; dueAt: number | null; createdAt: number }[]>;
};

export function createStaffTasks(database: Database): StaffTasks {
  return {
    raise: (oaId, kind, detail, now) =>
      database.write(async (db) => {
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
    async open() {
      const rows = await database.read
        .selectFrom("staff_task")
        .select(["kind", "detail", "due_at", "created_at"])
        .where("done_at", "is", null)
        .orderBy("created_at")
        .limit(500)
        .execute();
      return rows.map((row) => ({ kind: row.kind, detail: row.detail, dueAt: row.due_at, createdAt: row.created_at }));
    },
  };
}
