/** Grouped inserts as one statement: `insert … select … from unnest(…)`, one round trip however many rows. */
import { CompiledQuery } from "kysely";
import type { GroupedInsert, Value } from "../database.ts";
import type { Db } from "../schema.ts";

type Prepared = { readonly sql: string; readonly keyAt: readonly number[] };
const prepared = new WeakMap<GroupedInsert, Prepared>();

export async function insertRows(db: Db, insert: GroupedInsert, rows: readonly (readonly Value[])[]) {
  if (rows.length === 0) return [];
  const { sql, keyAt } = prepared.get(insert) ?? prepare(insert);
  const keys = rows.map((row) => keyOf(keyAt.map((at) => row[at])));
  // Every process takes the rows in the same order, or two that bring the same ones would wait for each other.
  const order = keys.map((_key, at) => at).sort((one, other) => compare(keys[one], keys[other]) || one - other);
  const columns = Object.keys(insert.columns).map((_column, at) => order.map((row) => rows[row]?.[at] ?? null));
  const result = await db.executeQuery<Record<string, Value>>(CompiledQuery.raw(sql, columns));
  const changed = new Set(result.rows.map((row) => keyOf(insert.key.map((column) => row[column]))));
  return keys.map((key) => changed.delete(key));
}

function prepare(insert: GroupedInsert): Prepared {
  const names = Object.keys(insert.columns);
  const arrays = Object.values(insert.columns).map((type, at) => `$${at + 1}::${type}[]`);
  const sql = `insert into ${insert.table} (${names.join(", ")}) select * from unnest(${arrays.join(", ")})
    on conflict (${insert.key.join(", ")}) do ${insert.onConflict} returning ${insert.key.map((key) => `${insert.table}.${key}`).join(", ")}`;
  const made = { sql, keyAt: insert.key.map((column) => names.indexOf(column)) };
  prepared.set(insert, made);
  return made;
}

/** As the database gives it back: see `withoutNul` in pool.ts. */
const keyOf = (values: readonly (Value | undefined)[]) => JSON.stringify(values).replaceAll("\\u0000", "\uFFFD");
const compare = (one = "", other = "") => (one < other ? -1 : one > other ? 1 : 0);
