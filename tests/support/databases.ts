/** The databases on which every store must behave alike. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Database } from "../../src/storage/database.ts";
import { migrate } from "../../src/storage/migrate.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { hasPostgres, makeDatabase, sayNotRun, type TestDatabase } from "./postgres.ts";

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
type Reused = TestDatabase & { readonly firstRows: ReadonlyMap<string, string> };
const free: Reused[] = [];
const made: TestDatabase[] = [];

const POSTGRES: Kind = {
  name: "PostgreSQL",
  async open() {
    const mine = free.pop() ?? (await makeReused());
    return openAt(mine.url, async () => {
      await inDatabase(mine, (client) => empty(client, mine.firstRows));
      free.push(mine);
    });
  },
};

async function makeReused(): Promise<Reused> {
  const database = await makeDatabase();
  made.push(database);
  const opened = await openDatabase(database.url);
  await opened.write(migrate);
  await opened.close();
  const firstRows = await inDatabase(database, async (client) => {
    const found = new Map<string, string>();
    for (const table of await filledTables(client)) {
      found.set(table, JSON.stringify((await client.query(`select * from ${table}`)).rows));
    }
    return found;
  });
  return { ...database, firstRows };
}

async function inDatabase<T>({ url }: TestDatabase, job: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await job(client);
  } finally {
    await client.end();
  }
}

async function filledTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ t: string }>(
    "select format('%I', tablename) as t from pg_tables where schemaname = 'public' and tablename not like 'kysely%'",
  );
  const exists = rows.map(({ t }) => `select '${t}' as t where exists (select 1 from ${t})`).join(" union all ");
  return (await client.query<{ t: string }>(exists)).rows.map(({ t }) => t);
}

/** As it was after its migrations, some of which bring rows. */
async function empty(client: pg.Client, firstRows: ReadonlyMap<string, string>): Promise<void> {
  const filled = await filledTables(client);
  if (filled.length > 0) await client.query(`truncate ${filled.join(", ")} restart identity`);
  for (const [table, rows] of firstRows) {
    await client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [rows]);
  }
}

afterAll(async () => {
  for (const database of made) await database.drop();
});

if (!hasPostgres) sayNotRun();

/** For `describe.each` and `test.each`. */
export const DATABASES: readonly Kind[] = hasPostgres ? [SQLITE, POSTGRES] : [SQLITE];
