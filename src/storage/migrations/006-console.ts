/** The officers' console: who may sign in, their sessions and invitations, and the chained log of what they did. */
import { type Kysely, sql } from "kysely";

// biome-ignore lint/suspicious/noExplicitAny: a migration must not follow later changes of the schema type
export async function up(db: Kysely<any>): Promise<void> {
  await sql`create table officer (
    id text primary key, login text not null unique, name text not null, role text not null, unit text,
    password text not null, created_at bigint not null, disabled_at bigint)`.execute(db);
  await sql`create table officer_invite (
    id text primary key, token_key text not null unique, kind text not null, officer_id text, name text not null,
    role text not null, unit text, created_at bigint not null, expires_at bigint not null, used_at bigint)`.execute(db);
  await sql`create table officer_session (
    id text primary key, officer_id text not null, token_key text not null, former_key text, csrf text not null,
    device text not null, created_at bigint not null, rotated_at bigint not null, seen_at bigint not null)`.execute(db);
  await sql`create index officer_session_token on officer_session (token_key)`.execute(db);
  await sql`create index officer_session_former on officer_session (former_key)`.execute(db);
  await sql`create index officer_session_officer on officer_session (officer_id)`.execute(db);
  await sql`create table sign_in_try (id text primary key, who text not null, at bigint not null)`.execute(db);
  await sql`create index sign_in_try_who on sign_in_try (who, at)`.execute(db);
  await sql`create table audit_log (
    seq bigint primary key, at bigint not null, who text, action text not null, object text not null,
    detail text not null, hash text not null)`.execute(db);
  await sql`create table audit_head (id smallint primary key, seq bigint not null, hash text not null, seal text not null)`.execute(
    db,
  );
}
