/** Dossiers of more sources, imports, who follows what, consents, and who looked at what. */
import { type Kysely, sql } from "kysely";
import { autoKey } from "../dialect.ts";

// biome-ignore lint/suspicious/noExplicitAny: a migration must not follow later changes of the schema type
export async function up(db: Kysely<any>): Promise<void> {
  const key = autoKey(db);
  for (const column of ["procedure_code text", "fee_due bigint", "phone_key text", "told_at bigint"]) {
    await sql`alter table dossier add column ${sql.raw(column)}`.execute(db);
  }
  await sql`create index dossier_due on dossier (due_on) where status in (2, 4)`.execute(db);
  await sql`create table dossier_staging (
    import_id text not null, line integer not null, code text not null, status smallint not null,
    procedure_code text, procedure_name text, unit text, received_on text, due_on text, finished_on text,
    missing text, fee_due bigint, phone_key text, primary key (import_id, code))`.execute(db);
  await sql`create table dossier_mapping (
    headers text primary key, mapping text not null, used_at bigint not null)`.execute(db);
  await sql`create table dossier_follow (
    oa_id text not null, citizen_id text not null, code text not null, status_told smallint not null,
    share_id integer, since bigint not null, primary key (oa_id, citizen_id, code))`.execute(db);
  await sql`create index dossier_follow_code on dossier_follow (code)`.execute(db);
  await sql`create table dossier_share (
    id ${key}, share_key text not null unique, code text not null, oa_id text not null, citizen_id text not null,
    created_at bigint not null, expires_at bigint not null, used_at bigint, revoked_at bigint)`.execute(db);
  await sql`create table consent (
    id ${key}, who text not null, purpose text not null, answer text not null, notice_version text not null,
    at bigint not null)`.execute(db);
  await sql`create index consent_who on consent (who, purpose, at)`.execute(db);
  await sql`create table dossier_access (
    id ${key}, at bigint not null, who text not null, code_key text not null, door text not null,
    outcome text not null)`.execute(db);
  await sql`create index dossier_access_at on dossier_access (at)`.execute(db);
  await sql`create index dossier_access_wrong on dossier_access (who, at) where outcome in ('unknown', 'wrong')`.execute(
    db,
  );
  await sql`create index dossier_access_code on dossier_access (code_key, at) where outcome = 'wrong'`.execute(db);
}
