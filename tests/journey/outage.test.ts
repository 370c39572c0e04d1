import { DatabaseSync } from "node:sqlite";
import type { Fault } from "../../src/simulator/index.ts";
import { type Bot, startBot } from "../support/bot.ts";
import { stillClock, type TestClock } from "../support/clock.ts";
import { until } from "../support/until.ts";

const CITIZENS = 40;
const QUESTION = "làm giấy khai sinh cho con cần những gì?";
let clock: TestClock;
let bot: Bot;
beforeEach(async () => {
  clock = stillClock("2026-11-24T02:00:00Z");
  bot = await startBot({ now: clock });
});
afterEach(() => bot.stop());

const uncertain = () => bot.app.count("deliveries", { what: "uncertain", code: "unknown" });
const count = (where: string) => {
  const file = new DatabaseSync(bot.databaseFile, { readOnly: true });
  const { n } = file.prepare(`select count(*) as n from outbox where ${where}`).get() as { n: number };
  file.close();
  return n;
};

/** Replies pile up behind a rate limit, so that all of them are due at one moment. */
async function pileUp() {
  bot.zalo.faults.next(1, "rate-limit");
  await bot.zalo.citizen().sends(QUESTION);
  await until("the limit is known", () => bot.app.count("deliveries", { what: "again", code: "-32" }) === 1);
  const citizens = Array.from({ length: CITIZENS }, () => bot.zalo.citizen());
  const taken = await Promise.all(citizens.map((citizen) => citizen.sends(QUESTION)));
  expect(taken.map(({ status }) => status)).toEqual(Array(CITIZENS).fill(200));
  await until("all replies wait", () => count("status = 0") === CITIZENS + 1);
  return citizens;
}

test.each<[string, Fault]>([
  ["answers 500", "http-500"],
  ["breaks off its answers", "reset"],
  ["answers nonsense", "invalid-json"],
  ["hangs", { hangMs: 30_000 }],
])(
  "while Zalo %s, ten sends at most meet it, the door is open, and afterwards everybody has one answer",
  async (_name, fault) => {
    const citizens = await pileUp();
    bot.zalo.faults.next(Number.POSITIVE_INFINITY, fault);
    clock.moveBy(62_000);
    const late = bot.zalo.citizen();
    await until("the pause has begun", () => uncertain() >= 5);
    await until("all that had left came back", () => count("status = 1") === 0);
    expect(uncertain()).toBeLessThanOrEqual(10);
    expect((await late.sends(QUESTION)).status).toBe(200);

    bot.zalo.faults.clear();
    await until("everybody has an answer", () => {
      clock.moveBy(1_000);
      return [...citizens, late].every(({ received }) => received.length > 0);
    });
    for (const { received } of [...citizens, late]) expect(received).toHaveLength(1);
  },
  30_000,
);
