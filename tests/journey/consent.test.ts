import { openSqliteDatabase } from "../../src/storage/sqlite/sqlite-database.ts";
import { type Bot, startBot } from "../support/bot.ts";

const NOW = Date.parse("2026-11-25T09:00:00+07:00");
const started = Date.now();
let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ now: () => NOW + Date.now() - started });
}, 120_000);
afterAll(() => bot?.stop());

type Citizen = ReturnType<Bot["zalo"]["citizen"]>;
async function says(citizen: Citizen, text: string) {
  await citizen.sends(text);
  return citizen.nextMessage();
}
async function taps(citizen: Citizen, message: Awaited<ReturnType<Citizen["nextMessage"]>>, title: string) {
  const button = message.buttons.find((each) => each.title === title);
  if (!button) throw new Error(`no button “${title}”: ${message.buttons.map((each) => each.title).join(", ")}`);
  await citizen.taps(button);
  return citizen.nextMessage();
}
async function rows(table: "consent" | "rating" | "staff_task") {
  const database = openSqliteDatabase(bot.databaseFile);
  try {
    return (await database.read.selectFrom(table).selectAll().execute()) as Record<string, unknown>[];
  } finally {
    await database.close();
  }
}
const added = async (table: "consent" | "rating" | "staff_task", before: number) => (await rows(table)).slice(before);

describe.each([
  ["a photo", "photo", "hình", (citizen: Citizen) => citizen.sendsImage()],
  ["a location", "location", "vị trí", (citizen: Citizen) => citizen.sendsLocation()],
] as const)("%s", (_what, purpose, called, send) => {
  test("is asked about first; with “Không” nothing but the answer is kept", async () => {
    const [consents, tasks] = [(await rows("consent")).length, (await rows("staff_task")).length];
    const citizen = bot.zalo.citizen();
    await send(citizen);
    const question = await citizen.nextMessage();
    expect(question.text).toContain(`em không giữ ${called}. Anh/chị đồng ý không ạ?`);
    expect(await added("consent", consents)).toEqual([]);
    expect((await taps(citizen, question, "Không")).text).toContain("không ghi gì");
    expect(await added("consent", consents)).toMatchObject([
      { purpose, answer: "no", notice_version: `${purpose}-1`, at: expect.any(Number) },
    ]);
    expect(await added("staff_task", tasks)).toEqual([]);
  });

  test("with “Đồng ý” an officer is told that it came, and the yes is kept with time, purpose and version", async () => {
    const [consents, tasks] = [(await rows("consent")).length, (await rows("staff_task")).length];
    const citizen = bot.zalo.citizen();
    await send(citizen);
    await citizen.nextMessage();
    expect((await says(citizen, "dạ đồng ý")).text).toContain("cán bộ");
    expect(await added("consent", consents)).toMatchObject([
      { purpose, answer: "yes", notice_version: `${purpose}-1`, at: expect.any(Number) },
    ]);
    const [task, ...others] = await added("staff_task", tasks);
    expect(others).toEqual([]);
    expect(task).toMatchObject({ kind: "ask-staff", citizen_id: citizen.id });
    expect(task?.detail).toContain(`Có gửi ${called} lúc 9 giờ sáng thứ Tư 25/11`);
    expect(JSON.stringify(await rows("consent"))).not.toContain(citizen.id);
    // A second one of the same moment is handed on with the same yes.
    await send(citizen);
    expect((await citizen.nextMessage()).text).not.toContain("đồng ý");
  });

  test("silence, or another question, is no consent", async () => {
    const consents = (await rows("consent")).length;
    const citizen = bot.zalo.citizen();
    await send(citizen);
    const question = await citizen.nextMessage();
    await says(citizen, "làm khai sinh cần gì vậy em?");
    await taps(citizen, question, "Đồng ý");
    expect(await added("consent", consents)).toEqual([]);
  });
});

describe("a score", () => {
  test("is asked for after a yes, and kept as a count of the day without a person", async () => {
    const consents = (await rows("consent")).length;
    const citizen = bot.zalo.citizen();
    const question = await says(citizen, "tôi muốn chấm điểm phục vụ của trung tâm");
    expect(question.text).toContain("đồng ý không");
    const scores = await taps(citizen, question, "Đồng ý");
    expect(scores.buttons.map(({ title }) => title)).toEqual([
      "Rất hài lòng",
      "Hài lòng",
      "Bình thường",
      "Không hài lòng",
      "Rất không hài lòng",
    ]);
    expect(await rows("rating")).toEqual([]);
    expect((await taps(citizen, scores, "Hài lòng")).text).toContain("ghi “Hài lòng”");
    expect(await rows("rating")).toEqual([{ day: "2026-11-25", score: 4, times: 1 }]);
    expect(await added("consent", consents)).toMatchObject([
      { purpose: "rating", answer: "yes", notice_version: "rating-1", at: expect.any(Number) },
    ]);
    expect((await says(citizen, "tôi muốn chấm điểm phục vụ của trung tâm")).text).toContain("đã chấm rồi");
    await says(citizen, "#DG:1");
    expect(await rows("rating")).toHaveLength(1);
  });

  test("told with the wish is kept as soon as they agree; one that nobody asked for is not", async () => {
    const before = await rows("rating");
    const citizen = bot.zalo.citizen();
    expect((await says(citizen, "#DG:5")).text).toContain("đồng ý không");
    expect(await rows("rating")).toEqual(before);
    const other = bot.zalo.citizen();
    const question = await says(other, "Tôi muốn chấm năm sao cho cô cán bộ quầy số 3");
    expect((await taps(other, question, "Đồng ý")).text).toContain("ghi “Rất hài lòng”");
    expect(await rows("rating")).toContainEqual({ day: "2026-11-25", score: 5, times: 1 });
  });
});

test("who asks where one may rate gets the checked answer, and the button", async () => {
  const citizen = bot.zalo.citizen();
  const answer = await says(citizen, "đánh giá cán bộ ở đâu?");
  expect(answer.text).toContain("trên Cổng");
  expect((await taps(citizen, answer, "Chấm điểm phục vụ")).text).toContain("đồng ý không");
});

test("a visitor who is not signed in is asked for nothing", async () => {
  const visitor = bot.zalo.anonymous();
  await visitor.sendsImage();
  expect((await visitor.nextMessage()).text).not.toContain("đồng ý");
});

test("“Quyền riêng tư” says what is kept, why, how long, and what one has agreed to", async () => {
  const citizen = bot.zalo.citizen();
  expect((await says(citizen, "quyền riêng tư")).text).not.toContain("đã đồng ý");
  await citizen.sendsImage();
  await taps(citizen, await citizen.nextMessage(), "Đồng ý");
  const { text } = await says(citizen, "quyền riêng tư");
  expect(text).toContain("Anh/chị đã đồng ý cho em: nhờ cán bộ xem hình (25/11/2026).");
  expect(text).toContain("90 ngày");
  expect(text).toContain("365 ngày");
});
