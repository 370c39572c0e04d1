/** Lets kysely's own SQLite dialect speak to Node's built-in SQLite: no native package to install. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { SqliteDatabase, SqliteStatement } from "kysely";
import { Unavailable } from "../../errors.ts";

const STATEMENTS_KEPT = 200;

/** Compiling a statement costs more than running most of ours, and the texts repeat: keeps the latest of one file. */
export function keepStatements(db: DatabaseSync): (sql: string) => StatementSync {
  const kept = new Map<string, StatementSync>();
  return (sql) => {
    const known = kept.get(sql);
    if (known) return known;
    if (kept.size >= STATEMENTS_KEPT) kept.delete(kept.keys().next().value as string);
    const made = db.prepare(sql);
    kept.set(sql, made);
    return made;
  };
}

export function adaptNodeSqlite(db: DatabaseSync): SqliteDatabase {
  const statement = keepStatements(db);
  const adapted = new WeakMap<StatementSync, SqliteStatement>();
  return {
    prepare(sql) {
      const prepared = statement(sql);
      const known = adapted.get(prepared) ?? adaptStatement(prepared);
      adapted.set(prepared, known);
      return known;
    },
    close: () => db.close(),
  };
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}

/** Nothing else happens in this process meanwhile, and Zalo waits two seconds for its 200: two of these must fit. */
const BUSY_MS = 800;

/**
 * Opens the file, made when missing, in WAL mode. SQLite itself syncs the log only before copying it into the file; what
 * must be on the disk before anyone is told so is brought there by log-sync.ts.
 * @throws {Unavailable} `storage.open`, with what to look at; `storage.no-wal` on a disk that several processes cannot share.
 */
export function openSqliteFile(path: string, options: SqliteFileOptions = {}): DatabaseSync {
  try {
    return open(path, options);
  } catch (cause) {
    if (cause instanceof Unavailable) throw cause;
    const { message } = cause as Error;
    const remedy = "does its folder exist, on a disk that is not full or read-only, and may this user write there?";
    throw new Unavailable("storage.open", `the database file ${path} cannot be opened (${message}): ${remedy}`, {
      cause,
    });
  }
}

export type SqliteFileOptions = { readonly readOnly?: boolean };

function open(path: string, options: SqliteFileOptions): DatabaseSync {
  const db = new DatabaseSync(path, { readOnly: options.readOnly ?? false });
  db.exec(`PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA foreign_keys = ON;`);
  if (!options.readOnly) {
    const mode = db.prepare("PRAGMA journal_mode = WAL").get()?.journal_mode;
    if (mode !== "wal") {
      db.close();
      throw new Unavailable("storage.no-wal", `${path} is on a disk without shared memory (${mode}): use a local one`);
    }
    // Copying the log into the file holds everybody up: it is done in quiet moments (sqlite-database.ts), and here only
    // when the log has grown to 128 MB without one.
    db.exec("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 32000; PRAGMA journal_size_limit = 67108864;");
  }
  return db;
}
