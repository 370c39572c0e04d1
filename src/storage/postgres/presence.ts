/**
 * Who works on a PostgreSQL database: a session's advisory lock that every process shares as long as it lives. The server
 * lets go of it when the session ends, however the process died.
 */
import pg from "pg";
import { Unavailable } from "../../errors.ts";
import { connectionOptions } from "./pool.ts";

/** An own pair of numbers, so that no other program's lock is meant. */
const LOCK = "1297045827, 1";
const AGAIN_MS = 1_000;

export type Presence = {
  /** `alone`: at this moment nobody else was at work on the database. */
  readonly found: "alone" | "others";
  close(): Promise<void>;
};

/** Throws `Unavailable`. Should the session break, it is taken up again until `close`. */
export async function enterAsProcess(url: string): Promise<Presence> {
  let closed = false;
  let retry: NodeJS.Timeout | null = null;
  let session: pg.Client | null = null;

  async function enter(): Promise<"alone" | "others"> {
    const client = new pg.Client({ ...connectionOptions(url), application_name: "mot-cua presence" });
    client.on("error", () => {});
    client.once("end", () => again(client));
    await client.connect();
    session = client;
    const { rows } = await client.query(`select pg_try_advisory_lock(${LOCK}) as alone`);
    await client.query(`select pg_advisory_lock_shared(${LOCK})`);
    const alone = rows[0]?.alone === true;
    if (alone) await client.query(`select pg_advisory_unlock(${LOCK})`);
    return alone ? "alone" : "others";
  }

  function again(ended: pg.Client): void {
    if (closed || session !== ended) return;
    retry = setTimeout(() => {
      enter().catch(() => again(ended));
    }, AGAIN_MS);
    retry.unref();
  }

  const found = await enter().catch((cause: unknown) => {
    closed = true;
    throw new Unavailable("storage.postgres", "the PostgreSQL database cannot be reached: see DATABASE_URL", { cause });
  });
  return {
    found,
    async close() {
      closed = true;
      if (retry) clearTimeout(retry);
      await session?.end().catch(() => {});
    },
  };
}
