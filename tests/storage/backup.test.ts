/** A copy made while others write is whole, and what is restored from it is the same to the last value. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { backUp, endingOf, restore } from "../../src/storage/backup.ts";
import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { aReply, aTextEvent, OA } from "../support/builders.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";
import { contentsOfAll, fillEveryTable } from "../support/full-database.ts";
import { makeDatabase } from "../support/postgres.ts";

const COMMAND = fileURLToPath(new URL("../../src/commands/backup.ts", import.meta.url));

/** PostgreSQL's copy is made by its own program. */
const hasPgDump = spawnSync("pg_dump", ["--version"]).status === 0;
const required = (process.env.TEST_REQUIRE ?? "").split(",").includes("postgres");
const here = DATABASES.filter(({ name }) => name === "SQLite" || hasPgDump || required);
if (here.length < DATABASES.length) {
  describe.skip("NOT RUN: backup on PostgreSQL (no pg_dump)", () => void test("skipped", () => {}));
}

describe.each(here)("backup on $name", ({ name, open }) => {
  let opened: OpenDatabase;
  let folder: string;
  let path: string;
  beforeEach(async () => {
    opened = await open();
    folder = mkdtempSync(join(tmpdir(), "mot-cua-backup-"));
    path = join(folder, "new/copy") + endingOf(opened.url);
  });
  afterEach(async () => {
    await opened.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function emptyTarget(): Promise<{ url: string; drop(): Promise<void> }> {
    if (name === "SQLite") return { url: `file:${join(folder, "restored.sqlite")}`, drop: async () => {} };
    return makeDatabase();
  }
  async function fill(): Promise<void> {
    await fillEveryTable(opened.database);
    const inbox = createInboxStore(opened.database);
    await inbox.accept(
      Array.from({ length: 200 }, (_, n) => aTextEvent(`c${n % 40}`, `câu hỏi ${n} 👨‍👩‍👧`)),
      10,
    );
    for (const claim of await inbox.claim("w", 10, 1_000, 20)) {
      const replies = [{ to: { oaId: OA, citizenId: claim.citizenId }, reply: aReply("dạ") }];
      await inbox.finish(claim, { done: claim.events.map(({ seq }) => seq), state: { a: 1 }, replies }, 11);
    }
  }

  test("restored it holds the same, and the program works on it", async () => {
    await fill();
    await backUp(opened.url, path, process.env);
    const target = await emptyTarget();
    await restore(path, target.url, process.env);
    const restored = await openDatabase(target.url);
    const before = await contentsOfAll(opened.database);
    expect(before.size).toBeGreaterThan(15);
    for (const [table, { rows }] of before) expect([table, rows > 0]).toEqual([table, true]);
    expect(await contentsOfAll(restored)).toEqual(before);
    const inbox = createInboxStore(restored);
    expect(await inbox.accept([aTextEvent("mới", "chào")], 20)).toEqual(["new"]);
    // Nothing goes over what is there.
    await expect(restore(path, target.url, process.env)).rejects.toThrow(/already/);
    await restored.close();
    await target.drop();
  });

  test("made while others write, it holds each batch whole or not at all", async () => {
    const inbox = createInboxStore(opened.database);
    let writing = true;
    const writer = (async () => {
      for (let n = 0; writing; n += 1) {
        await inbox.accept([aTextEvent(`a${n}`, "một"), aTextEvent(`b${n}`, "hai")], n);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    // By the command, so that it is another process.
    const env = { PATH: process.env.PATH, DATABASE_URL: opened.url };
    const child = spawn(process.execPath, [COMMAND, join(folder, "by-command")], {
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    const code = await new Promise((resolve) => child.once("exit", resolve));
    writing = false;
    await writer;
    expect(code).toBe(0);
    const [made = ""] = readdirSync(join(folder, "by-command"));
    path = join(folder, "by-command", made);
    const target = await emptyTarget();
    await restore(path, target.url, process.env);
    const restored = await openDatabase(target.url);
    const rows = await restored.read.selectFrom("inbox").select("citizen_id").execute();
    const batches = (letter: string) => rows.filter(({ citizen_id }) => citizen_id.startsWith(letter)).length;
    expect(batches("a")).toBe(batches("b"));
    expect(batches("a")).toBeGreaterThan(0);
    await restored.close();
    await target.drop();
  });

  test("a damaged copy, one of the other kind or none at all is told", async () => {
    await backUp(opened.url, path, process.env);
    truncateSync(path, 3_000);
    const target = await emptyTarget();
    await expect(restore(path, target.url, process.env)).rejects.toThrow(/damaged|no SQLite file|pg_restore/);
    const other = join(folder, "x.csv");
    writeFileSync(other, "");
    await expect(restore(other, target.url, process.env)).rejects.toThrow(/store:move/);
    await expect(restore(join(folder, "none.sqlite"), target.url, process.env)).rejects.toThrow(/no backup/);
    await target.drop();
  });
});
