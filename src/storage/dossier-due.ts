/** Reads the dossiers whose day has come or comes soon, by an index over those whose days count. */
import { sql } from "kysely";
import type { DueStore } from "../dossiers/due-list.ts";
import type { Database } from "./database.ts";
import { dossierOf } from "./dossier-register.ts";

export function createDueStore({ read }: Database): DueStore {
  return {
    async dueBetween(from, until, limit) {
      const rows = await read
        .selectFrom("dossier")
        .selectAll()
        // Written out, so that the partial index `dossier_due` is used.
        .where(sql<boolean>`status in (2, 4)`)
        .where("due_on", ">=", from)
        .where("due_on", "<=", until)
        .orderBy("due_on")
        .orderBy("code")
        .limit(limit)
        .execute();
      return rows.map(dossierOf);
    },
  };
}
