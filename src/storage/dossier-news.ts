/** News of followed dossiers: found by comparing what was told with the register, told through the outbox. */
import { digestOf } from "../channel/message.ts";
import type { Status } from "../dossiers/dossier.ts";
import { ENDED } from "../dossiers/effects.ts";
import type { News, NewsStore } from "../notices/news.ts";
import type { Database } from "./database.ts";
import { lockConversation } from "./dialect.ts";
import { writeDossierEffect } from "./dossier-effects.ts";
import type { Db } from "./schema.ts";

export function createNewsStore(database: Database): NewsStore {
  return {
    async pending(since, limit) {
      const rows = await database.read
        .selectFrom("dossier_follow as f")
        .innerJoin("dossier as d", "d.code", "f.code")
        .innerJoin("conversation as c", (join) =>
          join.onRef("c.oa_id", "=", "f.oa_id").onRef("c.citizen_id", "=", "f.citizen_id"),
        )
        .select(["f.oa_id", "f.citizen_id", "f.code", "f.status_told", "d.status", "c.state"])
        .whereRef("f.status_told", "!=", "d.status")
        .where((eb) => eb.or([eb("f.not_sent", "is", null), eb("f.not_sent", "!=", eb.ref("d.status"))]))
        .where("c.updated_at", ">", since)
        .orderBy("f.since")
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        to: { oaId: row.oa_id, citizenId: row.citizen_id },
        code: row.code,
        statusTold: row.status_told as Status,
        status: row.status as Status,
        lastWroteAt: lastWroteAt(row.state),
      }));
    },
    async followedBefore(knownBefore, limit) {
      const rows = await database.read
        .selectFrom("dossier as d")
        .select("d.code")
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom("dossier_follow as f")
              .select("f.code")
              .whereRef("f.code", "=", "d.code")
              .where("f.status_told", "not in", [...ENDED]),
          ),
        )
        .where("d.known_at", "<", knownBefore)
        .orderBy("d.known_at")
        .limit(limit)
        .execute();
      return rows.map(({ code }) => code);
    },
    tell: (news, reply, now) =>
      database.write(async (db) => {
        const { to, code } = news;
        await lockConversation(db, to.oaId, to.citizenId);
        const still = await db
          .selectFrom("dossier_follow as f")
          .innerJoin("dossier as d", "d.code", "f.code")
          .innerJoin("conversation as c", (join) =>
            join.onRef("c.oa_id", "=", "f.oa_id").onRef("c.citizen_id", "=", "f.citizen_id"),
          )
          .select(["f.status_told", "d.status", "c.due_at", "c.lease_until"])
          .where("f.oa_id", "=", to.oaId)
          .where("f.citizen_id", "=", to.citizenId)
          .where("f.code", "=", code)
          .executeTakeFirst();
        if (still?.status_told !== news.statusTold || still.status !== news.status) return false;
        // Their own turn is under way and will tell it: two would.
        if (still.due_at !== null || still.lease_until > now) return false;
        await addToOutbox(db, news, reply, now);
        await writeDossierEffect(db, to, { kind: "dossier-told", code, status: news.status }, now);
        return true;
      }),
  };
}

async function addToOutbox(
  db: Db,
  { to, code, status }: News,
  reply: Parameters<NewsStore["tell"]>[1],
  now: number,
): Promise<void> {
  await db
    .insertInto("outbox")
    .values({
      oa_id: to.oaId,
      citizen_id: to.citizenId,
      reply: JSON.stringify({ text: reply.text, buttons: reply.buttons, template: reply.template }),
      text_digest: digestOf(reply.text),
      provenance: JSON.stringify(reply.provenance),
      answers: "[]",
      news_code: code,
      news_status: status,
      not_before: now,
      created_at: now,
    })
    .execute();
  await db
    .updateTable("conversation")
    .set((eb) => ({ send_due_at: eb.fn.coalesce("send_due_at", eb.val(now)) }))
    .where("oa_id", "=", to.oaId)
    .where("citizen_id", "=", to.citizenId)
    .execute();
}

/** The conversation room keeps it in its state; nothing else of that is looked at here. */
function lastWroteAt(state: string | null): number | null {
  if (state === null) return null;
  const { lastAt } = JSON.parse(state) as { lastAt?: unknown };
  return typeof lastAt === "number" && lastAt > 0 ? lastAt : null;
}

/** A reply with news was not sent, or nobody knows: its follower is told when they next write, and not pushed to again. */
export async function becomeNewsAgain(db: Db, outboxSeq: number): Promise<void> {
  const row = await db
    .selectFrom("outbox")
    .select(["oa_id", "citizen_id", "news_code", "news_status"])
    .where("seq", "=", outboxSeq)
    .executeTakeFirst();
  if (!row || row.news_code === null || row.news_status === null) return;
  await db
    .updateTable("dossier_follow")
    .set({ status_told: UNTOLD, not_sent: row.news_status })
    .where("oa_id", "=", row.oa_id)
    .where("citizen_id", "=", row.citizen_id)
    .where("code", "=", row.news_code)
    .where("status_told", "=", row.news_status)
    .execute();
}

/** No status has this number. */
const UNTOLD = 0;
