/** Two instances on one database and one Redis: wake-ups, changed knowledge, and what happens when Redis is gone. */
import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { App } from "../../src/wiring/app.ts";
import { copyOfTheData, type DataFolder } from "../knowledge/data-folder.ts";
import { type Bot, startBot } from "../support/bot.ts";
import { describeWithOwnRedis, type OwnRedis, ownRedis } from "../support/redis.ts";
import { until } from "../support/until.ts";

/** TEST_LONG=1 is the acceptance: thirty seconds by the clock. */
const AWAY_MS = process.env.TEST_LONG === "1" ? 30_000 : 0;
/** Some rounds of connecting and waiting in vain, whatever the run. */
const FROZEN_MS = Math.max(AWAY_MS, 5_000);
/** Each speaks, hears and paces over a connection of its own. */
const INSTANCES = 2;
const CONNECTIONS = 3 * INSTANCES;
/** The sixth pause is as long as any (signals/redis-client.ts). */
const TRIES = 7;
const QUESTION = "lệ phí làm lại căn cước bị mất là bao nhiêu?";

describeWithOwnRedis("two instances and a Redis", () => {
  let redis: OwnRedis;
  let data: DataFolder;
  let bot: Bot;
  let other: App;
  beforeAll(async () => {
    redis = await ownRedis();
    await redis.start();
    data = await copyOfTheData();
    const folders = { procedures: data.data, intents: data.intents };
    const config = { redisUrl: redis.url };
    // Asked without a pause for half a minute, a quick machine comes to Zalo's own limit, which is not what is tried here.
    const zalo = { requestsPerMinute: 1_000_000 };
    bot = await startBot({ config, zalo, folders, redisPrefix: `mot-cua-test-${randomUUID()}`, knowledgeCheckMs: 20 });
    // Left to itself it would never look.
    other = await bot.beside({ knowledgeCheckMs: 3_600_000 });
    await other.ready;
  }, 120_000);
  afterAll(async () => {
    await other.stop();
    await bot.stop();
    await data.remove();
    await redis.stop();
  });

  async function answer(): Promise<string> {
    const citizen = bot.zalo.citizen();
    await citizen.sends(QUESTION);
    return (await citizen.nextMessage(10_000)).text;
  }
  const reloads = (app: App) => app.count("knowledge_reloads", { outcome: "used" });

  test("knowledge that one instance sees changed is used by the other without its looking for itself", async () => {
    const record = join(data.data, "thu-tuc/can-cuoc/can-cuoc-cap-lai.yaml");
    const good = await readFile(record, "utf8");
    await writeFile(record, good.replace("amount: 35000", "amount: 36000"));
    await until("the first uses it", () => reloads(bot.app) === 1, 60_000);
    await until("so does the other", () => reloads(other) === 1, 60_000);
  }, 120_000);

  const said = (what: string) => bot.logLines.filter((line) => line.includes(what)).length;

  /** Asks one question after the other until `enough`, and for `leastMs` at least. */
  async function answersGoOn(leastMs: number, enough: () => boolean): Promise<number> {
    const began = performance.now();
    let answers = 0;
    while (!enough() || performance.now() - began < leastMs) {
      expect(await answer()).toMatch(/3[56]\.000 đồng/);
      expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
      answers += 1;
    }
    return answers;
  }

  test(
    "while Redis is gone answers go on, past the longest pause between two tries, and when it is back it is used again",
    async () => {
      expect(await answer()).toMatch(/3[56]\.000 đồng/);
      await redis.stop();
      const knocks = await redis.countKnocks();
      const answers = await answersGoOn(AWAY_MS, () => knocks.count() >= CONNECTIONS * TRIES);
      expect(answers).toBeGreaterThan(5);
      // Once for each connection, however often it is tried.
      expect(said("redis.away")).toBe(CONNECTIONS);

      await knocks.close();
      await redis.start();
      await until("all connections are back", () => said("redis.back") === CONNECTIONS, 20_000);
      expect(await answer()).toMatch(/3[56]\.000 đồng/);
    },
    3 * AWAY_MS + 120_000,
  );

  test(
    "a Redis that is there and says nothing holds up no answer, and when it speaks again it is used again",
    async () => {
      const [awayBefore, backBefore] = [said("redis.away"), said("redis.back")];
      redis.freeze();
      // Those who ask it something find out; whoever only listens waits for nothing.
      const answers = await answersGoOn(FROZEN_MS, () => said("redis.away") >= awayBefore + INSTANCES);
      expect(answers).toBeGreaterThan(0);
      redis.thaw();
      await until(
        "all that were away are back",
        () => said("redis.back") - backBefore === said("redis.away") - awayBefore,
        20_000,
      );
      expect(await answer()).toMatch(/3[56]\.000 đồng/);
    },
    3 * AWAY_MS + 120_000,
  );
});
