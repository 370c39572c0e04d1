/** Officers' Excel files between looking and taking in: sealed, for nobody has read yet whether a citizen's number is in it. */
import { randomUUID } from "node:crypto";
import { type ExcelFileStore, KEPT_MS } from "../../console/knowledge/excel/files.ts";
import { isExcelKind } from "../../console/knowledge/excel/layout.ts";
import type { Database } from "../database.ts";
import { oneAtATime } from "../dialect.ts";

/** As `Sealer` of secrets/seal.ts does. */
type Seals = {
  seal(text: string, context: string): string;
  open(sealed: string, context: string): string;
};

/** An officer with several open pages has several; the oldest go. */
const EACH = 3;

export function createExcelFileStore({ read, write }: Database, sealer: Seals): ExcelFileStore {
  return {
    async keep({ name, kind, officerId, bytes, startedAt }) {
      const id = randomUUID();
      const sealed = sealer.seal(bytes.toString("base64"), contextOf(id));
      await write(async (db) => {
        await oneAtATime(db, "excel_file");
        await db
          .insertInto("excel_file")
          .values({ id, name, kind, officer_id: officerId, sealed, started_at: startedAt })
          .execute();
        const newestOthers = db
          .selectFrom("excel_file")
          .select("id")
          .where("officer_id", "=", officerId)
          .where("id", "!=", id)
          .orderBy("started_at", "desc")
          .orderBy("id")
          .limit(EACH - 1);
        await db
          .deleteFrom("excel_file")
          .where((eb) =>
            eb.or([
              eb("started_at", "<", startedAt - KEPT_MS),
              eb.and([eb("officer_id", "=", officerId), eb("id", "!=", id), eb("id", "not in", newestOthers)]),
            ]),
          )
          .execute();
      });
      return { id, name, kind, officerId, bytes, startedAt };
    },
    async find(id, officerId, now) {
      const row = await read
        .selectFrom("excel_file")
        .selectAll()
        .where("id", "=", id)
        .where("officer_id", "=", officerId)
        .where("started_at", ">=", now - KEPT_MS)
        .executeTakeFirst();
      if (!row || !isExcelKind(row.kind)) return null;
      const bytes = Buffer.from(sealer.open(row.sealed, contextOf(id)), "base64");
      return { id, name: row.name, kind: row.kind, officerId, bytes, startedAt: Number(row.started_at) };
    },
    drop: async (id) => {
      await write((db) => db.deleteFrom("excel_file").where("id", "=", id).execute());
    },
  };
}

const contextOf = (id: string): string => `excel-file/${id}`;
