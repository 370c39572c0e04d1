/** A database as the stores use it. Two kinds will implement it: embedded SQLite, and PostgreSQL (issue 6). */
import type { Db } from "./schema.ts";

/**
 * Runs one statement for each row of values, in order, and says of each whether it changed anything. The door's way
 * in: a query builder costs as much for one row as SQLite itself (docs/performance.md). `?` marks the values.
 */
export type RunForEach = (sql: string, rows: readonly (readonly Value[])[]) => Promise<readonly boolean[]>;
export type Value = string | number | null;

export interface Database {
  /** For reading only; sees everything committed. */
  readonly read: Db;
  /**
   * Runs the job in a transaction: all of it or none. Durable once resolved. Jobs that arrive together may share one
   * commit; a job that throws is undone alone. A job must touch nothing but the database: no HTTP, no timers.
   * Throws `Unavailable` when the database cannot commit.
   */
  write<T>(job: (db: Db, forEach: RunForEach) => Promise<T>): Promise<T>;
  /**
   * Joins those at work on the database, until `close` or death. `alone`: nobody else is, so whatever lease stands was
   * left by the dead.
   */
  join(): "alone" | "others";
  /** Ends after the last job; then nothing more can be written. */
  close(): Promise<void>;
}
