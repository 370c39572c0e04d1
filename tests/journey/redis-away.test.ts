/** Two instances on one database and one Redis: wake-ups, changed knowledge, and what happens when Redis is gone. */
import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { App } from "../../src/app.ts";
import { copyOfTheData, type DataFolder } from "../knowledge/data-folder.ts";
import { type Bot, startBot } from "../support/bot.ts";
import { describeWithRedis, type OwnRedis, ownRedis } from "../support/redis.ts";
import { until } from "../support/until.ts";

const QUESTION = "lệ phí làm lại căn cước bị mất là bao nhiêu?";

describeWithRedis("two instances and a Redis", () => {
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
    bot = await startBot({ config, folders, redisPrefix: `mot-cua-test-${randomUUID()}`, knowledgeCheckMs: 20 });
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

  test("while Redis is gone answers go on, and when it is back it is used again", async () => {
    expect(await answer()).toContain("36.000 đồng");
    await redis.stop();
    for (let question = 0; question < 5; question += 1) expect(await answer()).toContain("36.000 đồng");
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
    const said = () => bot.logLines.filter((line) => line.includes("redis.away")).length;
    await until("the log says so", () => said() > 0);
    // Once for each connection, however often it is tried.
    expect(said()).toBeLessThanOrEqual(6);

    await redis.start();
    const backs = () => bot.logLines.filter((line) => line.includes("redis.back")).length;
    await until("all connections are back", () => backs() === 6, 20_000);
    expect(await answer()).toContain("36.000 đồng");
  }, 120_000);
});
