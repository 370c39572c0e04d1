/** PostgreSQL goes away and comes back: never a 200 without a row, nothing answered twice, and soon all is well again. */
import pg from "pg";
import { openDatabase } from "../../src/storage/open-database.ts";
import { type Bot, startBot } from "../support/bot.ts";
import { onPostgres, type Place } from "../support/places.ts";
import { describeWithPostgres, POSTGRES_URL } from "../support/postgres.ts";
import { until } from "../support/until.ts";

const QUESTION = "làm giấy khai sinh cho con cần những gì?";

describeWithPostgres("without PostgreSQL", () => {
  let place: Place;
  let bot: Bot;
  let server: pg.Client;
  beforeAll(async () => {
    place = await onPostgres();
    server = new pg.Client({ connectionString: POSTGRES_URL });
    await server.connect();
    // Zalo's first retry comes after 600 ms instead of 30 s.
    bot = await startBot({ config: { databaseUrl: place.url }, zalo: { retryScale: 0.02 } });
  }, 120_000);
  afterAll(async () => {
    await bot.stop();
    await server.end();
    await place.remove();
  });

  const name = () => new URL(place.url).pathname.slice(1);
  const endSessions = () =>
    server.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name()]);
  async function goAway(): Promise<void> {
    await server.query(`alter database ${name()} allow_connections false`);
    await endSessions();
  }
  const comeBack = () => server.query(`alter database ${name()} allow_connections true`);

  test("while it is away events get 503 and come again, the rest of the program stands, and afterwards all are answered once", async () => {
    const citizens = Array.from({ length: 12 }, () => bot.zalo.citizen());
    await goAway();
    const statuses = await Promise.all(citizens.map(async (citizen) => (await citizen.sends(QUESTION)).status));
    expect(new Set(statuses)).toEqual(new Set([503]));
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${bot.url}/thu-tuc`)).status).toBe(200);
    await comeBack();
    await until("all are answered", () => citizens.every(({ received }) => received.length > 0), 20_000);
    await bot.zalo.settled();
    expect(await place.count("select count(*) as n from inbox where name = 'user_send_text'")).toBe(citizens.length);
    for (const { received } of citizens) expect(received).toHaveLength(1);
  }, 60_000);

  test("its sessions break off in the middle of work, again and again, and every message has one answer", async () => {
    const citizens = Array.from({ length: 30 }, () => bot.zalo.citizen());
    let done = false;
    const breaking = (async () => {
      while (!done) {
        await endSessions();
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    })();
    const sent = Promise.all(citizens.map((citizen) => citizen.sends(QUESTION)));
    await sent;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    done = true;
    await breaking;
    // A turn in hand whose session broke is free again after ten seconds, a send after sixty; an echo settles it before.
    await until("all are answered", () => citizens.every(({ received }) => received.length > 0), 90_000);
    for (const { received } of citizens) expect(received).toHaveLength(1);
  }, 120_000);

  test("the sign that we are at work comes back with the sessions", async () => {
    await endSessions();
    await until(
      "a newcomer sees us",
      async () => {
        const newcomer = await openDatabase(place.url);
        const found = await newcomer.join().catch(() => "away");
        await newcomer.close();
        return found === "others";
      },
      10_000,
    );
  }, 20_000);
});
