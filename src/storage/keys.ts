/** Many conversations named in one statement: on PostgreSQL each statement is a round trip. */
import { type RawBuilder, sql } from "kysely";
import type { Schema } from "./schema.ts";

export type ConversationKey = Pick<Schema["conversation"], "oa_id" | "citizen_id">;

/** `(?, ?), (?, ?)`, for `values`. None is no SQL: look before. */
export const listed = (keys: readonly ConversationKey[]): RawBuilder<unknown> =>
  sql.join(keys.map(({ oa_id, citizen_id }) => sql`(${oa_id}, ${citizen_id})`));

/** A condition on rows of any table that has both columns. */
export const among = (keys: readonly ConversationKey[]): RawBuilder<boolean> =>
  sql<boolean>`(oa_id, citizen_id) in (values ${listed(keys)})`;
