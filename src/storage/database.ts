/** A database as the stores use it: embedded SQLite (sqlite/) or PostgreSQL (postgres/). Opened by open-database.ts. */
import type { Db } from "./schema.ts";

/**
 * Many rows of one table at once, each either new or in conflict with one that has the same `key`. The door's way in: a
 * query builder costs as much for one row as SQLite itself, and a statement a row would be a round trip a row on
 * PostgreSQL (docs/performance.md). Make it once, outside of functions: statements are prepared for each.
 */
export type GroupedInsert = {
  readonly table: string;
  /** In the order in which the rows list their values. */
  readonly columns: Readonly<Record<string, "text" | "bigint">>;
  /** Columns of a unique index. */
  readonly key: readonly string[];
  /** SQL after `on conflict (…) do`; with `update` no two rows may have the same key. */
  readonly onConflict: string;
};
export type Value = string | number | null;
/** Says of each row whether it changed anything; of rows with the same key the first counts. */
export type InsertEach = (insert: GroupedInsert, rows: readonly (readonly Value[])[]) => Promise<readonly boolean[]>;

export interface Database {
  /** For reading only; sees everything committed. Throws `Unavailable` when the database does not answer. */
  readonly read: Db;
  /**
   * Runs the job in a transaction: all of it or none. Durable once resolved. Jobs that arrive together may share one
   * commit; a job that throws is undone alone. A job must touch nothing but the database, for it may be run again: no
   * HTTP, no timers. Jobs of other processes run beside it (on PostgreSQL those of this one too): dialect.ts has the locks.
   * Throws `Unavailable` when the database cannot commit; whether it did is then not always known.
   */
  write<T>(job: (db: Db, insertEach: InsertEach) => Promise<T>): Promise<T>;
  /**
   * As `write`, but a power cut may undo it until the next `write` is through; the death of the process does not. For
   * what would merely be done again. A later write never survives an earlier one that was undone.
   */
  writeLazily<T>(job: (db: Db, insertEach: InsertEach) => Promise<T>): Promise<T>;
  /**
   * Joins those at work on the database, until `close` or death. `alone`: nobody else is, so whatever lease stands was
   * left by the dead.
   */
  join(): Promise<"alone" | "others">;
  /** Ends after the last job; then nothing more can be written. */
  close(): Promise<void>;
}
