/** Who got what, from the provenance of replies; corrections into the outbox. */
import { digestOf } from "../../channel/message.ts";
import type { Mac } from "../../console/audit/chain.ts";
import type { RecallQuery, RecallStore, Receiver } from "../../console/recall/recall.ts";
import type { Database } from "../database.ts";
import { lockConversation } from "../dialect.ts";
import { type Db, OUTBOX } from "../schema.ts";
import { logDeed } from "./audit-log.ts";

/** Consultation messages are free for 48 hours after the citizen's last message (zalo-oa.md §4). */
const WINDOW_MS = 48 * 3_600_000;
/** Whoever may have got it: also what is uncertain. */
const GOT = [OUTBOX.sent, OUTBOX.uncertain, OUTBOX.unconfirmed];

export function createRecallStore(database: Database, mac: Mac): RecallStore {
  const { read } = database;
  return {
    async receivers(query, now) {
      const rows = await read
        .selectFrom("outbox")
        .select(["oa_id", "citizen_id", "created_at", "provenance"])
        .where("created_at", ">=", query.from)
        .where("created_at", "<=", query.until)
        .where("status", "in", GOT)
        .where("anonymous_conversation_id", "is", null)
        // Narrowed by the database, decided below.
        .where("provenance", "like", `%${query.record.replace(/[^\w-]/g, "")}%`)
        .orderBy("seq", "desc")
        .execute();
      const found = new Map<string, { row: (typeof rows)[number]; times: number }>();
      for (const row of rows) {
        if (!isMadeFrom(row.provenance, query)) continue;
        const key = `${row.oa_id}/${row.citizen_id}`;
        found.set(key, { row: found.get(key)?.row ?? row, times: (found.get(key)?.times ?? 0) + 1 });
      }
      const receivers: Receiver[] = [];
      for (const { row, times } of found.values()) {
        const last = await lastWrote(read, row.oa_id, row.citizen_id);
        const reachable = last !== null && now - last < WINDOW_MS;
        receivers.push({ oaId: row.oa_id, citizenId: row.citizen_id, at: Number(row.created_at), times, reachable });
      }
      return receivers;
    },
    send: (text, record, to, deed) =>
      database.write(async (db) => {
        for (const { oaId, citizenId } of to) {
          await lockConversation(db, oaId, citizenId);
          await db
            .insertInto("outbox")
            .values({
              oa_id: oaId,
              citizen_id: citizenId,
              anonymous_conversation_id: null,
              reply: JSON.stringify({ text, buttons: [] }),
              text_digest: digestOf(text),
              provenance: JSON.stringify({ records: [`correction/${record}`], facts: [], knowledgeVersion: "" }),
              answers: "[]",
              not_before: deed.at,
              created_at: deed.at,
            })
            .execute();
          await db
            .updateTable("conversation")
            .set({ send_due_at: deed.at })
            .where("oa_id", "=", oaId)
            .where("citizen_id", "=", citizenId)
            .execute();
        }
        await logDeed(db, mac, deed);
      }),
  };
}

function isMadeFrom(provenance: string, { record, part }: RecallQuery): boolean {
  const { records, facts } = JSON.parse(provenance) as { records: string[]; facts: string[] };
  if (part === "") return records.includes(record) || facts.some((fact) => fact.startsWith(`${record}#`));
  return facts.some((fact) => fact === `${record}#${part}` || fact.startsWith(`${record}#${part}.`));
}

async function lastWrote(db: Db, oaId: string, citizenId: string): Promise<number | null> {
  const row = await db
    .selectFrom("inbox")
    .select((eb) => eb.fn.max("happened_at").as("at"))
    .where("oa_id", "=", oaId)
    .where("citizen_id", "=", citizenId)
    .where("name", "like", "user_%")
    .executeTakeFirst();
  return row?.at == null ? null : Number(row.at);
}
