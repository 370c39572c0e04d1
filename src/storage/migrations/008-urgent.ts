/** Help in danger is sent before whatever else waits for the same citizen. */
import { type Kysely, sql } from "kysely";

// biome-ignore lint/suspicious/noExplicitAny: a migration must not follow later changes of the schema type
export async function up(db: Kysely<any>): Promise<void> {
  await sql`alter table outbox add column urgent integer not null default 0`.execute(db);
}
