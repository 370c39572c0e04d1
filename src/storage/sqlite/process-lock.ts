/**
 * Who works on an embedded database: a lock beside it that every process shares as long as it lives. The operating
 * system lets go of it when a process dies, however it dies, so it never lies as a process id in a file may.
 */
import { DatabaseSync } from "node:sqlite";

export type ProcessLock = {
  /** `alone`: at this moment nobody else was at work on the database. Held from now on until `close`. */
  readonly found: "alone" | "others";
  close(): void;
};

/** `path`: of the database. Makes a small file beside it, and waits up to a second for another that is just starting. */
export function enterAsProcess(path: string): ProcessLock {
  const file = new DatabaseSync(`${path}-process`);
  // Without a write-ahead log SQLite's locks are the file's: readers share it, and one alone may have it wholly.
  file.exec("PRAGMA busy_timeout = 1000; PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF;");
  file.exec("CREATE TABLE IF NOT EXISTS at_work (note TEXT)");
  const found = isAlone(file) ? "alone" : "others";
  file.exec("BEGIN");
  file.prepare("SELECT note FROM at_work").all();
  return { found, close: () => file.close() };
}

function isAlone(file: DatabaseSync): boolean {
  try {
    file.exec("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE; COMMIT; PRAGMA busy_timeout = 1000;");
    return true;
  } catch {
    file.exec("PRAGMA busy_timeout = 1000;");
    return false;
  }
}
