/** The data files are edited while the program runs: what is right is used, what is broken is told and not used. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { copyOfTheData, type DataFolder } from "../knowledge/data-folder.ts";
import { type Bot, startBot } from "../support/bot.ts";
import { testClock } from "../support/clock.ts";
import { until } from "../support/until.ts";

let data: DataFolder;
let bot: Bot;
beforeAll(async () => {
  data = await copyOfTheData();
  bot = await startBot({
    now: testClock("2026-11-24T02:00:00Z"),
    knowledgeCheckMs: 20,
    folders: { procedures: data.data, intents: data.intents },
  });
});
afterAll(async () => {
  await bot.stop();
  await data.remove();
});

/** Learning takes seconds, many of them on a busy machine. */
const SLOW_MS = 60_000;

const record = () => join(data.data, "thu-tuc/can-cuoc/can-cuoc-cap-lai.yaml");
const reloads = (outcome: string) => bot.app.count("knowledge_reloads", { outcome });

async function feeAnswer(): Promise<string> {
  const citizen = bot.zalo.citizen();
  await citizen.sends("lệ phí làm lại căn cước bị mất là bao nhiêu?");
  return (await citizen.nextMessage()).text;
}

test(
  "an edited fee is in the next answer; a broken file changes nothing, is told once, and is mended",
  async () => {
    const good = await readFile(record(), "utf8");
    expect(await feeAnswer()).toContain("35.000 đồng");

    await writeFile(record(), good.replace("amount: 35000", "amount: 36000"));
    await until("the edit is used", () => reloads("used") === 1, SLOW_MS);
    expect(await feeAnswer()).toContain("36.000 đồng");

    await writeFile(record(), good.replace("amount: 35000", "amount: ba mươi lăm ngàn"));
    await until("the broken file is noticed", () => reloads("kept") === 1, SLOW_MS);
    expect(await feeAnswer()).toContain("36.000 đồng");
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
    const told = bot.logLines.filter((line) => line.includes("knowledge.broken")).map((line) => JSON.parse(line));
    expect(told).toEqual([
      expect.objectContaining({
        file: record(),
        line: expect.any(Number),
        field: expect.stringMatching(/^fees\.\d\.amount$/),
      }),
    ]);

    await writeFile(record(), `${good.replace("amount: 35000", "amount: ba mươi lăm ngàn")}\n`);
    await until("it is still broken", () => reloads("kept") === 2, SLOW_MS);
    const db = new DatabaseSync(bot.databaseFile, { readOnly: true });
    const tasks = db.prepare("select detail from staff_task where kind = 'knowledge.files'").all();
    db.close();
    expect(tasks).toEqual([{ detail: "broken" }]);

    await writeFile(record(), good);
    await until("the mended file is used", () => reloads("used") === 2, SLOW_MS);
    expect(await feeAnswer()).toContain("35.000 đồng");
  },
  4 * SLOW_MS,
);
