/** PostgreSQL as the store of several processes: a transaction for each job, many side by side. */
import { Kysely, PostgresDialect } from "kysely";
import { Unavailable } from "../../errors.ts";
import type { Database, InsertEach } from "../database.ts";
import type { Db, Schema } from "../schema.ts";
import { insertRows } from "./grouped-insert.ts";
import { createPool, mayTryAgain } from "./pool.ts";
import { enterAsProcess, type Presence } from "./presence.ts";

const MOST_TRIES = 5;
/** Twice as many keep two cores of a database busy; each costs the server some megabytes. */
const CONNECTIONS = 5;

type Job<T> = (db: Db, insertEach: InsertEach) => Promise<T>;

/** `url`: `postgres://user:password@host:port/database`. Connects when first used. */
export function openPostgresDatabase(url: string): Database {
  const over = (isLazy: boolean): Db =>
    new Kysely<Schema>({ dialect: new PostgresDialect({ pool: createPool(url, CONNECTIONS, isLazy) }) });
  // Apart, so that the door, whose writes are durable, never waits in line behind turns.
  const [durable, lazy] = [over(false), over(true)];
  const underWay = new Set<Promise<void>>();
  let presence: Promise<Presence> | null = null;
  let closed = false;

  async function inTransaction<T>(job: Job<T>, isLazy: boolean): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await (isLazy ? lazy : durable)
          .transaction()
          .execute((db) => job(db, (insert, rows) => insertRows(db, insert, rows)));
      } catch (error) {
        if (!mayTryAgain(error) || tries >= MOST_TRIES) throw error;
      }
    }
  }

  function begin<T>(job: Job<T>, isLazy: boolean): Promise<T> {
    if (closed) return Promise.reject(new Unavailable("storage.closed", "the database is closed"));
    const running = inTransaction(job, isLazy);
    const settled: Promise<void> = running.then(
      () => void underWay.delete(settled),
      () => void underWay.delete(settled),
    );
    underWay.add(settled);
    return running;
  }

  return {
    read: lazy,
    write: (job) => begin(job, false),
    writeLazily: (job) => begin(job, true),
    async join() {
      presence ??= enterAsProcess(url);
      return (await presence).found;
    },
    async close() {
      if (closed) return;
      closed = true;
      await Promise.all(underWay);
      await Promise.all([durable.destroy(), lazy.destroy()]);
      await presence?.then((entered) => entered.close()).catch(() => {});
    },
  };
}
