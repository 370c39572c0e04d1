/** What stays of a reply's words once nothing more becomes of it: nothing, if its citizen asked to be forgotten meanwhile. */
import type { ExpressionBuilder } from "kysely";
import type { Schema } from "./schema.ts";

/** For the update that settles rows of `outbox`. */
export const settledWords = (eb: ExpressionBuilder<Schema, "outbox">) => ({
  reply: eb.case().when("forget", "=", 1).then("{}").else(eb.ref("reply")).end(),
  answers: eb.case().when("forget", "=", 1).then("[]").else(eb.ref("answers")).end(),
});
