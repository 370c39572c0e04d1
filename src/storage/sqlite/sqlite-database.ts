/** The embedded store: one file, one writer, group commit. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { Kysely, SqliteDialect } from "kysely";
import { Unavailable } from "../../errors.ts";
import type { Database, GroupedInsert, InsertEach } from "../database.ts";
import type { Db, Schema } from "../schema.ts";
import { createLogSync } from "./log-sync.ts";
import { adaptNodeSqlite, keepStatements, openSqliteFile } from "./node-sqlite.ts";
import { enterAsProcess, type ProcessLock } from "./process-lock.ts";

/** How often the log is copied into the file, provided that nobody is writing at that moment. */
const CHECKPOINT_MS = 2_000;

type Job = {
  run: (db: Db, insertEach: InsertEach) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
  isLazy: boolean;
};
type Outcome = { job: Job; value?: unknown; error?: unknown };

/**
 * Opens (and makes) the file at `path`. Migrations are run by the caller: storage/migrate.ts. `NORMAL` is for the proof
 * that FULL is needed (tests/storage/durable.test.ts).
 */
export function openSqliteDatabase(path: string, options: { synchronous?: "FULL" | "NORMAL" } = {}): Database {
  mkdirSync(dirname(path), { recursive: true });
  const writerFile = openSqliteFile(path);
  const writer = kyselyOver(writerFile);
  const statement = keepStatements(writerFile);
  const insertEach: InsertEach = async (insert, rows) => {
    const prepared = statement(sqlOf(insert));
    return rows.map((values) => Number(prepared.run(...values).changes) > 0);
  };
  const reader = kyselyOver(openSqliteFile(path, { readOnly: true }));

  const sync = options.synchronous === "NORMAL" ? null : createLogSync(`${path}-wal`);
  let queue: Job[] = [];
  let running: Promise<void> | null = null;
  /** Committed, and not known to be on the disk. */
  let unsynced: Outcome[] = [];
  let syncing: Promise<void> | null = null;
  let closed = false;
  let isLogOpen = false;
  let lock: ProcessLock | null = null;

  const checkpoints = setInterval(() => {
    if (!isLogOpen || running) return;
    isLogOpen = false;
    try {
      writerFile.exec("PRAGMA wal_checkpoint(PASSIVE)");
    } catch {
      // Another process is at it, or the disk is full: the log keeps everything, and the next commit says so.
    }
  }, CHECKPOINT_MS);
  checkpoints.unref();

  // Everything asked for while a commit is under way shares the next one. One sync call then serves many citizens,
  // which is what makes synchronous=FULL affordable (limits.md §1). Before each commit sockets and timers get their turn:
  // whoever writes again and again would keep them waiting else.
  async function drain() {
    while (queue.length > 0) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      const jobs = queue;
      queue = [];
      await commitTogether(jobs);
    }
    running = null;
  }

  async function commitTogether(jobs: Job[]) {
    const outcomes: Outcome[] = [];
    try {
      statement("BEGIN IMMEDIATE").run();
      for (const job of jobs) outcomes.push(await runAlone(job));
      statement("COMMIT").run();
      isLogOpen = true;
    } catch (cause) {
      rollback();
      const failure = new Unavailable("storage.commit", "the database file cannot be written", { cause });
      for (const job of jobs) job.reject(failure);
      return;
    }
    const mustLast = ({ job, error }: Outcome) => sync !== null && !job.isLazy && error === undefined;
    unsynced.push(...outcomes.filter(mustLast));
    if (unsynced.length > 0) syncing ??= bringToDisk();
    for (const outcome of outcomes) if (!mustLast(outcome)) tell(outcome);
  }

  /** One call brings all that was committed before it: there is one log. What is committed meanwhile shares the next. */
  async function bringToDisk() {
    while (unsynced.length > 0) {
      const committed = unsynced;
      unsynced = [];
      try {
        await sync?.();
        committed.forEach(tell);
      } catch (error) {
        for (const { job } of committed) job.reject(error);
      }
    }
    syncing = null;
  }

  /** A savepoint lets one job fail without undoing its neighbours:a failed one leaves no trace. */
  async function runAlone(job: Job) {
    statement("SAVEPOINT job").run();
    try {
      const value = await job.run(writer, insertEach);
      statement("RELEASE job").run();
      return { job, value };
    } catch (error) {
      writerFile.exec("ROLLBACK TO job; RELEASE job");
      return { job, error: error ?? new Error("a job failed without saying why") };
    }
  }

  function rollback() {
    try {
      if (writerFile.isTransaction) writerFile.exec("ROLLBACK");
    } catch {
      // The connection itself is gone; the next BEGIN says so.
    }
  }

  function enqueue<T>(run: (db: Db, insertEach: InsertEach) => Promise<T>, isLazy: boolean): Promise<T> {
    if (closed) return Promise.reject(new Unavailable("storage.closed", "the database is closed"));
    return new Promise<T>((resolve, reject) => {
      queue.push({ run, resolve: resolve as (value: unknown) => void, reject, isLazy });
      running ??= drain();
    });
  }

  return {
    read: reader,
    write: (run) => enqueue(run, false),
    writeLazily: (run) => enqueue(run, true),
    async join() {
      lock ??= enterAsProcess(path);
      return lock.found;
    },
    async close() {
      if (closed) return;
      closed = true;
      clearInterval(checkpoints);
      while (running ?? syncing) await (running ?? syncing);
      sync?.close();
      await reader.destroy();
      writerFile.exec("PRAGMA optimize");
      await writer.destroy();
      lock?.close();
    },
  };
}

const tell = ({ job, value, error }: Outcome) => (error === undefined ? job.resolve(value) : job.reject(error));

const insertTexts = new WeakMap<GroupedInsert, string>();

function sqlOf(insert: GroupedInsert): string {
  const known = insertTexts.get(insert);
  if (known) return known;
  const columns = Object.keys(insert.columns);
  const made = `insert into ${insert.table} (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})
    on conflict (${insert.key.join(", ")}) do ${insert.onConflict}`;
  insertTexts.set(insert, made);
  return made;
}

const kyselyOver = (file: DatabaseSync): Db =>
  new Kysely<Schema>({ dialect: new SqliteDialect({ database: adaptNodeSqlite(file) }) });
