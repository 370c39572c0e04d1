/** The inbox in the database: each event once, each conversation leased to one worker at a time. */
import { type Selectable, sql } from "kysely";
import type { IncomingEvent } from "../channel/message.ts";
import type { Inbox, WaitingEvent } from "../intake/inbox.ts";
import { keepNumbers } from "./callback-numbers.ts";
import type { Database, GroupedInsert, InsertEach } from "./database.ts";
import { unlessTaken } from "./dialect.ts";
import { among, type ConversationKey, listed } from "./keys.ts";
import { type Db, INBOX, type Schema, WAITING } from "./schema.ts";
import { writeTurn } from "./turn.ts";

/** More than a citizen types in a breath; the rest waits for the next claim. */
const EVENTS_A_CLAIM = 50;

/**
 * What a claim, a turn and a lease write would only be done again if a power cut undid it, for the event would wait as
 * before: they are lazy. A reply is on the disk before it leaves, for the outbox' own claim is not.
 */
export function createInboxStore(database: Database): Inbox {
  let claims = 0;
  return {
    accept: (events, now) => database.write((db, insertEach) => insertNew(db, insertEach, events, now)),
    claim: (owner, now, leaseMs, limit, quiet = true) =>
      database.writeLazily(async (db) => {
        const longestWaiting = db
          .selectFrom("conversation")
          .select(["oa_id", "citizen_id", "state", "silenced_until", "lease_owner"])
          .where("due_at", "<=", now)
          .where("lease_until", "<=", now)
          .orderBy("due_at")
          .limit(limit);
        const due = await unlessTaken(db, longestWaiting).execute();
        const abandoned = due.find((row) => row.lease_owner !== null);
        if (abandoned && !quiet) return [];
        const taken = abandoned ? [abandoned] : due;
        if (taken.length === 0) return [];
        claims += 1;
        const claimOwner = `${owner}:${claims}`;
        // All at once: on PostgreSQL each statement is a round trip.
        await db
          .updateTable("conversation")
          .set({ lease_owner: claimOwner, lease_until: now + leaseMs })
          .where(among(taken))
          .execute();
        if (abandoned) await countCrash(db, abandoned.oa_id, abandoned.citizen_id);
        const events = await waitingOf(db, taken);
        return taken.map((row) => ({
          oaId: row.oa_id,
          citizenId: row.citizen_id,
          owner: claimOwner,
          state: row.state === null ? null : JSON.parse(row.state),
          silencedUntil: row.silenced_until,
          events: events.get(keyOf(row)) ?? [],
        }));
      }),
    finish: (claim, result, now) => database.writeLazily((db) => writeTurn(db, claim, result, now)),
    postpone: (claim, dueAt, failed, error) =>
      database.writeLazily(async (db) => {
        const freed = await db
          .updateTable("conversation")
          .set({ lease_owner: null, lease_until: 0, due_at: dueAt })
          .where("oa_id", "=", claim.oaId)
          .where("citizen_id", "=", claim.citizenId)
          .where("lease_owner", "=", claim.owner)
          .executeTakeFirst();
        if (freed.numUpdatedRows === 0n || failed.length === 0) return;
        await db
          .updateTable("inbox")
          .set((eb) => ({ attempts: eb("attempts", "+", 1), not_before: dueAt, error }))
          .where("seq", "in", [...failed])
          .execute();
      }),
    async nextDue() {
      // A leased conversation is not due before its lease ends, even when something new has arrived for it.
      const { rows } = await sql<{ at: number | null }>`select min(case when lease_until > due_at then lease_until
        else due_at end) as at from conversation where due_at is not null`.execute(database.read);
      return rows[0]?.at ?? null;
    },
  };
}

const NEW_EVENT: GroupedInsert = {
  table: "inbox",
  columns: {
    oa_id: "text",
    event_key: "text",
    citizen_id: "text",
    name: "text",
    body: "text",
    happened_at: "bigint",
    received_at: "bigint",
    status: "bigint",
    done_at: "bigint",
  },
  key: ["oa_id", "event_key"],
  onConflict: "nothing",
};
const WAKE_CONVERSATION: GroupedInsert = {
  table: "conversation",
  columns: { oa_id: "text", citizen_id: "text", due_at: "bigint", updated_at: "bigint" },
  key: ["oa_id", "citizen_id"],
  onConflict: `update set due_at = excluded.due_at
    where conversation.due_at is null or conversation.due_at > excluded.due_at`,
};

async function insertNew(db: Db, insertEach: InsertEach, events: readonly IncomingEvent[], now: number) {
  const known = await knownEchoes(db, events);
  const isNew = await insertEach(
    NEW_EVENT,
    events.map((event) => {
      const body = JSON.stringify(event.body);
      const fate = known.has(event) ? [INBOX.done, now] : [INBOX.waiting, null];
      return [event.oaId, event.key, citizenOf(event), event.name, body, event.happenedAt, now, ...fate];
    }),
  );
  const awake = new Map<string, readonly [string, string, number, number]>();
  events.forEach((event, at) => {
    const citizenId = citizenOf(event);
    if (isNew[at] && !known.has(event)) awake.set(`${event.oaId} ${citizenId}`, [event.oaId, citizenId, now, now]);
  });
  await insertEach(WAKE_CONVERSATION, [...awake.values()]);
  for (const [at, event] of events.entries()) {
    if (!isNew[at] || event.numbers === undefined) continue;
    await keepNumbers(db, { ...event, citizenId: citizenOf(event), eventKey: event.key }, event.numbers, now);
  }
  return isNew.map((each) => (each ? ("new" as const) : ("duplicate" as const)));
}

/**
 * Echoes of sends that Zalo has confirmed already, as most are: nothing is left to settle, so nobody need take them up.
 * They are kept all the same, for what is acknowledged must bring the settlement before it to the disk.
 */
async function knownEchoes(db: Db, events: readonly IncomingEvent[]): Promise<ReadonlySet<IncomingEvent>> {
  const echoes = new Map<string, IncomingEvent>();
  for (const event of events) {
    const { body } = event;
    if (body.kind === "echo" && !body.byStaff && body.messageId !== null) {
      echoes.set(`${event.oaId} ${body.messageId}`, event);
    }
  }
  if (echoes.size === 0) return new Set();
  const wanted = [...echoes.keys()].map((key) => key.split(" ") as [string, string]);
  const { rows } = await sql<{ oa: string; id: string }>`with wanted (oa, id) as (values ${sql.join(
    wanted.map(([oa, id]) => sql`(${oa}, ${id})`),
  )}) select oa, id from wanted cross join outbox where oa_id = oa and message_id = id`.execute(db);
  return new Set(rows.flatMap(({ oa, id }) => echoes.get(`${oa} ${id}`) ?? []));
}

/** Events about the OA itself wait in a conversation of their own. */
function citizenOf({ body }: IncomingEvent): string {
  switch (body.kind) {
    case "message":
    case "unfollow":
    case "withdraw":
      return body.from.citizenId;
    case "echo":
      return body.to.citizenId;
    default:
      return "";
  }
}

async function countCrash(db: Db, oaId: string, citizenId: string): Promise<void> {
  const oldest = await waitingRows(db, oaId, citizenId).select("seq").limit(1).executeTakeFirst();
  if (!oldest) return;
  await db
    .updateTable("inbox")
    .set((eb) => ({ crashes: eb("crashes", "+", 1) }))
    .where("seq", "=", oldest.seq)
    .execute();
}

/** In the order in which they happened. */
const waitingRows = (db: Db, oaId: string, citizenId: string) =>
  db
    .selectFrom("inbox")
    .where("oa_id", "=", oaId)
    .where("citizen_id", "=", citizenId)
    .where("status", "=", WAITING)
    .orderBy("happened_at")
    .orderBy("seq");

const keyOf = ({ oa_id, citizen_id }: ConversationKey) => `${oa_id} ${citizen_id}`;

/** The first events of each, by `keyOf`. */
async function waitingOf(db: Db, keys: readonly ConversationKey[]): Promise<ReadonlyMap<string, WaitingEvent[]>> {
  // The cross join makes SQLite look each of them up in the index, instead of reading all that waits.
  const { rows } = await sql<Selectable<Schema["inbox"]>>`with wanted (oa, citizen) as (values ${listed(keys)})
    select * from (select i.*, row_number() over (partition by i.oa_id, i.citizen_id order by i.happened_at, i.seq) as place
      from wanted cross join inbox i where i.oa_id = oa and i.citizen_id = citizen and i.status = ${WAITING}) as waiting
    where place <= ${EVENTS_A_CLAIM} order by place`.execute(db);
  const events = new Map<string, WaitingEvent[]>(keys.map((key) => [keyOf(key), []]));
  for (const row of rows) events.get(keyOf(row))?.push(eventOf(row));
  return events;
}

const eventOf = (row: Selectable<Schema["inbox"]>): WaitingEvent => ({
  seq: row.seq,
  receivedAt: row.received_at,
  attempts: row.attempts,
  notBefore: row.not_before,
  crashes: row.crashes,
  event: {
    key: row.event_key,
    name: row.name,
    oaId: row.oa_id,
    happenedAt: row.happened_at,
    body: JSON.parse(row.body),
  },
});
