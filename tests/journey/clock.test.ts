/** The machine's clock jumps an hour on or back while people write: everybody is answered, once, and nobody waits for it. */
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

  test("an hour back while replies wait for another try or for their echo, and turns are in hand", async () => {
    const waiting = (more: string) =>
      place.count(`select count(*) as n from outbox where status in (0, 1, 2) and ${more}`);
    const citizens = Array.from({ length: 20 }, () => bot.zalo.citizen());
    bot.zalo.faults.next(4, "timeout-and-echo-withheld");
    bot.zalo.faults.next(2, "rate-limit");
    await Promise.all(citizens.map((citizen) => citizen.sends(QUESTION)));
    await until("one was refused", async () => (await waiting(`status = 0 and not_before > ${clock()}`)) > 0, 60_000);
    await until("of one nobody knows", async () => (await waiting("status = 2")) > 0, 60_000);
    const late = [bot.zalo.citizen(), bot.zalo.citizen()];
    const sent = late.map((citizen) => citizen.sends(QUESTION));
    clock.moveBy(-HOUR_MS);
    await Promise.all(sent);
    await until("no rest lasts an hour", async () => (await waiting(`not_before > ${clock() + 61_000}`)) === 0, 30_000);

    // What was refused is tried again within its minute, and so is what no echo settled.
    clock.moveBy(61_000);
    await until("everything is settled", async () => (await waiting("true")) === 0, 60_000);
    await bot.zalo.settled();
    const answers = [...citizens, ...late].map(({ received }) => received.length);
    expect(answers.filter((count) => count === 1)).toHaveLength(18);
    // Sent again, as by rule: Zalo took them and never echoed.
    expect(answers.filter((count) => count === 2)).toHaveLength(4);
  }, 240_000);

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
