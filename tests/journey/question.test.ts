import { type Bot, startBot } from "../support/bot.ts";
import { testClock } from "../support/clock.ts";

const clock = testClock("2026-11-24T02:00:00Z");
let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ now: clock });
});
afterAll(() => bot.stop());

test("a question typed without diacritics is answered from its record, with basis and check date", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends("dang ky ket hon can giay to gi vay em");
  const { text, buttons } = await citizen.nextMessage();
  expect(text).toContain("Đăng ký kết hôn");
  expect(text).toContain("1. Tờ khai đăng ký kết hôn");
  expect(text).toMatch(/Căn cứ: .+ · đối chiếu 22\/11\/2026/);
  expect(buttons.length).toBeGreaterThan(0);
});

test("a new citizen's first reply carries the notice, the second does not", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends("làm giấy khai sinh cho con cần gì?");
  expect((await citizen.nextMessage()).text).toContain("quyền riêng tư");
  await citizen.sends("còn lệ phí thì sao?");
  const second = await citizen.nextMessage();
  expect(second.text).not.toContain("quyền riêng tư");
  expect(second.text).toMatch(/khai sinh/i);
});

test("a follow-up keeps the topic, and a tapped button is answered like a question", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends("mất căn cước làm lại cần gì vậy?");
  const first = await citizen.nextMessage();
  await citizen.sends("bao lâu thì có?");
  expect((await citizen.nextMessage()).text).toContain("7 ngày làm việc");
  const button = first.buttons.find(({ title }) => /phí/i.test(title));
  expect(button).toBeDefined();
  await citizen.taps(button!);
  expect((await citizen.nextMessage()).text).toContain("35.000 đồng");
});

test("a fee that ends says until when, and is withdrawn afterwards", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends("lệ phí làm lại căn cước bị mất là bao nhiêu?");
  expect((await citizen.nextMessage()).text).toContain("đến hết 31/12/2026");
});

test("an unknown fee is said as unknown, with whom to ask, and no figure", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends("đăng ký thành lập hộ kinh doanh tốn lệ phí bao nhiêu tiền?");
  const { text } = await citizen.nextMessage();
  expect(text).toMatch(/chưa/);
  expect(text).not.toMatch(/50\.000|150\.000/);
});

test("certified copies are worked out by the record's rule, the sum shown", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends("sao y 3 ban, moi ban 5 trang het nhiu?");
  const { text } = await citizen.nextMessage();
  expect(text).toContain("7.000 đồng");
  expect(text).toContain("21.000 đồng");
});

test("alo, cho em hỏi and three short messages in a row earn one answer", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends("alo");
  await citizen.sends("cho em hỏi");
  await citizen.sends("khai sinh");
  await citizen.sends("cho con");
  await citizen.sends("cần gì vậy?");
  const { text } = await citizen.nextMessage();
  expect(text).toMatch(/khai sinh/i);
  await citizen.sends("giá vàng hôm nay bao nhiêu?");
  await citizen.nextMessage();
  expect(citizen.received).toHaveLength(2);
});

test("look-alikes are asked back with buttons, and a number picks", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.sends("làm giấy tờ ly hôn ghi chú ở nước ngoài về, hay kết hôn nước ngoài ghi vào sổ?");
  const asked = await citizen.nextMessage();
  if (asked.buttons.length > 1 && asked.text.includes("?")) {
    await citizen.sends("1");
    expect((await citizen.nextMessage()).text).not.toBe(asked.text);
  }
});

test.each([
  ["nhà tui đang cháy cứu với!", "114"],
  ["chồng em đang đánh em chảy máu!", "113"],
  ["tôi không muốn sống nữa, muốn tự tử", "115"],
])("danger comes first: %s", async (words, number) => {
  const citizen = bot.zalo.citizen();
  await citizen.sends(words);
  expect((await citizen.nextMessage()).text).toContain(number);
});

test("a picture, a voice message, a place, a sticker, a file and a contact each get one honest line", async () => {
  const citizen = bot.zalo.citizen();
  for (const send of [
    "sendsImage",
    "sendsVoice",
    "sendsLocation",
    "sendsSticker",
    "sendsFile",
    "sendsContact",
  ] as const) {
    await citizen[send]();
    const { text } = await citizen.nextMessage();
    expect(text.length).toBeGreaterThan(10);
  }
  expect(citizen.received).toHaveLength(6);
});

test("a group is never answered, an anonymous visitor gets general answers but no dossier", async () => {
  await bot.zalo.groupMessage("làm khai sinh cần gì?");
  const visitor = bot.zalo.anonymous();
  await visitor.sends("làm khai sinh cần gì vậy em?");
  expect((await visitor.nextMessage()).text).toMatch(/khai sinh/i);
  await visitor.sends("tra hồ sơ H12.99-261101-9001 giúp tôi");
  const { text } = await visitor.nextMessage();
  expect(text).not.toContain("Bước");
  expect(bot.zalo.sent.every((message) => message.to !== "")).toBe(true);
});

test("following the page is greeted once, with the notice", async () => {
  const citizen = bot.zalo.citizen();
  await citizen.follows();
  const { text } = await citizen.nextMessage();
  expect(text).toContain("trợ lý tự động");
  expect(text).toContain("quyền riêng tư");
});
