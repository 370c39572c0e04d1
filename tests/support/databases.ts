/** The databases on which every store must behave alike. PostgreSQL becomes a second row (issue 6). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../src/storage/database.ts";
import { migrate } from "../../src/storage/migrate.ts";
import { openSqliteDatabase } from "../../src/storage/sqlite/sqlite-database.ts";

export type OpenDatabase = {
  readonly database: Database;
  /** Opens the same data a second time, as another process would. */
  again(): Promise<Database>;
  /** Closes everything and removes the data. */
  remove(): Promise<void>;
};

export const DATABASES: readonly { readonly name: string; open(): Promise<OpenDatabase> }[] = [
  {
    name: "SQLite",
    async open() {
      const folder = mkdtempSync(join(tmpdir(), "mot-cua-"));
      const path = join(folder, "test.sqlite");
      const opened: Database[] = [];
      const open = async () => {
        const database = openSqliteDatabase(path);
        opened.push(database);
        await database.write(migrate);
        return database;
      };
      return {
        database: await open(),
        again: open,
        async remove() {
          for (const database of opened) await database.close();
          rmSync(folder, { recursive: true, force: true });
        },
      };
    },
  },
];
