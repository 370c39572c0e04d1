/** Where rows of an imported file wait until all of them are taken. */
import { sql } from "kysely";
import type { Mapping } from "../dossiers/import/columns.ts";
import type { ImportStore } from "../dossiers/import/import-file.ts";
import type { Database, GroupedInsert } from "./database.ts";
import { oneAtATime } from "./dialect.ts";

const TOLD = {
  procedure_code: "text",
  procedure_name: "text",
  unit: "text",
  received_on: "text",
  due_on: "text",
  finished_on: "text",
  missing: "text",
  fee_due: "bigint",
  phone_key: "text",
} as const;
const STAGE: GroupedInsert = {
  table: "dossier_staging",
  columns: { import_id: "text", line: "bigint", code: "text", status: "bigint", ...TOLD },
  key: ["import_id", "code"],
  onConflict: "nothing",
};
const COLUMNS = Object.keys(TOLD);
const STAGED = COLUMNS.map((column) => (column === "missing" ? "coalesce(missing, '[]')" : column)).join(", ");
/** What a row does not tell stays as it is known; what is missing or to be paid does not outlive its status. */
const UNLESS_UNTOLD = COLUMNS.filter((column) => column !== "missing" && column !== "fee_due")
  .map((column) => `${column} = coalesce(excluded.${column}, dossier.${column})`)
  .join(", ");

export function createImportStore(database: Database): ImportStore {
  return {
    stage: (importId, rows) =>
      database.write(async (_db, insertEach) => {
        const values = rows.map(({ line, record }) => [
          importId,
          line,
          record.code,
          record.status,
          record.procedureCode ?? null,
          record.procedureName ?? null,
          record.unit ?? null,
          record.receivedOn ?? null,
          record.dueOn ?? null,
          record.finishedOn ?? null,
          record.missing === undefined ? null : JSON.stringify(record.missing),
          record.feeDue ?? null,
          record.phoneKey ?? null,
        ]);
        await insertEach(STAGE, values);
      }),
    commit: (importId, now) =>
      database.write(async (db) => {
        await oneAtATime(db, "dossier");
        await sql`insert into dossier (code, status, known_at, ${sql.raw(COLUMNS.join(", "))})
          select code, status, ${now}, ${sql.raw(STAGED)} from dossier_staging where import_id = ${importId} order by code
          on conflict (code) do update set status = excluded.status, known_at = excluded.known_at,
          missing = case when excluded.missing = '[]' and dossier.status = excluded.status then dossier.missing
            else excluded.missing end,
          fee_due = case when excluded.fee_due is null and dossier.status = excluded.status then dossier.fee_due
            else excluded.fee_due end,
          ${sql.raw(UNLESS_UNTOLD)}`.execute(db);
      }),
    discard: (importId) =>
      database.write(async (db) => {
        await db.deleteFrom("dossier_staging").where("import_id", "=", importId).execute();
      }),
    async mappingOf(headers) {
      const row = await database.read
        .selectFrom("dossier_mapping")
        .select("mapping")
        .where("headers", "=", headers)
        .executeTakeFirst();
      return row ? (JSON.parse(row.mapping) as Mapping) : null;
    },
    rememberMapping: (headers, mapping, now) =>
      database.write(async (db) => {
        const values = { mapping: JSON.stringify(mapping), used_at: now };
        await db
          .insertInto("dossier_mapping")
          .values({ headers, ...values })
          .onConflict((conflict) => conflict.column("headers").doUpdateSet(values))
          .execute();
      }),
  };
}
