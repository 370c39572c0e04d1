/** A fresh database of each kind for a measurement; PostgreSQL only where there is one (tests/support/postgres.ts). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasPostgres, makeDatabase } from "../support/postgres.ts";

export type BenchPlace = { readonly name: string; readonly url: string; remove(): Promise<void> };

export async function benchPlaces(): Promise<readonly BenchPlace[]> {
  const folder = mkdtempSync(join(tmpdir(), "mot-cua-bench-"));
  const sqlite: BenchPlace = {
    name: "SQLite",
    url: `file:${join(folder, "bench.sqlite")}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
  if (!hasPostgres) return [sqlite];
  const made = await makeDatabase();
  return [sqlite, { name: "PostgreSQL", url: made.url, remove: made.drop }];
}
