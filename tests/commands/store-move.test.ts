import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storeMove } from "../../src/commands/store-move.ts";
import type { Database } from "../../src/storage/database.ts";
import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { migrate } from "../../src/storage/migrate.ts";
import { contentsOf } from "../../src/storage/move/fingerprint.ts";
import { tablesOf } from "../../src/storage/move/tables.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { createStaffTasks } from "../../src/storage/staff-tasks.ts";
import { aReply, aTextEvent, OA } from "../support/builders.ts";
import { contentsOfAll, fillEveryTable } from "../support/full-database.ts";
import { describeWithPostgres, makeDatabase, type TestDatabase } from "../support/postgres.ts";

/** Of those that `fill` makes. */
const LAST_TASK = 5;

describeWithPostgres("moving from SQLite to PostgreSQL", () => {
  let folder: string;
  let from: string;
  let target: TestDatabase;
  let source: Database;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "mot-cua-move-"));
    from = `file:${join(folder, "x.sqlite")}`;
    target = await makeDatabase();
    source = await openDatabase(from);
    await source.write(migrate);
  });
  afterEach(async () => {
    await source.close();
    await target.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** More than a page, with everything that a text may hold. */
  async function fill(): Promise<void> {
    const inbox = createInboxStore(source);
    const events = Array.from({ length: 2_500 }, (_, n) => aTextEvent(`c${n % 300}`, `câu ${n} 👨‍👩‍👧 "\\' \u0000`));
    await inbox.accept(events, 10);
    for (const claim of await inbox.claim("w", 10, 1_000, 200)) {
      const replies = [{ to: { oaId: OA, citizenId: claim.citizenId }, reply: aReply("dạ") }];
      await inbox.finish(claim, { done: claim.events.map(({ seq }) => seq), state: { a: 1 }, replies }, 11);
    }
    await fillEveryTable(source, (place) => `${place} 👨‍👩‍👧 "\\' \u0000`);
    const tasks = createStaffTasks(source);
    await tasks.raise("oa\u0000", "kind", "một chuyện", 12);
    await tasks.raise(OA, "kind", "chuyện đã xoá", 12);
    await source.write((db) => db.deleteFrom("staff_task").where("id", "=", LAST_TASK).execute());
  }

  async function move(): Promise<string> {
    const lines: string[] = [];
    await storeMove(["--to", target.url], from, (line) => void lines.push(line));
    return lines.join("\n");
  }

  test("every row of every table is there afterwards, and the program goes on with both", async () => {
    await fill();
    await source.close();
    const said = await move();
    expect(said).toMatch(/inbox +2503 dòng/);
    expect(said).toContain("giống nhau");

    const moved = await openDatabase(target.url);
    source = await openDatabase(from);
    const after = await contentsOfAll(moved);
    expect(after).toEqual(await contentsOfAll(source));
    expect(after.size).toBeGreaterThan(15);
    for (const [table, { rows }] of after) expect([table, rows > 0]).toEqual([table, true]);
    // A number is not given again: the last task is gone.
    await createStaffTasks(moved).raise(OA, "kind", "mới", 13);
    const ids = await moved.read.selectFrom("staff_task").select("id").orderBy("id").execute();
    expect(ids.map(({ id }) => id)).toEqual([1, 2, 3, 4, LAST_TASK + 1]);
    const inbox = createInboxStore(moved);
    expect(await inbox.accept([aTextEvent("mới", "chào")], 20)).toEqual(["new"]);
    expect(await inbox.claim("w", 20, 1_000, 500)).not.toEqual([]);
    await moved.close();
  });

  test("a target with tables is refused, and so is a source that somebody works on", async () => {
    await source.join();
    await expect(move()).rejects.toThrow(/stop Một Cửa/);
    await source.close();
    await move();
    await expect(move()).rejects.toThrow(/empty database/);
  });

  test("the comparison sees a single changed value", async () => {
    await fill();
    const inbox = (await tablesLike(target)).find(({ name }) => name === "inbox")!;
    const before = await contentsOf(source.read, inbox);
    await source.write((db) => db.updateTable("inbox").set({ attempts: 1 }).where("seq", "=", 7).execute());
    const after = await contentsOf(source.read, inbox);
    expect(after.rows).toBe(before.rows);
    expect(after.fingerprint).not.toBe(before.fingerprint);
  });

  test("wrong words are told", async () => {
    await expect(storeMove(["--to", "file:y"], from, () => {})).rejects.toThrow(/npm run store:move/);
    await expect(storeMove(["--to", target.url], `file:${folder}/none.sqlite`, () => {})).rejects.toThrow(
      /Không có tệp/,
    );
    await expect(storeMove(["--what"], from, () => {})).rejects.toThrow(/npm run store:move/);
  });
});

async function tablesLike(target: TestDatabase) {
  const database = await openDatabase(target.url);
  await database.write(migrate);
  const tables = await database.write((db) => tablesOf(db));
  await database.close();
  return tables;
}
