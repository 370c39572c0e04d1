/** Which news a reply carries, so that what could not be sent is news again; ratings, as counts without a person. */
import { type Kysely, sql } from "kysely";

// biome-ignore lint/suspicious/noExplicitAny: a migration must not follow later changes of the schema type
export async function up(db: Kysely<any>): Promise<void> {
  await sql`alter table outbox add column news_code text`.execute(db);
  await sql`alter table outbox add column news_status smallint`.execute(db);
  await sql`alter table dossier_follow add column not_sent smallint`.execute(db);
  await sql`create table rating (
    day text not null, score smallint not null, times integer not null, primary key (day, score))`.execute(db);
}
