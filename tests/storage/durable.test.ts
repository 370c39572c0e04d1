/**
 * What is acknowledged has been handed to the disk itself, not only to the system's cache: a kill cannot tell the two
 * apart, a power cut can. Counted by watching the program's system calls.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { openDatabase } from "../../src/storage/open-database.ts";
import { createLogSync } from "../../src/storage/sqlite/log-sync.ts";
import { DATABASES } from "../support/databases.ts";

const EVENTS = 20;
const CHILD = fileURLToPath(new URL("../support/durable-process.ts", import.meta.url));
const WATCH = ["-f", "-qq", "-y", "-e", "trace=fsync,fdatasync,pwrite64,write", "-e", "signal=none", "-o"];
const canWatch = spawnSync("strace", ["-qq", "true"]).status === 0;
const required = (process.env.TEST_REQUIRE ?? "").split(",").includes("strace");

/** How the database is opened: as the program does, or with nothing but SQLite's own `synchronous=NORMAL`. */
type Opened = "as-the-program" | "NORMAL";
type Seen = {
  readonly acknowledged: number;
  /** Acknowledgements at which something written to the log had not been handed to the disk. */
  readonly tooEarly: number;
  /** Sync calls of the log that were over before the last acknowledgement. */
  readonly syncs: number;
};

function watch(opened: Opened): Seen {
  const folder = mkdtempSync(join(tmpdir(), "mot-cua-durable-"));
  const [calls, log] = [join(folder, "calls"), join(folder, "x.sqlite")];
  const child = [process.execPath, "--disable-warning=ExperimentalWarning", CHILD, log, opened, String(EVENTS)];
  const { status, stderr } = spawnSync("strace", [...WATCH, calls, ...child], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const seen = judge(readFileSync(calls, "utf8").split("\n"));
  rmSync(folder, { recursive: true, force: true });
  return seen;
}

/** A write is safe once a sync call of the same file, begun after the write, has come back with 0. */
function judge(calls: readonly string[]): Seen {
  const beganAt = new Map<string, number>();
  let [acknowledged, tooEarly, syncs, writtenAt, safeUpTo] = [0, 0, 0, 0, 0];
  const begin = calls.findIndex((call) => call.includes('"begin\\n"'));
  for (const [at, call] of calls.entries()) {
    const thread = /^\d+/.exec(call)?.[0] ?? "";
    const isOfLog = call.includes("x.sqlite-wal>");
    if (isOfLog && call.includes("write")) writtenAt = at;
    if (isOfLog && call.includes("sync(")) beganAt.set(thread, at);
    if (/sync(\(| resumed).*= 0$/.test(call) && beganAt.has(thread)) {
      safeUpTo = Math.max(safeUpTo, beganAt.get(thread) ?? 0);
      beganAt.delete(thread);
      if (at > begin) syncs += 1;
    }
    if (!call.includes('"acknowledged\\n"')) continue;
    acknowledged += 1;
    if (safeUpTo < writtenAt) tooEarly += 1;
  }
  return { acknowledged, tooEarly, syncs };
}

(canWatch || required ? describe : describe.skip)(
  `${canWatch || required ? "" : "NOT RUN: "}the sync proof on SQLite${canWatch ? "" : " (needs strace)"}`,
  () => {
    test("what is acknowledged was written to the log, and a sync call of the log that began after it is over", () => {
      const { acknowledged, tooEarly, syncs } = watch("as-the-program");
      expect({ acknowledged, tooEarly }).toEqual({ acknowledged: EVENTS, tooEarly: 0 });
      expect(syncs).toBeGreaterThanOrEqual(EVENTS);
    });

    // Our own call is what `synchronous=FULL` would do inside of COMMIT (docs/adr/0019-the-sync-call-beside-the-loop.md).
    test("the proof can fail: with SQLite's synchronous=NORMAL and no call of ours every acknowledgement is too early", () => {
      const { acknowledged, tooEarly } = watch("NORMAL");
      expect({ acknowledged, tooEarly }).toEqual({ acknowledged: EVENTS, tooEarly: EVENTS });
    });
  },
);

test("when the disk refuses a sync call, nothing is acknowledged any more, though a later call would succeed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mot-cua-sync-"));
  const log = join(folder, "x.sqlite-wal");
  const sync = createLogSync(log);
  await expect(sync()).rejects.toMatchObject({ kind: "unavailable", code: "storage.sync" });
  writeFileSync(log, "");
  await expect(sync()).rejects.toMatchObject({ kind: "unavailable", code: "storage.sync" });
  sync.close();
  rmSync(folder, { recursive: true });
});

const postgres = DATABASES.filter(({ name }) => name === "PostgreSQL");
(postgres.length > 0 ? test : test.skip)(
  "on PostgreSQL a commit waits for the disk, whatever the server's default",
  async () => {
    const opened = await postgres[0]!.open();
    await opened.database.write(async (db) => {
      const name = new URL(opened.url).pathname.slice(1);
      await sql.raw(`alter database ${name} set synchronous_commit = off`).execute(db);
    });
    const database = await openDatabase(opened.url);
    const { rows } = await database.write((db) => sql`show synchronous_commit`.execute(db));
    expect(rows).toEqual([{ synchronous_commit: "on" }]);
    await database.close();
    await opened.remove();
  },
);
