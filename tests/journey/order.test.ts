import { type Bot, startBot } from "../support/bot.ts";
import { PLACES, type Place } from "../support/places.ts";
import { until } from "../support/until.ts";

/** TEST_LONG=1 is the long run of the acceptance: 200 citizens with 50 messages each. */
const LONG = process.env.TEST_LONG === "1";
const CITIZENS = LONG ? 200 : 20;
const QUESTIONS = [
  { text: "làm giấy khai sinh cho con cần những gì?", about: /khai sinh/i },
  { text: "đăng ký kết hôn cần giấy tờ gì?", about: /kết hôn/i },
  { text: "mất căn cước làm lại ở đâu?", about: /căn cước/i },
  { text: "đăng ký tạm trú cần giấy tờ gì?", about: /tạm trú/i },
  { text: "đăng ký khai tử cần giấy tờ gì?", about: /khai tử/i },
] as const;
const MESSAGES = LONG ? 50 : 10;

describe.each(PLACES)("order, on $name", ({ make }) => {
  let place: Place;
  let bot: Bot;
  beforeAll(async () => {
    // Patient, so that a busy machine does not make Zalo repeat an event out of its order.
    place = await make();
    bot = await startBot({ config: { databaseUrl: place.url }, zalo: { webhookTimeoutMs: 60_000 } });
  }, 120_000);
  afterAll(async () => {
    await bot.stop();
    await place.remove();
  });

  test(
    "many citizens write many messages, Zalo repeats and refuses some: each gets every answer once, in order",
    async () => {
      const questions = Array.from({ length: MESSAGES }, (_, index) => QUESTIONS[index % QUESTIONS.length]!);
      const citizens = Array.from({ length: CITIZENS }, () => bot.zalo.citizen());
      // One refusal after every eleven sends: refusals in a row would be an outage, which is waited out for minutes.
      let sent = 0;
      const off = bot.zalo.on((notice) => {
        if (notice.kind !== "sent") return;
        sent += 1;
        if (sent % 11 === 0) bot.zalo.faults.next(1, { errorCode: -214 });
      });
      await Promise.all(
        citizens.map(async (citizen, number) => {
          const said: { text: string; options: { messageId: string; timestamp: number } }[] = [];
          for (const [index, { text }] of questions.entries()) {
            const options = { messageId: `m-${number}-${index}`, timestamp: Date.now() };
            said.push({ text, options });
            expect((await citizen.sends(text, options)).status).toBe(200);
            // One said before comes once more, out of its place.
            const again = said[(number * 7 + index * 3) % said.length]!;
            expect((await citizen.sends(again.text, again.options)).status).toBe(200);
          }
        }),
      );
      await until(
        "all have all",
        () => citizens.every(({ received }) => received.length >= MESSAGES),
        LONG ? 1_800_000 : 120_000,
      );
      off();
      for (const { received } of citizens) {
        expect(received).toHaveLength(MESSAGES);
        for (const [index, { about }] of questions.entries()) expect(received[index]?.text).toMatch(about);
      }
    },
    LONG ? 2_000_000 : 180_000,
  );
});
