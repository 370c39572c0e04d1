/** Something in every table, whatever tables there are: a copy that leaves one out cannot look whole. */
import type { Database } from "../../src/storage/database.ts";
import { contentsOf } from "../../src/storage/move/fingerprint.ts";
import { tablesOf } from "../../src/storage/move/tables.ts";

const ROWS = 3;
/** Beyond what fits in 32 bits, as our times are. */
const BIG = 1_795_000_000_000;

/** Three rows more in each table; each value of a row is another, one row has every value that may be absent absent. */
export async function fillEveryTable(
  database: Database,
  text = (place: string) => `${place} “ơ” 👨‍👩‍👧 "\\'`,
): Promise<void> {
  await database.write(async (db) => {
    for (const { name, columns, counted } of await tablesOf(db)) {
      const kept = columns.filter((column) => column.name !== counted);
      for (let n = 1; n <= ROWS; n += 1) {
        const values = kept.map(({ name: column, type }, at) => {
          if (type === "text") return [column, text(`${name}.${column} ${n}`)] as const;
          return [column, (type === "bigint" ? BIG : 100) + n * 50 + at] as const;
        });
        await db
          .insertInto(name as never)
          .values(Object.fromEntries(values) as never)
          .execute();
      }
    }
  });
}

/** What each table holds, by its name; no two databases with the same contents differ. */
export async function contentsOfAll(
  database: Database,
): Promise<ReadonlyMap<string, { rows: number; fingerprint: string }>> {
  const all = new Map<string, { rows: number; fingerprint: string }>();
  await database.write(async (db) => {
    for (const table of await tablesOf(db)) all.set(table.name, await contentsOf(db, table));
  });
  return all;
}
