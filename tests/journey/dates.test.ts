/** Time is part of a fact: the same questions on the days on which rules end and begin. */
import { type Bot, startBot } from "../support/bot.ts";
import { testClock } from "../support/clock.ts";

const clock = testClock("2026-12-31T16:58:00Z");
let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ now: clock });
});
afterAll(() => bot.stop());

/** What a new citizen reads at that local moment. */
async function answerAt(moment: string, question: string): Promise<string> {
  clock.moveTo(`${moment}+07:00`);
  const citizen = bot.zalo.citizen();
  await citizen.sends(question);
  return (await citizen.nextMessage()).text;
}

test("the halved price of a lost identity card is said until the last minute of 2026, the full one from the first of 2027", async () => {
  const question = "lệ phí làm lại căn cước bị mất là bao nhiêu?";
  const before = await answerAt("2026-12-31T23:58:00", question);
  expect(before).toContain("35.000 đồng một thẻ, đến hết 31/12/2026");
  const after = await answerAt("2027-01-01T00:01:00", question);
  expect(after).toContain("70.000 đồng một thẻ");
  expect(after).not.toContain("35.000");
});

test("a fee that ended without a successor is named as ended, without its figure, and the desk is named", async () => {
  const after = await answerAt("2027-01-01T08:00:00", "thành lập công ty cổ phần lệ phí bao nhiêu?");
  expect(after).toContain("Nộp giấy: mức cũ chỉ dùng đến hết 31/12/2026, sau đó em chưa có con số chắc chắn");
  expect(after).toMatch(/hỏi lại quầy|hỏi quầy/);
  expect(after).not.toContain("25.000");
});

test("what rests on the former civil status law is free until 28/02/2027 and withdrawn on 01/03/2027", async () => {
  const question = "đăng ký kết hôn lệ phí bao nhiêu?";
  const before = await answerAt("2027-02-28T23:58:00", question);
  expect(before).toContain("miễn lệ phí, theo Luật Hộ tịch 2014 (áp dụng đến hết 28/02/2027)");
  expect(before).toMatch(/công dân số/i);
  const after = await answerAt("2027-03-01T00:01:00", question);
  expect(after).toContain("chỉ miễn đến hết 28/02/2027, sau đó em chưa có con số chắc chắn");
  expect(after).toContain("8.000 đồng một bản");
  expect(after).toMatch(/hỏi quầy/);
  expect(after).not.toContain("miễn lệ phí");
  // The waiver of copies ended with the same day: it stood in a note.
  expect(after).not.toMatch(/công dân số/i);
});

test("a general answer that has ended is not given any more", async () => {
  const question = "công dân số được miễn giảm những khoản nào?";
  expect(await answerAt("2027-02-28T20:00:00", question)).toContain("đến hết 28/02/2027");
  expect(await answerAt("2027-03-01T08:00:00", question)).not.toContain("Giảm lệ phí trước bạ");
});

test("a record whose review date has passed says so with every answer", async () => {
  const question = "đăng ký kết hôn cần giấy tờ gì?";
  const asked = /đã tới hạn đối chiếu lại, anh\/chị hỏi quầy cho chắc/;
  expect(await answerAt("2026-11-25T08:00:00", question)).not.toMatch(asked);
  expect(await answerAt("2027-03-02T08:00:00", question)).toMatch(asked);
});
