/** The access log, followed and shared dossiers, as the desk asks for them. */
import type { DeskStore } from "../dossiers/desk.ts";
import type { Status } from "../dossiers/dossier.ts";
import { type ConsentAnswer, type ConsentPurpose, ENDED } from "../dossiers/effects.ts";
import type { Database } from "./database.ts";
import { literally } from "./schema.ts";

const WRONG = literally("unknown", "wrong");

export function createDeskStore({ read }: Database): DeskStore {
  return {
    async wrongTriesOf(who, since) {
      const rows = await read
        .selectFrom("dossier_access")
        .select("at")
        .where("who", "=", who)
        .where("at", ">", since)
        .where("outcome", "in", WRONG)
        .orderBy("at")
        .execute();
      return rows.map(({ at }) => at);
    },
    async wrongTries(since) {
      const row = await read
        .selectFrom("dossier_access")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .where("at", ">", since)
        .where("outcome", "in", WRONG)
        .executeTakeFirst();
      return Number(row?.n ?? 0);
    },
    async wrongDigits(codeKey, since) {
      const row = await read
        .selectFrom("dossier_access")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .where("code_key", "=", codeKey)
        .where("at", ">", since)
        .where("outcome", "=", literally("wrong")[0]!)
        .executeTakeFirst();
      return Number(row?.n ?? 0);
    },
    async follows({ oaId, citizenId }) {
      const rows = await read
        .selectFrom("dossier_follow as f")
        .innerJoin("dossier as d", "d.code", "f.code")
        .select(["f.code", "f.status_told", "f.share_id", "d.status"])
        .where("f.oa_id", "=", oaId)
        .where("f.citizen_id", "=", citizenId)
        // Ended and told: kept only until it is known that the message arrived (retention.ts).
        .where((eb) => eb.or([eb("d.status", "not in", [...ENDED]), eb("f.status_told", "!=", eb.ref("d.status"))]))
        .orderBy("f.since")
        .execute();
      return rows.map((row) => ({
        code: row.code,
        statusTold: row.status_told as Status,
        status: row.status as Status,
        isShared: row.share_id !== null,
      }));
    },
    async consentsOf(who) {
      const rows = await read.selectFrom("consent").selectAll().where("who", "=", who).orderBy("id", "desc").execute();
      return rows
        .filter(({ purpose }, i) => rows.findIndex((other) => other.purpose === purpose) === i)
        .map((row) => ({
          purpose: row.purpose as ConsentPurpose,
          answer: row.answer as ConsentAnswer,
          noticeVersion: row.notice_version,
          at: row.at,
        }));
    },
    async shareOf(key, now) {
      const row = await read
        .selectFrom("dossier_share")
        .select(["id", "code"])
        .where("share_key", "=", key)
        .where("expires_at", ">", now)
        .where("used_at", "is", null)
        .where("revoked_at", "is", null)
        .executeTakeFirst();
      return row ?? null;
    },
  };
}
