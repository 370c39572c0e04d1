/** A reply that was on its way when its citizen asked to be forgotten loses its words once it is settled. */
import { type Kysely, sql } from "kysely";

// biome-ignore lint/suspicious/noExplicitAny: a migration must not follow later changes of the schema type
export async function up(db: Kysely<any>): Promise<void> {
  await sql`alter table outbox add column forget smallint not null default 0`.execute(db);
}
