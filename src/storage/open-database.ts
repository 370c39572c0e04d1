/** Opens the database that DATABASE_URL names. */
import type { Database } from "./database.ts";
import { openSqliteDatabase } from "./sqlite/sqlite-database.ts";

/**
 * `file:…` is an embedded SQLite file, made when missing; `postgres://…` a PostgreSQL database, which must exist. The
 * caller runs the migrations: migrate.ts.
 */
export async function openDatabase(url: string): Promise<Database> {
  const file = sqliteFileOf(url);
  if (file !== null) return openSqliteDatabase(file);
  // Loaded only when asked for: most installations hold no PostgreSQL client in memory.
  const { openPostgresDatabase } = await import("./postgres/postgres-database.ts");
  return openPostgresDatabase(url);
}

/** The path behind `file:…`, or null. */
export const sqliteFileOf = (url: string): string | null =>
  url.startsWith("file:") ? url.slice("file:".length) || null : null;

/** For people to read: the file, or server and database without user and password. */
export function shownDatabase(url: string): string {
  const file = sqliteFileOf(url);
  if (file !== null) return file;
  const { host, pathname } = new URL(url);
  return `PostgreSQL ${host}${pathname}`;
}
