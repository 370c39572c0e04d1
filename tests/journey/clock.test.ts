/**
 * The machine's clock jumps an hour on while people write: everybody is answered, once. (An hour back: what waits at that
 * moment waits until the clock has caught up; docs/what-happens-if.md.)
 */
import { type Bot, startBot } from "../support/bot.ts";
import { type TestClock, testClock } from "../support/clock.ts";
import { PLACES, type Place } from "../support/places.ts";
import { until } from "../support/until.ts";

const QUESTION = "làm giấy khai sinh cho con cần những gì?";
const HOUR_MS = 3_600_000;

describe.each(PLACES)("a clock that jumps, on $name", ({ make }) => {
  let place: Place;
  let clock: TestClock;
  let bot: Bot;
  beforeEach(async () => {
    place = await make();
    clock = testClock("2026-11-24T02:00:00Z");
    // Zalo's own clock is another machine's.
    const ofZalo = testClock("2026-11-24T02:00:00Z");
    bot = await startBot({ now: clock, config: { databaseUrl: place.url }, zalo: { now: ofZalo, retryScale: 0.01 } });
  }, 60_000);
  afterEach(async () => {
    await bot.stop();
    await place.remove();
  });

  test("an hour on in the middle of work", async () => {
    const citizens = Array.from({ length: 20 }, () => bot.zalo.citizen());
    const sent = citizens.map((citizen) => citizen.sends(QUESTION));
    await Promise.race(sent);
    clock.moveBy(HOUR_MS);
    await Promise.all(sent);
    await until("all are answered", () => citizens.every(({ received }) => received.length > 0), 60_000);
    const late = bot.zalo.citizen();
    await late.sends(QUESTION);
    await late.nextMessage(60_000);
    await bot.zalo.settled();
    for (const { received } of [...citizens, late]) expect(received).toHaveLength(1);
  }, 120_000);

  test("an event that Zalo tells for the last time two hours later is answered, and once more is a duplicate", async () => {
    const citizen = bot.zalo.citizen();
    const options = { messageId: "late", timestamp: clock() - 2 * HOUR_MS };
    expect((await citizen.sends(QUESTION, options)).status).toBe(200);
    await citizen.nextMessage(60_000);
    expect((await citizen.sends(QUESTION, options)).status).toBe(200);
    await bot.zalo.settled();
    expect(citizen.received).toHaveLength(1);
    expect(await place.count("select count(*) as n from inbox where name = 'user_send_text'")).toBe(1);
  }, 120_000);
});
