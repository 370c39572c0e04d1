/** Forgets what has been kept long enough: words first, and the keys with them once Zalo cannot repeat an event. */
import { ENDED } from "../dossiers/effects.ts";
import type { Database } from "./database.ts";
import { INBOX, OUTBOX } from "./schema.ts";

/**
 * Deletes who looked up what, who agreed to what, what is still followed and shared codes, older than `before`; and rows of
 * imports that died (older than a day). Returns how many rows.
 */
export async function forgetAccessOlderThan(database: Database, before: number, now: number): Promise<number> {
  const yesterday = new Date(now - 86_400_000).toISOString();
  return database.write(async (db) => {
    const deleted = [
      await db.deleteFrom("dossier_access").where("at", "<", before).executeTakeFirst(),
      await db.deleteFrom("consent").where("at", "<", before).executeTakeFirst(),
      await db.deleteFrom("dossier_follow").where("since", "<", before).executeTakeFirst(),
      await db.deleteFrom("dossier_share").where("expires_at", "<", before).executeTakeFirst(),
      await db.deleteFrom("dossier_staging").where("import_id", "<", yesterday).executeTakeFirst(),
    ];
    return deleted.reduce((sum, result) => sum + Number(result.numDeletedRows), 0);
  });
}

/** Deletes dossiers that have ended (statuses 3, 7, 10) and of which nothing was heard since `before`. How many. */
export async function forgetEndedDossiers(database: Database, before: number): Promise<number> {
  return database.write(async (db) => {
    const deleted = await db
      .deleteFrom("dossier")
      .where("status", "in", [...ENDED])
      .where("known_at", "<", before)
      .executeTakeFirst();
    return Number(deleted.numDeletedRows);
  });
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
        .where("status", "in", [OUTBOX.sent, OUTBOX.dead, OUTBOX.unconfirmed])
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
