/** What officers decided about groups of unanswered messages; of a message only a hash of its words. */
import { type Kysely, sql } from "kysely";

// biome-ignore lint/suspicious/noExplicitAny: a migration must not follow later changes of the schema type
export async function up(db: Kysely<any>): Promise<void> {
  await sql`create table learning_mark (
    word_key text primary key, what text not null, by_officer text not null, at bigint not null)`.execute(db);
}
