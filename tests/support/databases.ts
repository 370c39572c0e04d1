/** The databases on which every store must behave alike. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type { Database } from "../../src/storage/database.ts";
import { migrate } from "../../src/storage/migrate.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { hasPostgres, makeDatabase, POSTGRES_URL, type TestDatabase } from "./postgres.ts";

export type OpenDatabase = {
  readonly database: Database;
  readonly url: string;
  /** Opens the same data a second time, as another process would. */
  again(): Promise<Database>;
  /** Closes everything and removes the data. */
  remove(): Promise<void>;
};
export type Kind = { readonly name: string; open(): Promise<OpenDatabase> };

async function openAt(url: string, removeData: () => Promise<void>): Promise<OpenDatabase> {
  const opened: Database[] = [];
  const again = async () => {
    const database = await openDatabase(url);
    opened.push(database);
    await database.write(migrate);
    return database;
  };
  return {
    database: await again(),
    url,
    again,
    async remove() {
      for (const database of opened) await database.close();
      await removeData();
    },
  };
}

const SQLITE: Kind = {
  name: "SQLite",
  async open() {
    const folder = mkdtempSync(join(tmpdir(), "mot-cua-"));
    return openAt(`file:${join(folder, "test.sqlite")}`, async () => rmSync(folder, { recursive: true, force: true }));
  },
};

/** Making a database takes longer than most tests: the ones of a file are emptied and used again, and dropped at its end. */
const free: TestDatabase[] = [];
const made: TestDatabase[] = [];

const POSTGRES: Kind = {
  name: "PostgreSQL",
  async open() {
    const mine = free.pop() ?? (await makeDatabase());
    if (!made.includes(mine)) made.push(mine);
    return openAt(mine.url, async () => {
      await empty(mine.url);
      free.push(mine);
    });
  },
};

async function empty(url: string): Promise<void> {
  const database = await openDatabase(url);
  await database.write(async (db) => {
    const { rows } = await sql<{ name: string }>`select format('%I', tablename) as name from pg_tables
      where schemaname = 'public' and tablename not like 'kysely%'`.execute(db);
    await sql.raw(`truncate ${rows.map(({ name }) => name).join(", ")} restart identity`).execute(db);
  });
  await database.close();
}

afterAll(async () => {
  for (const database of made) await database.drop();
});

if (!hasPostgres) {
  const { host } = new URL(POSTGRES_URL);
  describe.skip(`NOT RUN: what must hold on PostgreSQL too (none at ${host})`, () => void test("skipped", () => {}));
}

/** For `describe.each` and `test.each`. */
export const DATABASES: readonly Kind[] = hasPostgres ? [SQLITE, POSTGRES] : [SQLITE];
