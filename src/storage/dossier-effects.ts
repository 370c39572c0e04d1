/** Writes what a turn changed about dossiers, in the turn's own transaction. */
import type { CitizenKey } from "../dossiers/desk.ts";
import type { DossierEffect } from "../dossiers/effects.ts";
import { assertNever } from "../errors.ts";
import type { Db } from "./schema.ts";

export async function writeDossierEffect(db: Db, { oaId, citizenId }: CitizenKey, effect: DossierEffect, now: number) {
  const mine = { oa_id: oaId, citizen_id: citizenId };
  switch (effect.kind) {
    case "dossier-access": {
      const { who, codeKey, door, outcome } = effect;
      await db.insertInto("dossier_access").values({ at: now, who, code_key: codeKey, door, outcome }).execute();
      return;
    }
    case "consent": {
      const { who, purpose, answer, noticeVersion } = effect;
      await db.insertInto("consent").values({ who, purpose, answer, notice_version: noticeVersion, at: now }).execute();
      return;
    }
    case "dossier-follow": {
      if (effect.shareId !== null && !(await useShare(db, effect.shareId, now))) return;
      await db
        .insertInto("dossier_follow")
        .values({ ...mine, code: effect.code, status_told: effect.status, share_id: effect.shareId, since: now })
        .onConflict((conflict) => conflict.columns(["oa_id", "citizen_id", "code"]).doNothing())
        .execute();
      return;
    }
    case "dossier-unfollow":
      await unfollow(db, { oaId, citizenId }, effect.code);
      return;
    case "dossier-told":
      await db
        .updateTable("dossier_follow")
        .set({ status_told: effect.status })
        .where("oa_id", "=", oaId)
        .where("citizen_id", "=", citizenId)
        .where("code", "=", effect.code)
        .execute();
      return;
    case "dossier-share": {
      const { code, key, expiresAt } = effect;
      await db
        .insertInto("dossier_share")
        .values({ ...mine, share_key: key, code, created_at: now, expires_at: expiresAt })
        .execute();
      return;
    }
    case "dossier-unshare":
      await unshare(db, { oaId, citizenId }, effect.code, now);
      return;
    case "rating":
      await db
        .insertInto("rating")
        .values({ day: effect.day, score: effect.score, times: 1 })
        .onConflict((conflict) =>
          conflict.columns(["day", "score"]).doUpdateSet((eb) => ({ times: eb("rating.times", "+", 1) })),
        )
        .execute();
      return;
    default:
      assertNever(effect);
  }
}

/** Each shared code is good for one person; false: somebody was quicker, or it was taken back meanwhile. */
async function useShare(db: Db, id: number, now: number): Promise<boolean> {
  const used = await db
    .updateTable("dossier_share")
    .set({ used_at: now })
    .where("id", "=", id)
    .where("used_at", "is", null)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

async function unfollow(db: Db, { oaId, citizenId }: CitizenKey, code: string): Promise<void> {
  await db
    .deleteFrom("dossier_follow")
    .where("oa_id", "=", oaId)
    .where("citizen_id", "=", citizenId)
    .where("code", "=", code)
    .execute();
  await forgetNews(db, { oaId, citizenId }, code);
}

/** What cannot be sent then is no news to whoever does not follow any more. `code` null: of all dossiers. */
async function forgetNews(db: Db, { oaId, citizenId }: CitizenKey, code: string | null): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ news_code: null, news_status: null })
    .where("oa_id", "=", oaId)
    .where("citizen_id", "=", citizenId)
    .where("news_code", code === null ? "is not" : "=", code)
    .execute();
}

async function unshare(db: Db, { oaId, citizenId }: CitizenKey, code: string, now: number): Promise<void> {
  const shares = await db
    .selectFrom("dossier_share")
    .select("id")
    .where("oa_id", "=", oaId)
    .where("citizen_id", "=", citizenId)
    .where("code", "=", code)
    .execute();
  const ids = [-1, ...shares.map(({ id }) => id)];
  await db.updateTable("dossier_share").set({ revoked_at: now }).where("id", "in", ids).execute();
  await db.deleteFrom("dossier_follow").where("share_id", "in", ids).execute();
}

/** "xoá dữ liệu của tôi": what they follow and what they shared, and who follows by that. The logs know only pseudonyms. */
export async function eraseDossierTraces(db: Db, { oaId, citizenId }: CitizenKey): Promise<void> {
  const shared = db
    .selectFrom("dossier_share")
    .select("id")
    .where("oa_id", "=", oaId)
    .where("citizen_id", "=", citizenId);
  await db.deleteFrom("dossier_follow").where("share_id", "in", shared).execute();
  await forgetNews(db, { oaId, citizenId }, null);
  for (const table of ["dossier_follow", "dossier_share"] as const) {
    await db.deleteFrom(table).where("oa_id", "=", oaId).where("citizen_id", "=", citizenId).execute();
  }
}
