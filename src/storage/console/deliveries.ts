/** Failed replies in the outbox, for staff. */
import type { Deed, Mac } from "../../console/audit/chain.ts";
import type { DeliveryStore } from "../../console/operations/deliveries.ts";
import type { Database } from "../database.ts";
import { lockConversation } from "../dialect.ts";
import { type Db, OUTBOX } from "../schema.ts";
import { logDeed } from "./audit-log.ts";

const FAILED = [OUTBOX.dead, OUTBOX.unconfirmed];

export function createDeliveryStore(database: Database, mac: Mac): DeliveryStore {
  const { read } = database;

  /** Only what is failed still; with the deed in one transaction. */
  const change = (
    seq: number,
    deed: Deed,
    set: (db: Db, row: { oa_id: string; citizen_id: string }) => Promise<unknown>,
  ) =>
    database.write(async (db) => {
      const find = () =>
        db
          .selectFrom("outbox")
          .select(["oa_id", "citizen_id"])
          .where("seq", "=", seq)
          .where("status", "in", FAILED)
          .executeTakeFirst();
      const seen = await find();
      if (!seen) return false;
      await lockConversation(db, seen.oa_id, seen.citizen_id);
      const row = await find();
      if (!row) return false;
      await set(db, row);
      await logDeed(db, mac, deed);
      return true;
    });

  return {
    async failedCount() {
      const row = await read
        .selectFrom("outbox")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .where("status", "in", FAILED)
        .executeTakeFirst();
      return Number(row?.n ?? 0);
    },
    async failed(limit) {
      const rows = await read
        .selectFrom("outbox")
        .select(["seq", "status", "reply", "citizen_id", "error", "created_at", "settled_at"])
        .where("status", "in", FAILED)
        .orderBy("seq", "desc")
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        seq: Number(row.seq),
        kind: row.status === OUTBOX.dead ? "dead" : "unconfirmed",
        text: (JSON.parse(row.reply) as { text?: string }).text ?? "",
        citizen: row.citizen_id.slice(-4),
        error: row.error ?? "",
        createdAt: Number(row.created_at),
        settledAt: Number(row.settled_at ?? row.created_at),
      }));
    },
    retry: (seq, deed) =>
      change(seq, deed, async (db, { oa_id, citizen_id }) => {
        const again = {
          status: OUTBOX.waiting,
          attempts: 0,
          resends: 0,
          error: null,
          settled_at: null,
          not_before: deed.at,
        };
        await db.updateTable("outbox").set(again).where("seq", "=", seq).execute();
        await db
          .updateTable("conversation")
          .set({ send_due_at: deed.at })
          .where("oa_id", "=", oa_id)
          .where("citizen_id", "=", citizen_id)
          .execute();
      }),
    dismiss: (seq, deed) =>
      change(seq, deed, (db) =>
        db.updateTable("outbox").set({ status: OUTBOX.dismissed }).where("seq", "=", seq).execute(),
      ),
  };
}
