/** Every published version of a record and of a field's list: what a printed sheet is compared with. */
import { type Kysely, sql } from "kysely";

// biome-ignore lint/suspicious/noExplicitAny: a migration must not follow later changes of the schema type
export async function up(db: Kysely<any>): Promise<void> {
  await sql`create table procedure_version (
    procedure_id text not null, version text not null, content text not null, published_at bigint not null,
    primary key (procedure_id, version))`.execute(db);
  await sql`create table field_version (
    field_slug text not null, version text not null, content text not null, published_at bigint not null,
    primary key (field_slug, version))`.execute(db);
}
