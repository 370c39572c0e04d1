import { DatabaseSync } from "node:sqlite";
import { staffTasks } from "../../src/commands/staff-tasks.ts";
import { createSealer } from "../../src/secrets/seal.ts";
import { openSqliteDatabase } from "../../src/storage/sqlite/sqlite-database.ts";
import { createStaffTasks } from "../../src/storage/staff-tasks.ts";
import { type Bot, startBot } from "../support/bot.ts";
import { until } from "../support/until.ts";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
}, 120_000);
afterAll(() => bot.stop());

/** What the officer's command prints, on the database of the running program. */
async function officer(...words: string[]): Promise<string[]> {
  const lines: string[] = [];
  const database = openSqliteDatabase(bot.databaseFile);
  try {
    await staffTasks(words, {
      tasks: createStaffTasks(database),
      sealer: () => createSealer(new Uint8Array(32).fill(7)),
      actor: "chị Lan",
      now: Date.now,
      print: (line) => lines.push(line),
    });
  } finally {
    await database.close();
  }
  return lines;
}

function rows(sql: string): Record<string, unknown>[] {
  const file = new DatabaseSync(bot.databaseFile, { readOnly: true });
  const found = file.prepare(sql).all();
  file.close();
  return found as Record<string, unknown>[];
}
const numbersOf = (citizen: { id: string }) =>
  rows(`select shown, staff_task_id as task from callback_number where citizen_id = '${citizen.id}'`);

async function asks(text: string) {
  const citizen = bot.zalo.citizen();
  await citizen.sends(text);
  return { citizen, answer: (await citizen.nextMessage()).text };
}

test("who asks to be called back is called back: hidden in the list, opened once with a trace, gone when done", async () => {
  const { citizen, answer } = await asks("gặp cán bộ, gọi lại cho tôi số 0913 555 777 nghen");
  expect(answer).toContain("…777");
  const list = (await officer()).join("\n");
  expect(list).toContain("09xx xxx x77");
  expect(list).not.toMatch(/0913|555777/);
  const id = String(numbersOf(citizen)[0]?.task);
  expect(await officer("--reveal", id)).toEqual(["0913555777", `Đã ghi lại: chị Lan xem số của việc #${id}.`]);
  expect(rows("select actor, action, staff_task_id from staff_audit")).toEqual([
    { actor: "chị Lan", action: "reveal-number", staff_task_id: Number(id) },
  ]);
  await officer("--done", id);
  expect(numbersOf(citizen)).toEqual([]);
  expect((await officer()).join("\n")).not.toContain(`#${id} `);
  await expect(officer("--reveal", id)).rejects.toThrow(`Việc #${id} không có số điện thoại`);
  await expect(officer("--done", id)).rejects.toThrow(`Không có việc #${id}`);
});

test("a number that comes after the request for a person belongs to it", async () => {
  const { citizen } = await asks("gặp cán bộ");
  expect(numbersOf(citizen)).toEqual([]);
  await citizen.sends("số của tôi là 0913555666, cần hỏi chuyện tách thửa đất");
  await citizen.nextMessage();
  expect(numbersOf(citizen)).toMatchObject([{ shown: "09xx xxx x66", task: expect.any(Number) }]);
});

test("a number of somebody who needs no person is not kept at all, sealed or not", async () => {
  const { citizen } = await asks("làm giấy khai sinh cho con cần những gì? số tôi 0913555444");
  expect(numbersOf(citizen)).toEqual([]);
});

test("a visitor who is not signed in cannot be called back, and leaves no number", async () => {
  const visitor = bot.zalo.anonymous();
  await visitor.sends("gặp cán bộ, gọi cho tôi số 0913555333");
  await visitor.nextMessage();
  expect(numbersOf(visitor)).toEqual([]);
});

test("erasure takes the number too", async () => {
  const { citizen } = await asks("gặp cán bộ, gọi cho tôi số 0913555222");
  expect(numbersOf(citizen)).toHaveLength(1);
  await citizen.sends("xoá dữ liệu của tôi");
  await citizen.nextMessage();
  await until("the number is gone", () => numbersOf(citizen).length === 0);
});

test("what the command does not know, it says", async () => {
  for (const words of [["--xem", "1"], ["--reveal"], ["--done", "x"], ["--done", "1", "2"]]) {
    await expect(officer(...words)).rejects.toThrow("Cách dùng");
  }
});
