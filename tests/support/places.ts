/** Where a whole program of a test keeps its data, on each kind of database, and how the test looks into it from beside. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { hasPostgres, makeDatabase, sayNotRun } from "./postgres.ts";

export type Place = {
  /** For DATABASE_URL. */
  readonly url: string;
  readonly folder: string;
  /** The rows of a query without parameters. Of SQLite only while it is asked: a crash must find nobody else there. */
  rows<T>(sql: string): Promise<T[]>;
  /** The column `n` of its only row. */
  count(sql: string): Promise<number>;
  /** Runs each statement; for what a test must put there. */
  run(statements: readonly string[]): Promise<void>;
  remove(): Promise<void>;
};

type Asking = Pick<Place, "rows" | "run">;

async function placeWith(
  url: (folder: string) => string,
  ask: (folder: string) => Asking & { close(): Promise<void> },
) {
  const folder = mkdtempSync(join(tmpdir(), "mot-cua-place-"));
  const { rows, run, close } = ask(folder);
  return {
    url: url(folder),
    folder,
    rows,
    run,
    count: async (sql: string) => Number((await rows<{ n: number }>(sql))[0]?.n),
    async remove() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function sqliteAt(path: string) {
  const open = <T>(ask: (file: DatabaseSync) => T): T => {
    const file = new DatabaseSync(path);
    try {
      file.exec("PRAGMA busy_timeout = 3000");
      return ask(file);
    } finally {
      file.close();
    }
  };
  return {
    rows: async <T>(sql: string) => open((file) => file.prepare(sql).all()) as T[],
    run: async (statements: readonly string[]) => open((file) => file.exec(statements.join(";"))),
    close: async () => {},
  };
}

/** A database of its own on the server of the tests. */
export async function onPostgres(): Promise<Place> {
  const made = await makeDatabase();
  const pool = new pg.Pool({ connectionString: made.url, max: 1 });
  pool.on("error", () => {});
  return placeWith(
    () => made.url,
    () => ({
      rows: async <T>(sql: string) => (await pool.query(sql)).rows as T[],
      run: async (statements) => void (await pool.query(statements.join(";"))),
      async close() {
        await pool.end();
        await made.drop();
      },
    }),
  );
}

const FILE = "app.sqlite";
const SQLITE = {
  name: "SQLite",
  make: (): Promise<Place> =>
    placeWith(
      (folder) => `file:${join(folder, FILE)}`,
      (folder) => sqliteAt(join(folder, FILE)),
    ),
};
const POSTGRES = { name: "PostgreSQL", make: onPostgres };

if (!hasPostgres) sayNotRun();

/** For `describe.each`. */
export const PLACES = hasPostgres ? [SQLITE, POSTGRES] : [SQLITE];
