/** Numbers by which an officer may call back, sealed and apart from every text; and who opened one. */
import { type Kysely, sql } from "kysely";
import { autoKey } from "../dialect.ts";

// biome-ignore lint/suspicious/noExplicitAny: a migration must not follow later changes of the schema type
export async function up(db: Kysely<any>): Promise<void> {
  const key = autoKey(db);
  await sql`create table callback_number (
    id ${key}, oa_id text not null, citizen_id text not null, event_key text not null, staff_task_id bigint,
    sealed text not null, shown text not null, created_at bigint not null)`.execute(db);
  await sql`create index callback_number_citizen on callback_number (oa_id, citizen_id)`.execute(db);
  await sql`create table staff_audit (
    id ${key}, at bigint not null, actor text not null, action text not null, staff_task_id bigint not null)`.execute(
    db,
  );
}
