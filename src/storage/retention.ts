/** Forgets what has been kept long enough: words first, and the keys with them once Zalo cannot repeat an event. */
import type { DeleteResult } from "kysely";
import { ENDED } from "../dossiers/effects.ts";
import type { Database } from "./database.ts";
import { oneAtATime } from "./dialect.ts";
import { type Db, INBOX, OUTBOX } from "./schema.ts";

const DAY_MS = 86_400_000;

/** Before which moment (epoch ms) each class of data about dossiers is forgotten. */
export type DossierLimits = {
  /** Who looked up what; shared codes that have ended. */
  readonly access: number;
  /** Who agreed to what: longer than what they agreed to may last. */
  readonly consents: number;
  /** Dossiers that have ended (statuses 3, 7, 10), and the others; of which nothing was heard since. */
  readonly ended: number;
  readonly open: number;
};

/**
 * Deletes what is older than its limit; follows whose dossier has ended and whose last news has left, or whose dossier is
 * forgotten; and rows of imports that died and Excel files that nobody took in (older than a day). Returns how many rows.
 */
export async function forgetDossiers(database: Database, limits: DossierLimits, now: number): Promise<number> {
  const yesterday = new Date(now - DAY_MS).toISOString();
  const ended = [...ENDED];
  return database.write(async (db) => {
    await oneAtATime(db, "dossier");
    const deleted = [
      await db.deleteFrom("dossier_access").where("at", "<", limits.access).executeTakeFirst(),
      await db.deleteFrom("dossier_share").where("expires_at", "<", limits.access).executeTakeFirst(),
      await db.deleteFrom("consent").where("at", "<", limits.consents).executeTakeFirst(),
      await db
        .deleteFrom("dossier")
        .where("status", "in", ended)
        .where("known_at", "<", limits.ended)
        .executeTakeFirst(),
      await db
        .deleteFrom("dossier")
        .where("status", "not in", ended)
        .where("known_at", "<", limits.open)
        .executeTakeFirst(),
      await forgetFollows(db),
      await db.deleteFrom("dossier_staging").where("import_id", "<", yesterday).executeTakeFirst(),
      await db
        .deleteFrom("excel_file")
        .where("started_at", "<", now - DAY_MS)
        .executeTakeFirst(),
    ];
    return deleted.reduce((sum, result) => sum + Number(result.numDeletedRows), 0);
  });
}

/** While the message about the end is under way its follow stays: it may turn out not to have been sent. */
function forgetFollows(db: Db): Promise<DeleteResult> {
  return db
    .deleteFrom("dossier_follow")
    .where((eb) => {
      const dossier = eb
        .selectFrom("dossier")
        .select("dossier.code")
        .whereRef("dossier.code", "=", "dossier_follow.code");
      const news = eb
        .selectFrom("outbox")
        .select("outbox.seq")
        .whereRef("outbox.oa_id", "=", "dossier_follow.oa_id")
        .whereRef("outbox.citizen_id", "=", "dossier_follow.citizen_id")
        .whereRef("outbox.news_code", "=", "dossier_follow.code")
        .where("outbox.status", "in", [OUTBOX.waiting, OUTBOX.sending, OUTBOX.uncertain]);
      const isOver = eb.and([
        eb("dossier_follow.status_told", "in", [...ENDED]),
        eb.exists(dossier.whereRef("dossier.status", "=", "dossier_follow.status_told")),
        eb.not(eb.exists(news)),
      ]);
      return eb.or([eb.not(eb.exists(dossier)), isOver]);
    })
    .executeTakeFirst();
}

/** Deletes finished events, settled replies and closed tasks older than `before` (epoch ms). Returns how many rows. */
export async function forgetOlderThan(database: Database, before: number): Promise<number> {
  return database.write(async (db) => {
    const deleted = [
      await db
        .deleteFrom("inbox")
        .where("received_at", "<", before)
        .where("status", "!=", INBOX.waiting)
        .executeTakeFirst(),
      await db
        .deleteFrom("outbox")
        .where("created_at", "<", before)
        .where("status", "in", [OUTBOX.sent, OUTBOX.dead, OUTBOX.unconfirmed, OUTBOX.dismissed])
        .executeTakeFirst(),
      // Also of a task that still waits: a number is kept no longer than the words in which it stood.
      await db.deleteFrom("callback_number").where("created_at", "<", before).executeTakeFirst(),
      await db
        .deleteFrom("staff_task")
        .where("created_at", "<", before)
        .where("done_at", "is not", null)
        .executeTakeFirst(),
      await db
        .deleteFrom("conversation")
        .where("updated_at", "<", before)
        .where("due_at", "is", null)
        .where("send_due_at", "is", null)
        .executeTakeFirst(),
    ];
    return deleted.reduce((sum, result) => sum + Number(result.numDeletedRows), 0);
  });
}
