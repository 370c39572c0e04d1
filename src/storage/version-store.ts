/** Keeps published versions; none is ever changed or forgotten. */
import type { VersionStore } from "../public/index.ts";
import type { Database } from "./database.ts";

export function createVersionStore(database: Database): VersionStore {
  return {
    keep: (kind, versions) =>
      database.write(async (db) => {
        if (versions.length === 0) return;
        const rows = versions.map(({ id, version, content, publishedAt }) => {
          return { id, version, content, published_at: publishedAt };
        });
        if (kind === "procedure") {
          await db
            .insertInto("procedure_version")
            .values(rows.map(({ id, ...rest }) => ({ procedure_id: id, ...rest })))
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        } else {
          await db
            .insertInto("field_version")
            .values(rows.map(({ id, ...rest }) => ({ field_slug: id, ...rest })))
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
      }),
    async find(kind, ids, version) {
      if (ids.length === 0) return null;
      const row =
        kind === "procedure"
          ? await database.read
              .selectFrom("procedure_version")
              .select(["procedure_id as id", "version", "content", "published_at"])
              .where("procedure_id", "in", [...ids])
              .where("version", "=", version)
              .executeTakeFirst()
          : await database.read
              .selectFrom("field_version")
              .select(["field_slug as id", "version", "content", "published_at"])
              .where("field_slug", "in", [...ids])
              .where("version", "=", version)
              .executeTakeFirst();
      if (!row) return null;
      return { id: row.id, version: row.version, content: row.content, publishedAt: Number(row.published_at) };
    },
  };
}
