import { createDossierRegister } from "../../src/storage/dossier-register.ts";
import { openSqliteDatabase } from "../../src/storage/sqlite/sqlite-database.ts";
import { type Bot, startBot } from "../support/bot.ts";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
  const database = openSqliteDatabase(bot.databaseFile);
  await createDossierRegister(database).put([
    {
      code: "H12.34-260804-0583",
      status: 4,
      procedureName: "Đăng ký khai sinh",
      unit: "Xã Năm Căn",
      receivedOn: "2026-08-04",
      dueOn: "2026-08-14",
      finishedOn: null,
      missing: [],
      knownAt: 0,
    },
  ]);
  await database.close();
}, 120_000);
afterAll(() => bot?.stop());

test("a code pasted with words around it is answered with progress only", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends("em ơi coi giùm hồ sơ H12.34-260804-0583 tới đâu rồi?");
  const { text } = await citizen.nextMessage();
  expect(text).toContain("H12.34-260804-0583");
  expect(text).toContain("Bước 3/5");
  expect(text).not.toMatch(/khai sinh|Năm Căn|14\/0?8/i);
});

test("a code without its zeros is read back and confirmed before it is looked up", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends("h12 34 260804 583");
  const asked = await citizen.nextMessage();
  expect(asked.text).toContain("H12.34-260804-0583, đúng không");
  await citizen.taps(asked.buttons[0]!);
  expect((await citizen.nextMessage()).text).toContain("Bước 3/5");
});

test("an unknown code is asked again kindly, and guessing is throttled", async () => {
  const citizen = bot.zalo.citizen();
  const answers: string[] = [];
  for (let serial = 1; serial <= 7; serial += 1) {
    await citizen.sends(`H12.34-260805-000${serial}`);
    answers.push((await citizen.nextMessage()).text);
  }
  expect(answers[0]).not.toContain("Bước");
  expect(answers.at(-1)).not.toBe(answers[1]);
  await citizen.sends("H12.34-260804-0583");
  expect((await citizen.nextMessage()).text).not.toContain("Bước");
});
