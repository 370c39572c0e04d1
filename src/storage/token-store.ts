/** Sealed tokens with a version for compare-and-set, and the lease that lets one process refresh at a time. */
import type { TokenStore } from "../channel/zalo/token-store.ts";
import type { Database } from "./database.ts";
import { oneAtATime } from "./dialect.ts";

export function createTokenStore(database: Database): TokenStore {
  return {
    async read(oaId) {
      const row = await database.read.selectFrom("oa_token").selectAll().where("oa_id", "=", oaId).executeTakeFirst();
      if (!row || row.version === 0) return null;
      return {
        oaId,
        sealed: row.sealed,
        expiresAt: row.expires_at,
        refreshedAt: row.refreshed_at,
        version: row.version,
      };
    },
    replace: (tokens, expectedVersion) =>
      database.write(async (db) => {
        await oneAtATime(db, "oa_token");
        const stored = await db
          .selectFrom("oa_token")
          .select("version")
          .where("oa_id", "=", tokens.oaId)
          .executeTakeFirst();
        const version = stored?.version ?? 0;
        if (expectedVersion !== "force" && version !== (expectedVersion ?? 0)) return false;
        const values = {
          sealed: tokens.sealed,
          expires_at: tokens.expiresAt,
          refreshed_at: tokens.refreshedAt,
          version: version + 1,
        };
        await db
          .insertInto("oa_token")
          .values({ oa_id: tokens.oaId, ...values, refresh_until: 0 })
          .onConflict((conflict) => conflict.column("oa_id").doUpdateSet(values))
          .execute();
        return true;
      }),
    claimRefresh: (oaId, owner, now, until) =>
      database.write(async (db) => {
        const taken = await db
          .updateTable("oa_token")
          .set({ refresh_owner: owner, refresh_until: until })
          .where("oa_id", "=", oaId)
          .where((eb) => eb.or([eb("refresh_until", "<=", now), eb("refresh_owner", "=", owner)]))
          .executeTakeFirst();
        return taken.numUpdatedRows > 0n;
      }),
    releaseRefresh: (oaId, owner) =>
      database.write(async (db) => {
        await db
          .updateTable("oa_token")
          .set({ refresh_owner: null, refresh_until: 0 })
          .where("oa_id", "=", oaId)
          .where("refresh_owner", "=", owner)
          .execute();
      }),
  };
}
