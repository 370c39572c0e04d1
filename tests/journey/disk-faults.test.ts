/** The embedded store on a disk that is full or read-only, or beside a writer that lets nobody in: 503, and nothing is lost. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { migrate } from "../../src/storage/migrate.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { type Bot, startBot } from "../support/bot.ts";
import { describeWithTinyDisk, type TinyDisk } from "../support/tiny-disk.ts";
import { until } from "../support/until.ts";

const QUESTION = "làm giấy khai sinh cho con cần những gì?";
const RECOVERED_MS = 5_000;
/** Zalo's first retry comes after 600 ms instead of 30 s; it waits longer than two seconds, so that each answer is seen. */
const ZALO = { retryScale: 0.02, webhookTimeoutMs: 60_000 };

let bot: Bot;
let isRunning = false;
async function start(databaseUrl?: string) {
  bot = await startBot({ zalo: ZALO, ...(databaseUrl ? { config: { databaseUrl } } : {}) });
  isRunning = true;
}
async function stop() {
  if (isRunning) await bot.stop();
  isRunning = false;
}
afterEach(stop);
const kept = (path: string) => {
  const file = new DatabaseSync(path, { readOnly: true });
  const { n } = file.prepare("select count(*) as n from inbox where name = 'user_send_text'").get() as { n: number };
  file.close();
  return n;
};
const write = (count: number) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const citizen = bot.zalo.citizen();
      return { citizen, status: (await citizen.sends(QUESTION)).status };
    }),
  );

/** What was refused comes again from Zalo; everybody has one answer. */
async function allAnswered(path: string, written: Awaited<ReturnType<typeof write>>): Promise<void> {
  await until("all are answered", () => written.every(({ citizen }) => citizen.received.length > 0), 120_000);
  await bot.zalo.settled();
  expect(kept(path)).toBe(written.length);
  for (const { citizen } of written) expect(citizen.received).toHaveLength(1);
}

/** From now on: how long until the door keeps events again. */
async function recoversSoon() {
  const began = performance.now();
  const written: Awaited<ReturnType<typeof write>> = [];
  await until(
    "the door takes events in",
    async () => {
      const [one] = await write(1);
      if (one) written.push(one);
      return one?.status === 200;
    },
    60_000,
  );
  expect(performance.now() - began).toBeLessThan(RECOVERED_MS);
  return written;
}

describeWithTinyDisk("on a small disk", (make) => {
  let disk: TinyDisk;
  afterEach(() => disk.remove());

  test("full: events get 503 and come again, the pages stand, and with room again all are answered once", async () => {
    disk = make(24);
    const path = join(disk.folder, "x.sqlite");
    await start(`file:${path}`);
    const before = await write(4);
    await until("they are answered", () => before.every(({ citizen }) => citizen.received.length > 0), 30_000);
    disk.fillUp();
    // A page that is there already may still take some; then it is full.
    const written: Awaited<ReturnType<typeof write>> = [];
    await until(
      "it is full",
      async () => {
        written.push(...(await write(8)));
        return written.at(-1)?.status === 503;
      },
      30_000,
    );
    expect(new Set(written.map(({ status }) => status))).toContain(503);
    expect(kept(path) - before.length).toBe(written.filter(({ status }) => status === 200).length);
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${bot.url}/thu-tuc`)).status).toBe(200);
    disk.makeRoom();
    const after = await recoversSoon();
    await allAnswered(path, [...before, ...written, ...after]);
    await stop();
    const file = new DatabaseSync(path);
    expect(file.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    file.close();
  }, 180_000);

  test("read-only: it cannot be opened, which says what to look at, instead of an open door that keeps nothing", async () => {
    disk = make(24);
    const path = join(disk.folder, "x.sqlite");
    const database = await openDatabase(`file:${path}`);
    await database.write(migrate);
    await database.close();
    disk.makeReadOnly();
    await expect(openDatabase(`file:${path}`)).rejects.toMatchObject({
      kind: "unavailable",
      message: expect.stringContaining(path),
    });
  }, 60_000);
});

test("beside a writer that does not let go: 503, and everything afterwards", async () => {
  await start();
  const other = new DatabaseSync(bot.databaseFile);
  other.exec("BEGIN IMMEDIATE");
  const written = await write(8);
  expect(new Set(written.map(({ status }) => status))).toEqual(new Set([503]));
  expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
  other.exec("COMMIT");
  other.close();
  const after = await recoversSoon();
  await allAnswered(bot.databaseFile, [...written, ...after]);
}, 240_000);
