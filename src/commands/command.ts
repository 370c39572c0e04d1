/** What every command begins and ends with. */
import { existsSync } from "node:fs";
import { AppError, Invalid } from "../errors.ts";
import type { Database } from "../storage/database.ts";
import { migrate } from "../storage/migrate.ts";
import { openDatabase, sqliteFileOf } from "../storage/open-database.ts";

/** `.env` beside package.json, when there is one; what the environment already says wins. */
export function readDotEnv(): void {
  try {
    process.loadEnvFile(".env");
  } catch {
    // There need not be one.
  }
}

/** A failure that we named says what to do; anything else is a bug and shows where. Either ends with 1. */
export function fail(error: unknown): void {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 1;
}

/** The database with today's tables, closed afterwards whatever happens. */
export async function onDatabase<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(url);
  try {
    await database.write(migrate);
    return await work(database);
  } finally {
    await database.close();
  }
}

/** For commands that only look at what is there. Throws `Invalid` with this code before an empty file is made. */
export function mustHoldData(url: string, code: string): void {
  const file = sqliteFileOf(url);
  if (file === null || existsSync(file)) return;
  throw new Invalid(code, `Chưa có dữ liệu ở ${file}: chạy chương trình trước.`);
}
