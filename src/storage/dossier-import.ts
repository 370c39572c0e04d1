/** Where rows of an imported file wait until all of them are taken. */
import { CompiledQuery } from "kysely";
import type { Mapping } from "../dossiers/import/columns.ts";
import type { ImportStore } from "../dossiers/import/import-file.ts";
import type { Database } from "./database.ts";

const COLUMNS = [
  "procedure_code",
  "procedure_name",
  "unit",
  "received_on",
  "due_on",
  "finished_on",
  "missing",
  "fee_due",
  "phone_key",
];
const STAGE = `insert into dossier_staging (import_id, line, code, status, ${COLUMNS.join(", ")})
  values (?, ?, ?, ?, ${COLUMNS.map(() => "?").join(", ")}) on conflict (import_id, code) do nothing`;
/** What a row does not tell stays as it is known. */
const COMMIT = `insert into dossier (code, status, known_at, ${COLUMNS.join(", ")})
  select code, status, ?, ${COLUMNS.map((column) => (column === "missing" ? "coalesce(missing, '[]')" : column)).join(", ")}
  from dossier_staging where import_id = ?
  on conflict (code) do update set status = excluded.status, known_at = excluded.known_at,
  missing = case excluded.missing when '[]' then dossier.missing else excluded.missing end,
  ${COLUMNS.filter((column) => column !== "missing")
    .map((column) => `${column} = coalesce(excluded.${column}, dossier.${column})`)
    .join(", ")}`;

export function createImportStore(database: Database): ImportStore {
  return {
    stage: (importId, rows) =>
      database.write(async (_db, forEach) => {
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
        await forEach(STAGE, values);
      }),
    commit: (importId, now) =>
      database.write(async (db) => {
        await db.executeQuery(CompiledQuery.raw(COMMIT, [now, importId]));
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
