/** The outbox in the database: the urgent or else oldest open reply of each conversation, leased to one sender at a time. */
import { type Selectable, sql } from "kysely";
import type { Delivery, Outbox, Settlement } from "../delivery/outbox.ts";
import { ECHO_WAIT_MS } from "../delivery/plan.ts";
import type { Database } from "./database.ts";
import { lockConversation, unlessTaken } from "./dialect.ts";
import { becomeNewsAgain } from "./dossier-news.ts";
import { type Db, OPEN, OUTBOX, type Schema, WAITING } from "./schema.ts";
import { settledWords } from "./settled-words.ts";

type Row = Selectable<Schema["outbox"]>;
/** How long an echo's turn may take before it is looked again. */
const ECHO_TURN_MS = 500;
/** `outbox.reply`. */
type Stored = Omit<Delivery["reply"], "provenance"> & { readonly trace?: string };

export function createOutboxStore(database: Database): Outbox {
  let claims = 0;
  return {
    claim: (owner, now, leaseMs, limit) =>
      database.write(async (db) => {
        const longestWaiting = db
          .selectFrom("conversation")
          .select(["oa_id", "citizen_id"])
          .where("send_due_at", "<=", now)
          .where("send_lease_until", "<=", now)
          .orderBy("send_due_at")
          .limit(limit);
        const due = await unlessTaken(db, longestWaiting).execute();
        const claimed: Delivery[] = [];
        for (const { oa_id, citizen_id } of due) {
          const head = await headOf(db, oa_id, citizen_id);
          const delivery = head ? await begin(db, head, `${owner}:${++claims}`, now) : null;
          if (delivery) await lease(db, delivery, now + leaseMs);
          else await setSendDue(db, oa_id, citizen_id);
          if (delivery) claimed.push(delivery);
        }
        return claimed;
      }),
    beginResend: (delivery, now) =>
      database.write(async (db) => {
        await lockConversation(db, delivery.to.oaId, delivery.to.citizenId);
        const row = await db
          .updateTable("outbox")
          .set((eb) => ({ status: OUTBOX.sending, since: now, resends: eb("resends", "+", 1) }))
          .where("seq", "=", delivery.seq)
          .where("status", "=", OUTBOX.uncertain)
          .executeTakeFirst();
        if (row.numUpdatedRows > 0n) return true;
        await free(db, delivery);
        return false;
      }),
    // Undone by a power cut it is `sending` again, then uncertain, and settled by its echo.
    settle: (delivery, settlement, now) =>
      database.writeLazily(async (db) => {
        await lockConversation(db, delivery.to.oaId, delivery.to.citizenId);
        const { numUpdatedRows } = await db
          .updateTable("outbox")
          .set((eb) => ({
            ...changes(settlement, now),
            ...(counts(settlement) ? { attempts: eb("attempts", "+", 1) } : {}),
            ...(isFinal(settlement) ? settledWords(eb) : {}),
          }))
          .where("seq", "=", delivery.seq)
          // An echo may have settled it while the answer was under way: that stands.
          .where("status", "in", [OUTBOX.sending, OUTBOX.uncertain])
          .executeTakeFirst();
        if (numUpdatedRows > 0n && isNotTold(delivery, settlement)) await becomeNewsAgain(db, delivery.seq);
        await free(db, delivery);
      }),
    async nextDue() {
      const { rows } = await sql<{ at: number | null }>`select min(case when send_lease_until > send_due_at
        then send_lease_until else send_due_at end) as at from conversation where send_due_at is not null`.execute(
        database.read,
      );
      return rows[0]?.at ?? null;
    },
    async counts() {
      const { rows } = await sql<{ status: number; n: number }>`select status, count(*) as n from outbox
        group by status`.execute(database.read);
      const of = (status: number) => Number(rows.find((row) => row.status === status)?.n ?? 0);
      return Object.fromEntries(Object.entries(OUTBOX).map(([name, status]) => [name, of(status)])) as Record<
        keyof typeof OUTBOX,
        number
      >;
    },
  };
}

const headOf = (db: Db, oaId: string, citizenId: string): Promise<Row | undefined> =>
  db
    .selectFrom("outbox")
    .selectAll()
    .where("oa_id", "=", oaId)
    .where("citizen_id", "=", citizenId)
    .where("status", "in", OPEN)
    .orderBy("urgent", "desc")
    .orderBy("seq")
    .limit(1)
    .executeTakeFirst();

/** What is to be done with the oldest open reply now; null: nothing yet. */
async function begin(db: Db, row: Row, owner: string, now: number): Promise<Delivery | null> {
  const { reply, to, trace } = readReply(row);
  const delivery = {
    seq: row.seq,
    to,
    reply,
    trace,
    owner,
    attempts: row.attempts,
    resends: row.resends,
    createdAt: row.created_at,
  };
  if (row.status === OUTBOX.sending) {
    // Its sender's lease is over, so it crashed between sending and writing: nobody knows. Its echo may still come.
    const changed = { status: OUTBOX.uncertain, error: "interrupted", since: now, not_before: now + ECHO_WAIT_MS };
    await db.updateTable("outbox").set(changed).where("seq", "=", row.seq).execute();
    return null;
  }
  if (row.not_before > now) return null;
  if (row.status === OUTBOX.uncertain) {
    if (!(await hasEchoWaiting(db, row))) return { ...delivery, task: "settle" };
    await db
      .updateTable("outbox")
      .set({ not_before: now + ECHO_TURN_MS })
      .where("seq", "=", row.seq)
      .execute();
    return null;
  }
  await db.updateTable("outbox").set({ status: OUTBOX.sending, since: now }).where("seq", "=", row.seq).execute();
  return { ...delivery, task: "send" };
}

/** An echo came in and its turn is still to come, as after a start: it will tell what nobody knows yet. */
async function hasEchoWaiting(db: Db, row: Row): Promise<boolean> {
  const echo = await db
    .selectFrom("inbox")
    .select("seq")
    .where("oa_id", "=", row.oa_id)
    .where("citizen_id", "=", row.citizen_id)
    .where("status", "=", WAITING)
    .where("body", "like", '{"kind":"echo"%')
    .limit(1)
    .executeTakeFirst();
  return echo !== undefined;
}

function readReply(row: Row): Pick<Delivery, "reply" | "to" | "trace"> {
  const { trace = null, ...stored } = JSON.parse(row.reply) as Stored;
  const anonymous = row.anonymous_conversation_id;
  return {
    trace,
    reply: { ...stored, provenance: JSON.parse(row.provenance) },
    to: {
      oaId: row.oa_id,
      citizenId: row.citizen_id,
      ...(anonymous === null ? {} : { anonymousConversationId: anonymous }),
    },
  };
}

const lease = (db: Db, { to, owner }: Delivery, until: number) =>
  db
    .updateTable("conversation")
    .set({ send_owner: owner, send_lease_until: until })
    .where("oa_id", "=", to.oaId)
    .where("citizen_id", "=", to.citizenId)
    .execute();

/** Gives the lease back, if it is still ours, and plans the next look. */
async function free(db: Db, { to, owner }: Delivery): Promise<void> {
  const head = await headOf(db, to.oaId, to.citizenId);
  await db
    .updateTable("conversation")
    .set((eb) => ({
      send_due_at: head?.not_before ?? null,
      send_lease_until: eb.case().when("send_owner", "=", owner).then(0).else(eb.ref("send_lease_until")).end(),
      send_owner: eb.case().when("send_owner", "=", owner).then(null).else(eb.ref("send_owner")).end(),
    }))
    .where("oa_id", "=", to.oaId)
    .where("citizen_id", "=", to.citizenId)
    .execute();
}

async function setSendDue(db: Db, oaId: string, citizenId: string): Promise<void> {
  const head = await headOf(db, oaId, citizenId);
  await db
    .updateTable("conversation")
    .set({ send_due_at: head?.not_before ?? null })
    .where("oa_id", "=", oaId)
    .where("citizen_id", "=", citizenId)
    .execute();
}

/** Refused for good; or paid for, so sent once only, and never echoed. */
const isNotTold = ({ reply }: Delivery, { kind }: Settlement) =>
  kind === "dead" || (kind === "unconfirmed" && reply.template !== undefined);

const isFinal = ({ kind }: Settlement) => kind === "sent" || kind === "dead" || kind === "unconfirmed";

const counts = (settlement: Settlement) => settlement.kind === "again" && settlement.countsAsAttempt;

function changes(settlement: Settlement, now: number) {
  switch (settlement.kind) {
    case "sent":
      return { status: OUTBOX.sent, message_id: settlement.messageId, error: null, settled_at: now };
    case "uncertain":
      return { status: OUTBOX.uncertain, error: settlement.error, since: now, not_before: settlement.until };
    case "again":
      return { status: OUTBOX.waiting, error: settlement.error, not_before: settlement.at };
    case "dead":
    case "unconfirmed":
      return { status: OUTBOX[settlement.kind], error: settlement.error, settled_at: now };
  }
}
