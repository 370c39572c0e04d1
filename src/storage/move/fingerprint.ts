/** What a table holds, as one number that does not depend on the order of its rows. */
import { createHash } from "node:crypto";
import { type AnyDb, pagesOf, type Row, type Table } from "./tables.ts";

export type Contents = { readonly rows: number; readonly fingerprint: string };

/** Two tables with the same contents have the same; a row changed, lost or doubled makes another. */
export async function contentsOf(db: AnyDb, table: Table): Promise<Contents> {
  let rows = 0;
  let sum = 0n;
  for await (const page of pagesOf(db, table)) {
    rows += page.length;
    for (const row of page) sum += BigInt(`0x${digestOf(row, table)}`);
  }
  return { rows, fingerprint: (sum % 2n ** 256n).toString(16).padStart(64, "0") };
}

const digestOf = (row: Row, { columns }: Table): string =>
  createHash("sha256")
    .update(JSON.stringify(columns.map(({ name }) => asKept(row[name] ?? null))))
    .digest("hex");

/** PostgreSQL's text has no NUL: it holds the sign for an unreadable character there (postgres/pool.ts). */
const asKept = (value: string | number | null) =>
  typeof value === "string" ? value.replaceAll("\0", "\uFFFD") : value;
