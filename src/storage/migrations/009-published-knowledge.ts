/** What officers publish: it wins over the data files. Its history, drafts, withdrawals, and settings of the console. */
import { type Kysely, sql } from "kysely";

// biome-ignore lint/suspicious/noExplicitAny: a migration must not follow later changes of the schema type
export async function up(db: Kysely<any>): Promise<void> {
  await sql`create table knowledge_item (
    kind text not null, id text not null, version bigint not null, content text not null, seed text,
    published_at bigint not null, primary key (kind, id))`.execute(db);
  await sql`create table knowledge_revision (
    kind text not null, id text not null, version bigint not null, content text, note text not null, by_officer text not null,
    approved_by text not null, at bigint not null, primary key (kind, id, version))`.execute(db);
  await sql`create index knowledge_revision_at on knowledge_revision (at)`.execute(db);
  await sql`create table knowledge_draft (
    kind text not null, id text not null, rev bigint not null, content text not null, base_version bigint not null,
    base text, state text not null, note text not null, authors text not null, author text not null,
    sent_back text, created_at bigint not null, updated_at bigint not null, primary key (kind, id))`.execute(db);
  await sql`create table knowledge_withdrawal (
    kind text not null, id text not null, part text not null, reason text not null, by_officer text not null,
    at bigint not null, primary key (kind, id, part))`.execute(db);
  await sql`create table console_setting (name text primary key, value text not null)`.execute(db);
}
