/** Officers' Excel files between looking and taking in; replies by time, for finding who got what in a period. */
import { type Kysely, sql } from "kysely";

// biome-ignore lint/suspicious/noExplicitAny: a migration must not follow later changes of the schema type
export async function up(db: Kysely<any>): Promise<void> {
  await sql`create table excel_file (
    id text primary key, officer_id text not null, kind text not null, name text not null, sealed text not null,
    started_at bigint not null)`.execute(db);
  await sql`create index outbox_created_at on outbox (created_at)`.execute(db);
}
