/** How long what waits has been waiting, for /metrics. Looks at open rows only, by their indexes. */
import type { Database } from "./database.ts";
import { OPEN, OUTBOX, WAITING } from "./schema.ts";

export type Backlog = {
  /** When the longest waiting event was received (epoch ms), and how many wait. */
  events(): Promise<{ readonly since: number | null; readonly count: number }>;
  /** The same for replies that are not settled. */
  replies(): Promise<{ readonly since: number | null; readonly count: number }>;
  /** Replies that were given up and are kept for staff. */
  givenUp(): Promise<number>;
};

export function createBacklog({ read }: Database): Backlog {
  return {
    async events() {
      const row = await read
        .selectFrom("inbox")
        .select((eb) => [eb.fn.min("received_at").as("since"), eb.fn.countAll<number>().as("count")])
        .where("status", "=", WAITING)
        .executeTakeFirst();
      return { since: row?.since ?? null, count: Number(row?.count ?? 0) };
    },
    async replies() {
      const row = await read
        .selectFrom("outbox")
        .select((eb) => [eb.fn.min("created_at").as("since"), eb.fn.countAll<number>().as("count")])
        .where("status", "in", OPEN)
        .executeTakeFirst();
      return { since: row?.since ?? null, count: Number(row?.count ?? 0) };
    },
    async givenUp() {
      const row = await read
        .selectFrom("outbox")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .where("status", "in", [OUTBOX.dead, OUTBOX.unconfirmed])
        .executeTakeFirst();
      return Number(row?.count ?? 0);
    },
  };
}
