/** What happened in the chat, read from the outbox. Rows are found by their numbers, for these tables have no index by time. */
import { sql } from "kysely";
import type { ActivityStore } from "../../console/today/activity.ts";
import type { Database } from "../database.ts";
import { type Db, OUTBOX } from "../schema.ts";

const DAY_MS = 86_400_000;
/** Cà Mau is seven hours ahead of UTC, all year. */
const LOCAL_MS = 7 * 3_600_000;
const TOGETHER = 500;

export function createActivityStore({ read }: Database): ActivityStore {
  return {
    async turnsSince(from, limit) {
      const first = await firstSince(read, from);
      const rows = await read
        .selectFrom("outbox")
        .select(["seq", "created_at", "settled_at", "status", "provenance", "answers"])
        .where("seq", ">=", first)
        .where("created_at", ">=", from)
        .where("answers", "!=", "[]")
        .orderBy("seq", "desc")
        .limit(limit)
        .execute();
      const asked = rows.map(({ answers }) => (JSON.parse(answers) as number[]).at(-1) ?? 0);
      const received = await receivedAt(read, asked);
      return rows.map(({ created_at, settled_at, status, provenance }, at) => {
        const { turn } = JSON.parse(provenance) as {
          turn?: { decision: string; intent: string | null; topic: string | null };
        };
        const begun = received.get(asked[at] ?? 0);
        const took = status === OUTBOX.sent && settled_at !== null && begun !== undefined ? settled_at - begun : null;
        return {
          at: Number(created_at),
          tookMs: took,
          decision: turn?.decision ?? null,
          intent: turn?.intent ?? null,
          topic: turn?.topic ?? null,
        };
      });
    },
    async turnsByDay(from) {
      const first = await firstSince(read, from);
      const day = sql<number>`(created_at + ${sql.lit(LOCAL_MS)}) / ${sql.lit(DAY_MS)}`;
      const rows = await read
        .selectFrom("outbox")
        .select([day.as("day"), (eb) => eb.fn.countAll<number>().as("turns")])
        .where("seq", ">=", first)
        .where("created_at", ">=", from)
        .where("answers", "!=", "[]")
        .groupBy(day)
        .execute();
      return rows
        .map((row) => ({ day: dayName(Math.floor(Number(row.day))), turns: Number(row.turns) }))
        .sort((a, b) => (a.day < b.day ? -1 : 1));
    },
    async lastEventAt() {
      const row = await read
        .selectFrom("inbox")
        .select("received_at")
        .orderBy("seq", "desc")
        .limit(1)
        .executeTakeFirst();
      return row ? Number(row.received_at) : null;
    },
  };
}

const dayName = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The first number of a reply made since then: numbers and times grow together, so it is found by halving. */
async function firstSince(db: Db, from: number): Promise<number> {
  const ends = await db
    .selectFrom("outbox")
    .select((eb) => [eb.fn.min("seq").as("low"), eb.fn.max("seq").as("high")])
    .executeTakeFirst();
  let [low, high] = [Number(ends?.low ?? 0), Number(ends?.high ?? 0) + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = await db
      .selectFrom("outbox")
      .select(["seq", "created_at"])
      .where("seq", ">=", middle)
      .orderBy("seq")
      .limit(1)
      .executeTakeFirst();
    if (row && Number(row.created_at) < from) low = Number(row.seq) + 1;
    else high = middle;
  }
  return low;
}

async function receivedAt(db: Db, seqs: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const found = new Map<number, number>();
  for (let at = 0; at < seqs.length; at += TOGETHER) {
    const rows = await db
      .selectFrom("inbox")
      .select(["seq", "received_at"])
      .where("seq", "in", seqs.slice(at, at + TOGETHER))
      .execute();
    for (const row of rows) found.set(Number(row.seq), Number(row.received_at));
  }
  return found;
}
