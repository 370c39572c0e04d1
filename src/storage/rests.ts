/**
 * What waits was written with the time at which it is to be looked at again. When the machine's clock is put back, that
 * time lies further ahead than this kind of work ever rests: it is brought back to the longest rest.
 */
import { sql } from "kysely";
import { LEASE_MS as REFRESH_LEASE_MS } from "../channel/zalo/token-refresh.ts";
import { ECHO_WAIT_MS, OPERATOR_PAUSE_MS } from "../delivery/plan.ts";
import { SEND_LEASE_MS } from "../delivery/worker.ts";
import { LONGEST_REST_MS, TURN_LEASE_MS } from "../intake/worker.ts";
import type { Database } from "./database.ts";
import { unlessTaken } from "./dialect.ts";
import { among } from "./keys.ts";
import { type Db, OPEN, OUTBOX, WAITING } from "./schema.ts";

/** So many conversations in a transaction. */
const AT_ONCE = 500;

/**
 * Call at the start, when the clock was seen to go back, and now and then, for another machine's clock may have been
 * ahead. How many rests and leases were brought back. Costs little when there is none: only what waits is looked at, by
 * its index. Conversations that somebody works on at this moment are left for the next call.
 */
export async function bringBackRests(database: Database, now: number): Promise<number> {
  const leases = await database.writeLazily((db) => bringBackLeases(db, now));
  const turns = await inPortions(() => database.writeLazily((db) => bringBackTurns(db, now)));
  const sends = await inPortions(() => database.writeLazily((db) => bringBackSends(db, now)));
  return leases + turns + sends;
}

async function inPortions(portion: () => Promise<number>): Promise<number> {
  let sum = 0;
  for (let count = AT_ONCE; count === AT_ONCE; sum += count) count = await portion();
  return sum;
}

/** Their owners may be alive, so they keep the longest time that a lease can have. */
async function bringBackLeases(db: Db, now: number): Promise<number> {
  const turns = await db
    .updateTable("conversation")
    .set({ lease_until: now + TURN_LEASE_MS })
    .where("due_at", "is not", null)
    .where("lease_until", ">", now + TURN_LEASE_MS)
    .executeTakeFirst();
  const sends = await db
    .updateTable("conversation")
    .set({ send_lease_until: now + SEND_LEASE_MS })
    .where("send_due_at", "is not", null)
    .where("send_lease_until", ">", now + SEND_LEASE_MS)
    .executeTakeFirst();
  const refreshes = await db
    .updateTable("oa_token")
    .set({ refresh_until: now + REFRESH_LEASE_MS })
    .where("refresh_until", ">", now + REFRESH_LEASE_MS)
    .executeTakeFirst();
  return [turns, sends, refreshes].reduce((sum, { numUpdatedRows }) => sum + Number(numUpdatedRows), 0);
}

/** Looked at now; an event received "in an hour" would hold its burst together as long. */
async function bringBackTurns(db: Db, now: number): Promise<number> {
  const tooFar = db
    .selectFrom("conversation")
    .select(["oa_id", "citizen_id"])
    .where("due_at", ">", now + LONGEST_REST_MS)
    .limit(AT_ONCE);
  const found = await unlessTaken(db, tooFar).execute();
  if (found.length === 0) return 0;
  await db
    .updateTable("inbox")
    .set({ not_before: atLatest("not_before", now), received_at: atLatest("received_at", now) })
    .where("status", "=", WAITING)
    .where(among(found))
    .execute();
  await db.updateTable("conversation").set({ due_at: now }).where(among(found)).execute();
  return found.length;
}

/** An uncertain send waits for its echo anew: sent again too early it could be there twice. */
async function bringBackSends(db: Db, now: number): Promise<number> {
  const rest = sql<boolean>`not_before > case when status = ${sql.lit(OUTBOX.uncertain)}
    then ${sql.lit(now + ECHO_WAIT_MS)} else ${sql.lit(now + OPERATOR_PAUSE_MS)} end`;
  const tooFar = db
    .selectFrom("conversation as c")
    .select(["c.oa_id", "c.citizen_id"])
    .where("c.send_due_at", ">", now + ECHO_WAIT_MS)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("outbox as o")
          .select("o.seq")
          .whereRef("o.oa_id", "=", "c.oa_id")
          .whereRef("o.citizen_id", "=", "c.citizen_id")
          .where("o.status", "in", OPEN)
          .where(rest),
      ),
    )
    .limit(AT_ONCE);
  const found = await unlessTaken(db, tooFar).execute();
  if (found.length === 0) return 0;
  await db
    .updateTable("outbox")
    .set({ not_before: now + ECHO_WAIT_MS })
    .where("status", "in", OPEN)
    .where(among(found))
    .where(rest)
    .execute();
  await db.updateTable("conversation").set({ send_due_at: now }).where(among(found)).execute();
  return found.length;
}

const atLatest = (column: "not_before" | "received_at", now: number) =>
  sql<number>`case when ${sql.ref(column)} > ${sql.lit(now)} then ${sql.lit(now)} else ${sql.ref(column)} end`;
