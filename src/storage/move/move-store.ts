/** Copies everything from an embedded SQLite file into an empty PostgreSQL database, and proves that it is the same. */
import { CompiledQuery, sql } from "kysely";
import { Invalid } from "../../errors.ts";
import type { Database } from "../database.ts";
import { migrate } from "../migrate.ts";
import { type Contents, contentsOf } from "./fingerprint.ts";
import { type AnyDb, pagesOf, type Table, tablesOf } from "./tables.ts";

export type Moved = Contents & { readonly table: string };

/**
 * All or nothing: one transaction in the target, ended only when the contents of both were found to be the same. `from` is
 * only read and stays as it is. Both have today's tables afterwards. Throws `Invalid` when somebody is at work on either, when
 * the target is not empty, or when the contents differ.
 */
export async function moveStore(from: Database, to: Database): Promise<Moved[]> {
  if ((await from.join()) === "others" || (await to.join()) === "others") {
    throw new Invalid("store.in-use", "somebody is at work on one of the two databases: stop Một Cửa first");
  }
  await from.write(migrate);
  return to.write(async (db) => {
    if ((await tablesOf(db)).length > 0) {
      throw new Invalid("store.not-empty", "the target has tables already: create a new, empty database");
    }
    await sql`set local statement_timeout = 0`.execute(db);
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(db);
    await migrate(db);
    const moved: Moved[] = [];
    for (const table of await tablesOf(db)) {
      await copy(from.read, db, table);
      const [before, after] = [await contentsOf(from.read, table), await contentsOf(db, table)];
      if (before.fingerprint !== after.fingerprint) {
        throw new Invalid("store.differs", `${table.name} differs: ${before.rows} rows before, ${after.rows} after`);
      }
      moved.push({ table: table.name, ...after });
    }
    return moved;
  });
}

async function copy(from: AnyDb, to: AnyDb, table: Table): Promise<void> {
  // Rows that the migrations brought are among those that come.
  await sql`delete from ${sql.table(table.name)}`.execute(to);
  const names = table.columns.map(({ name }) => `"${name}"`).join(", ");
  const arrays = table.columns.map(({ type }, at) => `$${at + 1}::${type}[]`).join(", ");
  const insert = `insert into "${table.name}" (${names}) select * from unnest(${arrays})`;
  for await (const rows of pagesOf(from, table)) {
    const columns = table.columns.map(({ name }) => rows.map((row) => row[name] ?? null));
    await to.executeQuery(CompiledQuery.raw(insert, columns));
  }
  if (table.counted !== null) await countOn(from, to, table.name, table.counted);
}

/** No number is ever given twice, also not that of a row which is gone. */
async function countOn(from: AnyDb, to: AnyDb, table: string, column: string): Promise<void> {
  const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(from);
  const last = rows[0]?.seq ?? 0;
  if (last > 0) await sql`select setval(pg_get_serial_sequence(${table}, ${column}), ${last})`.execute(to);
}
