import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openSqliteDatabase } from "../../src/storage/sqlite/sqlite-database.ts";
import { type Bot, startBot } from "../support/bot.ts";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

/** Every byte that the program wrote: database, write-ahead log, log lines. */
function everythingWritten(): string {
  const folder = dirname(bot.databaseFile);
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"));
  return [...files, ...bot.logLines].join("\n");
}

test("a citizen-ID number is never written, however it was typed, and the citizen is told to withdraw it", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends("số căn cước của tôi là 096085012345, làm khai sinh cần gì?");
  expect((await citizen.nextMessage()).text).toContain("thu hồi");
  await citizen.sends("096 085 067 890");
  await citizen.nextMessage();
  await citizen.sendsImage("cmnd 381234567 đây em");
  await citizen.nextMessage();
  const written = everythingWritten();
  for (const secret of ["096085012345", "096 085 067 890", "096085067890", "381234567"]) {
    expect(written).not.toContain(secret);
  }
});

test("a phone number is not kept in the clear", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends("gọi lại cho tôi số 0913555777 nghen, gặp cán bộ");
  await citizen.nextMessage();
  expect(everythingWritten()).not.toContain("0913555777");
});

test("no log line holds a token, a secret or a citizen's words", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends("câu hỏi rất riêng của tôi về con tôm càng xanh?");
  await citizen.nextMessage();
  const logs = bot.logLines.join("\n");
  expect(logs).not.toContain("tôm càng xanh");
  expect(logs).not.toMatch(/app-secret-of-tests|oa-secret-of-tests|access_token/);
});

test("Zalo's withdrawal of consent erases the words, the answers and the state", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends("chuyện bí mật: tôi muốn nuôi con nuôi, cần gì?");
  await citizen.nextMessage();
  await bot.zalo.sendEvent({
    app_id: "3608465248940900001",
    event_name: "user_withdraw",
    oa_id: bot.zalo.oaId,
    user_id: citizen.id,
    timestamp: String(Date.now()),
  });
  expect((await citizen.nextMessage()).text).toContain("đã xoá");
  await citizen.sends("làm khai sinh cần gì vậy em?");
  // The notice comes again: nothing is remembered of this person.
  expect((await citizen.nextMessage()).text).toContain("quyền riêng tư");
});

test("erasure and a danger are answered although an officer has just typed", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.staffReplies("Chào anh, em là cán bộ");
  await citizen.sends("làm khai sinh cần gì vậy em?");
  await citizen.sends("cháy nhà rồi cứu với!");
  expect((await citizen.nextMessage()).text).toContain("114");
  await citizen.sends("xoá dữ liệu của tôi.");
  expect((await citizen.nextMessage()).text).toContain("đã xoá");
});

test("who asks for erasure is forgotten at once, and told so", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends("tôi hỏi chuyện đất vườn quýt nhà tôi, tách thửa cần gì?");
  await citizen.nextMessage();
  await citizen.sends("xoá dữ liệu của tôi");
  expect((await citizen.nextMessage()).text).toContain("đã xoá");
  await citizen.sends("làm khai sinh cần gì vậy em?");
  expect((await citizen.nextMessage()).text).toContain("quyền riêng tư");
  const database = openSqliteDatabase(bot.databaseFile);
  const kept = JSON.stringify([
    await database.read.selectFrom("inbox").select("body").where("citizen_id", "=", citizen.id).execute(),
    await database.read.selectFrom("outbox").select("reply").where("citizen_id", "=", citizen.id).execute(),
  ]);
  await database.close();
  expect(kept).not.toMatch(/vườn quýt|Tách thửa/);
});
