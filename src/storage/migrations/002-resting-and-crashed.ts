/** An event that failed rests until its next try; one whose claims never came back is counted. */
import { type Kysely, sql } from "kysely";

// biome-ignore lint/suspicious/noExplicitAny: a migration must not follow later changes of the schema type
export async function up(db: Kysely<any>): Promise<void> {
  await sql`alter table inbox add column not_before bigint not null default 0`.execute(db);
  await sql`alter table inbox add column crashes integer not null default 0`.execute(db);
}
