/** The first tables: inbox, conversation, outbox, tokens, dossiers, staff tasks. */
import { type Kysely, sql } from "kysely";
import { autoKey } from "../dialect.ts";

// biome-ignore lint/suspicious/noExplicitAny: a migration must not follow later changes of the schema type
export async function up(db: Kysely<any>): Promise<void> {
  const key = autoKey(db);
  await sql`create table inbox (
    seq ${key}, oa_id text not null, event_key text not null, citizen_id text not null, name text not null,
    body text not null, happened_at bigint not null, received_at bigint not null, status smallint not null default 0,
    attempts integer not null default 0, error text, done_at bigint,
    unique (oa_id, event_key))`.execute(db);
  await sql`create index inbox_waiting on inbox (oa_id, citizen_id, happened_at, seq) where status = 0`.execute(db);
  await sql`create table conversation (
    oa_id text not null, citizen_id text not null, state text,
    due_at bigint, lease_owner text, lease_until bigint not null default 0,
    send_due_at bigint, send_owner text, send_lease_until bigint not null default 0,
    silenced_until bigint not null default 0, followed smallint not null default 0, updated_at bigint not null,
    primary key (oa_id, citizen_id))`.execute(db);
  await sql`create index conversation_due on conversation (due_at) where due_at is not null`.execute(db);
  await sql`create index conversation_send_due on conversation (send_due_at) where send_due_at is not null`.execute(db);
  await sql`create table outbox (
    seq ${key}, oa_id text not null, citizen_id text not null, anonymous_conversation_id text,
    reply text not null, text_digest text not null, provenance text not null, answers text not null,
    status smallint not null default 0, attempts integer not null default 0, resends integer not null default 0,
    not_before bigint not null, message_id text, error text, created_at bigint not null, since bigint,
    settled_at bigint)`.execute(db);
  await sql`create index outbox_open on outbox (oa_id, citizen_id, seq) where status in (0, 1, 2)`.execute(db);
  await sql`create index outbox_message on outbox (oa_id, message_id) where message_id is not null`.execute(db);
  await sql`create index outbox_kept on outbox (status, seq) where status in (4, 5)`.execute(db);
  await sql`create table oa_token (
    oa_id text primary key, sealed text not null, expires_at bigint not null, refreshed_at bigint not null,
    version integer not null, refresh_owner text, refresh_until bigint not null default 0)`.execute(db);
  await sql`create table dossier (
    code text primary key, status smallint not null, procedure_name text, unit text, received_on text, due_on text,
    finished_on text, missing text not null, known_at bigint not null)`.execute(db);
  await sql`create table staff_task (
    id ${key}, oa_id text not null, citizen_id text, kind text not null, detail text not null, due_at bigint,
    created_at bigint not null, done_at bigint)`.execute(db);
  await sql`create index staff_task_open on staff_task (kind, created_at) where done_at is null`.execute(db);
}
