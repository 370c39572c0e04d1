import { type Bot, startBot } from "../support/bot.ts";
import { type TestClock, testClock } from "../support/clock.ts";
import { until } from "../support/until.ts";

let clock: TestClock;
let bot: Bot;
beforeEach(async () => {
  clock = testClock("2026-11-24T02:00:00Z");
  bot = await startBot({ now: clock });
});
afterEach(() => bot.stop());

const QUESTION = "làm giấy khai sinh cho con cần những gì?";
const delivered = (what: string, code: string) => bot.app.count("deliveries", { what, code });

test("the same event five times, at once and after a restart, is answered once and always with 200", async () => {
  const citizen = bot.zalo.citizen();
  const options = { messageId: "m-twice", timestamp: clock() };
  const answers = await Promise.all(Array.from({ length: 5 }, () => citizen.sends(QUESTION, options)));
  await citizen.nextMessage();
  bot = await bot.restart();
  answers.push(await citizen.sends(QUESTION, options));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  await citizen.sends("cảm ơn em nhiều nghen, tạm biệt!");
  await citizen.nextMessage();
  expect(citizen.received).toHaveLength(2);
});

test("an expired token is refreshed and the reply arrives", async () => {
  const citizen = bot.zalo.citizen();
  bot.zalo.faults.next(1, "expired-token");
  await citizen.sends(QUESTION);
  expect((await citizen.nextMessage()).text).toMatch(/khai sinh/i);
  expect(citizen.received).toHaveLength(1);
});

test("a rate limit pauses until the next minute, then the reply arrives", async () => {
  const citizen = bot.zalo.citizen();
  bot.zalo.faults.next(1, "rate-limit");
  await citizen.sends(QUESTION);
  await until("the refusal is known", () => delivered("again", "-32") === 1);
  expect(citizen.received).toHaveLength(0);
  clock.moveBy(65_000);
  await citizen.nextMessage();
});

test("a send that was accepted but not answered is settled by its echo and never sent twice", async () => {
  const citizen = bot.zalo.citizen();
  bot.zalo.faults.next(1, "timeout-after-accepting");
  await citizen.sends(QUESTION);
  await citizen.nextMessage();
  await until(
    "it became uncertain",
    () => bot.app.count("deliveries", { what: "uncertain", code: "unknown" }) === 1,
    15_000,
  );
  clock.moveBy(120_000);
  await citizen.sends("cảm ơn em nhiều nghen, tạm biệt!");
  await citizen.nextMessage();
  expect(citizen.received).toHaveLength(2);
  expect(delivered("resent", "no-echo")).toBe(0);
}, 30_000);

test("a send that Zalo never got is resent once after a minute without echo, and counted", async () => {
  const citizen = bot.zalo.citizen();
  bot.zalo.faults.next(1, "http-500");
  await citizen.sends(QUESTION);
  await until("it became uncertain", () => delivered("uncertain", "unknown") === 1);
  clock.moveBy(61_000);
  await citizen.nextMessage();
  expect(delivered("resent", "no-echo")).toBe(1);
  expect(citizen.received).toHaveLength(1);
});

test("a cry for help is answered at once, also while an earlier reply is uncertain", async () => {
  const citizen = bot.zalo.citizen();
  bot.zalo.faults.next(1, "http-500");
  await citizen.sends(QUESTION);
  await until("it became uncertain", () => delivered("uncertain", "unknown") === 1);
  await citizen.sends("cháy nhà rồi cứu với");
  const help = await citizen.nextMessage();
  expect(help.text).toContain("114");
  expect(delivered("resent", "no-echo")).toBe(0);
  clock.moveBy(61_000);
  await citizen.nextMessage();
  expect(delivered("resent", "no-echo")).toBe(1);
  expect(citizen.received).toHaveLength(2);
});

test("a citizen silent for a week cannot be written to: a dead letter, and nobody else waits", async () => {
  const silent = bot.zalo.citizen();
  await silent.sends("alo");
  silent.lastInteractedAt(clock() - 8 * 86_400_000);
  await until("it is given up", () => delivered("dead", "-230") === 1);
  const other = bot.zalo.citizen();
  await other.sends(QUESTION);
  await other.nextMessage();
  expect(silent.received).toHaveLength(0);
});

test("an officer who types in Zalo's own tool silences the bot there for the stated time, and only there", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends(QUESTION);
  await citizen.nextMessage();
  await citizen.staffReplies("Chào chị, em là cán bộ hộ tịch đây");
  await citizen.sends("dạ, vậy em cần mang theo gì?");
  const other = bot.zalo.citizen();
  await other.sends(QUESTION);
  await other.nextMessage();
  expect(citizen.received).toHaveLength(1);
  clock.moveBy(3_600_001);
  await citizen.sends("còn lệ phí thì sao em?");
  await citizen.nextMessage();
  expect(citizen.received).toHaveLength(2);
});

test("each citizen's replies arrive in order while many write at once", async () => {
  const citizens = Array.from({ length: 30 }, () => bot.zalo.citizen());
  const questions = [QUESTION, "đăng ký kết hôn cần giấy tờ gì?", "mất căn cước làm lại ở đâu?"];
  await Promise.all(
    citizens.map(async (citizen) => {
      for (const question of questions) expect((await citizen.sends(question)).status).toBe(200);
    }),
  );
  await Promise.all(
    citizens.map(async (citizen) => {
      const topics = [/khai sinh/i, /kết hôn/i, /căn cước/i];
      for (const topic of topics) expect((await citizen.nextMessage(20_000)).text).toMatch(topic);
    }),
  );
}, 30_000);

test("a gentle stop under load loses nothing: what was acknowledged is answered after the next start", async () => {
  const citizens = Array.from({ length: 40 }, () => bot.zalo.citizen());
  const sent = citizens.map((citizen) => citizen.sends(QUESTION));
  await Promise.any(sent);
  const restarted = bot.restart();
  const statuses = await Promise.all(sent.map((delivery) => delivery.then(({ status }) => status)));
  bot = await restarted;
  const acknowledged = citizens.filter((_, index) => statuses[index] === 200);
  expect(acknowledged.length).toBeGreaterThan(0);
  await Promise.all(acknowledged.map((citizen) => citizen.nextMessage(20_000)));
  for (const citizen of acknowledged) expect(citizen.received).toHaveLength(1);
}, 60_000);
