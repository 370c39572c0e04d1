/**
 * What is acknowledged has been handed to the disk itself, not only to the system's cache: a kill cannot tell the two
 * apart, a power cut can. Counted by watching the program's system calls.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { openDatabase } from "../../src/storage/open-database.ts";
import { createLogSync } from "../../src/storage/sqlite/log-sync.ts";
import { DATABASES } from "../support/databases.ts";

const EVENTS = 20;
const CHILD = fileURLToPath(new URL("../support/durable-process.ts", import.meta.url));
const WATCH = ["-f", "-qq", "-e", "trace=fsync,fdatasync,write", "-e", "signal=none"];
const canWatch = spawnSync("strace", ["-qq", "true"]).status === 0;
const required = (process.env.TEST_REQUIRE ?? "").split(",").includes("strace");

/** How many acknowledgements came without a sync call since the one before. */
function acknowledgedUnsynced(synchronous: "FULL" | "NORMAL"): { acknowledged: number; unsynced: number } {
  const folder = mkdtempSync(join(tmpdir(), "mot-cua-durable-"));
  const child = [process.execPath, "--disable-warning=ExperimentalWarning", CHILD, join(folder, "x.sqlite")];
  const { stderr } = spawnSync("strace", [...WATCH, ...child, synchronous, String(EVENTS)], { encoding: "utf8" });
  rmSync(folder, { recursive: true, force: true });
  const calls = stderr.slice(stderr.indexOf('"begin\\n"')).split("\n");
  let [acknowledged, unsynced, synced] = [0, 0, false];
  for (const call of calls) {
    if (/f(data)?sync(\(|.*resumed).*= 0/.test(call)) synced = true;
    if (!call.includes('"acknowledged\\n"')) continue;
    acknowledged += 1;
    if (!synced) unsynced += 1;
    synced = false;
  }
  return { acknowledged, unsynced };
}

(canWatch || required ? describe : describe.skip)(
  `${canWatch || required ? "" : "NOT RUN: "}the sync proof on SQLite${canWatch ? "" : " (needs strace)"}`,
  () => {
    test("each acknowledgement comes after a sync call of its own", () => {
      expect(acknowledgedUnsynced("FULL")).toEqual({ acknowledged: EVENTS, unsynced: 0 });
    });

    test("the proof can fail: with synchronous=NORMAL nothing is synced before it is acknowledged", () => {
      expect(acknowledgedUnsynced("NORMAL")).toEqual({ acknowledged: EVENTS, unsynced: EVENTS });
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
