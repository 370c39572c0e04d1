/**
 * A PostgreSQL behind a line that is cut, slow or silent, or whose connections wait: events are kept or refused with
 * 503, nothing is acknowledged that has no row, and soon after all is well again.
 */
import pg from "pg";
import { type Bot, startBot } from "../support/bot.ts";
import { onPostgres, type Place } from "../support/places.ts";
import { describeWithPostgres } from "../support/postgres.ts";
import { type Line, lineTo } from "../support/tcp-proxy.ts";
import { until } from "../support/until.ts";

const QUESTION = "làm giấy khai sinh cho con cần những gì?";
/** TEST_LONG=1 is the acceptance. */
const AWAY_MS = process.env.TEST_LONG === "1" ? 10_000 : 2_000;
const SLOW_MS = process.env.TEST_LONG === "1" ? 5_000 : 1_000;
/** More than these would only take long to answer afterwards. */
const MOST_REFUSED = 200;
const RECOVERED_MS = 5_000;

describeWithPostgres("a PostgreSQL in trouble", () => {
  let place: Place;
  let line: Line;
  let bot: Bot;
  beforeAll(async () => {
    place = await onPostgres();
    line = await lineTo(place.url);
    // Zalo's first retry comes after 600 ms instead of 30 s; it waits longer than two seconds, so that its answers are seen.
    bot = await startBot({
      config: { databaseUrl: line.url },
      zalo: { retryScale: 0.02, webhookTimeoutMs: 60_000 },
    });
  }, 120_000);
  afterAll(async () => {
    await bot.stop();
    await line.close();
    await place.remove();
  });

  const kept = () => place.count("select count(*) as n from inbox where name = 'user_send_text'");
  const write = (count: number) =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const citizen = bot.zalo.citizen();
        return { citizen, status: (await citizen.sends(QUESTION)).status };
      }),
    );
  type Written = Awaited<ReturnType<typeof write>>;

  async function allAnsweredOnce(before: number, written: Written): Promise<void> {
    await until("all are answered", () => written.every(({ citizen }) => citizen.received.length > 0), 150_000);
    await bot.zalo.settled();
    expect((await kept()) - before).toBe(written.length);
    for (const { citizen } of written) expect(citizen.received).toHaveLength(1);
  }

  /** How long from now until an event is kept again. */
  async function recoversSoon(): Promise<Written> {
    const began = performance.now();
    const written: Written = [];
    await until(
      "the door takes events in",
      async () => {
        written.push(...(await write(1)));
        return written.at(-1)?.status === 200;
      },
      60_000,
    );
    expect(performance.now() - began).toBeLessThan(RECOVERED_MS);
    return written;
  }

  test("cut off: 503 for all, and five seconds after it is back events are kept", async () => {
    const before = await kept();
    line.cut();
    const written: Written = [];
    const began = performance.now();
    while (performance.now() - began < AWAY_MS) {
      if (written.length < MOST_REFUSED) written.push(...(await write(20)));
      else expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    }
    expect(new Set(written.map(({ status }) => status))).toEqual(new Set([503]));
    expect(await kept()).toBe(before);
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    line.mend();
    written.push(...(await recoversSoon()));
    await allAnsweredOnce(before, written);
  }, 300_000);

  test("seconds late with everything: each 200 has its row, and everybody has one answer", async () => {
    const before = await kept();
    line.slowDown(SLOW_MS);
    const written = await write(20);
    const acknowledged = written.filter(({ status }) => status === 200).length;
    expect(await kept()).toBeGreaterThanOrEqual(before + acknowledged);
    for (const { status } of written) expect([200, 503]).toContain(status);
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    line.slowDown(0);
    written.push(...(await recoversSoon()));
    await allAnsweredOnce(before, written);
  }, 300_000);

  test("what needs a connection waits for a lock: nothing is acknowledged meanwhile, the pages stand, then all is kept", async () => {
    const before = await kept();
    const other = new pg.Client({ connectionString: place.url });
    await other.connect();
    await other.query("begin; lock table inbox, conversation in access exclusive mode");
    let heard = 0;
    const writing = write(200).finally(() => {
      heard = 200;
    });
    // More events than there are connections, and each kind of work that needs one.
    await until("they wait", async () => {
      const { rows } = await other.query(
        "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      return rows[0].n > 0;
    });
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${bot.url}/thu-tuc`)).status).toBe(200);
    expect(heard).toBe(0);
    await other.query("commit");
    await other.end();
    const written = await writing;
    for (const { status } of written) expect([200, 503]).toContain(status);
    written.push(...(await recoversSoon()));
    await allAnsweredOnce(before, written);
  }, 300_000);
});
