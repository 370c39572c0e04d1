/** Many rows in one statement: a JSON list read back as a table. SQLite's form; PostgreSQL's comes with issue 6. */
import { type RawBuilder, sql } from "kysely";

/** `(select value from json_each(…))`: each row is `value->>'field'`. */
export const rowsOf = (rows: readonly object[]): RawBuilder<unknown> => sql`json_each(${JSON.stringify(rows)})`;
