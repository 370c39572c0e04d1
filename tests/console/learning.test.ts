/** From what was not answered to a phrase that is; and telling those who got a wrong answer. */
import type { Browser } from "playwright-core";
import { groupsOf } from "../../src/console/learning/groups.ts";
import { smallData } from "../public/small-data.ts";
import { describeWithChromium } from "../support/chromium.ts";
import { launch, looksRight, type Screen, screen } from "./browser.ts";
import { type Office, openOffice } from "./office.ts";

test("messages are put together by likeness, marks and case aside, the largest group first", async () => {
  const said = ["đóng tiền rác ở đâu", "dong tien rac o dau", "Đóng tiền rác ở đâu vậy?", "giá lúa hôm nay"];
  const groups = await groupsOf(said.map((words, at) => ({ words, decision: at === 3 ? "decline" : "ask_back", at })));
  expect(groups.map(({ count, wordings }) => [count, wordings.length])).toEqual([
    [3, 3],
    [1, 1],
  ]);
  expect(groups[0]?.keys).toHaveLength(2);
});

describeWithChromium("learning in a browser", (executablePath) => {
  let data: Awaited<ReturnType<typeof smallData>>;
  let office: Office;
  let browser: Browser;
  let admin: Screen;
  beforeAll(async () => {
    data = await smallData();
    office = await openOffice({ folders: data.folders });
    browser = await launch(executablePath);
    admin = await screen(browser, office.bot.url);
    const value = office.admin.cookies.get("mc_phien") ?? "";
    await admin.context.addCookies([{ name: "mc_phien", value, url: `${office.bot.url}/can-bo`, httpOnly: true }]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await office?.bot.stop();
    await data?.remove();
  });
  afterEach(() => expect(admin.problems).toEqual([]));

  async function asks(words: string) {
    const citizen = office.bot.zalo.citizen();
    await citizen.sends(words);
    return { citizen, text: (await citizen.nextMessage()).text };
  }

  test("an unanswered group becomes a phrase of a topic in one step, its number masked", async () => {
    const { page } = admin;
    for (const words of ["cà rá gẫy khúc lìa 0912345678", "ca ra gay khuc lia"]) await asks(words);
    await page.goto("/can-bo");
    await page.getByRole("link", { name: /\d+ nhóm câu chưa trả lời được/ }).click();
    await page.waitForURL("**/chua-tra-loi");
    const group = page.locator(".panel", { hasText: /khúc lìa|khuc lia/ });
    expect(await group.count()).toBeGreaterThan(0);
    expect(await page.locator("main").textContent()).not.toContain("0912345678");
    await looksRight(page, "chua-tra-loi");
    await group.first().getByText("Dạy cho trợ lý").click();
    await group.first().getByLabel("Câu này thuộc chủ đề").selectOption("ket_hon");
    await group.first().getByLabel("Cách nói sẽ dạy").fill("cà rá gẫy khúc lìa");
    await group.first().getByRole("button", { name: "Thêm vào chủ đề" }).click();
    await page.waitForURL("**/chu-de/ket_hon/xem-lai");
    expect(await page.locator("ins").allTextContents()).toEqual(["cà rá gẫy khúc lìa"]);
    await page.goto("/can-bo/nhat-ky");
    expect(await page.locator("tbody").textContent()).toContain("Dạy thành cách nói");
  }, 60_000);

  test("an answer that a citizen called wrong is listed under its question, and they are sent to the desk kindly", async () => {
    const { page } = admin;
    const { citizen, text } = await asks("làm khai sinh cần gì vậy em");
    expect(text).toContain("khai sinh");
    await citizen.sends("sai rồi");
    expect((await citizen.nextMessage()).text).toMatch(/xin lỗi.*\n.*hỏi quầy/s);
    // Said to a greeting, or a second time, it is about no answer.
    await citizen.sends("không đúng");
    expect((await citizen.nextMessage()).text).not.toContain("ghi lại để cán bộ xem");
    await page.goto("/can-bo/chua-tra-loi");
    const group = page.locator(".panel", { hasText: "làm khai sinh cần gì vậy em" });
    expect(await group.textContent()).toContain("dân nói trả lời sai: 1");
    expect(await page.locator(".panel h2", { hasText: "sai rồi" }).count()).toBe(0);
    await looksRight(page, "dan-noi-sai");
    await group.getByRole("button", { name: "Đã xem, không phải sửa" }).click();
    expect(await page.locator("main").textContent()).not.toContain("dân nói trả lời sai: 1");
    const again = await asks("làm khai sinh cần gì vậy em");
    await again.citizen.sends("trả lời sai rồi");
    await again.citizen.nextMessage();
    await page.goto("/can-bo/chua-tra-loi");
    expect(await page.locator("main").textContent()).toContain("dân nói trả lời sai: 1");
  }, 60_000);

  test("an answer to a tapped button that a citizen called wrong is listed by the button and the question before it", async () => {
    const { page } = admin;
    const citizen = office.bot.zalo.citizen();
    await citizen.sends("cho hỏi đăng ký kết hôn cần giấy gì");
    const button = (await citizen.nextMessage()).buttons.find(({ title }) => title === "Lệ phí");
    await citizen.taps(button!);
    await citizen.nextMessage();
    await citizen.sends("sai rồi");
    await citizen.nextMessage();
    await page.goto("/can-bo/chua-tra-loi");
    const group = page.locator(".panel", {
      hasText: "Lệ phí (bấm nút sau “cho hỏi đăng ký kết hôn cần giấy gì”)",
    });
    expect(await group.textContent()).toContain("dân nói trả lời sai: 1");
    await group.getByRole("button", { name: "Đã xem, không phải sửa" }).click();
    expect(await page.locator("main").textContent()).not.toContain("bấm nút sau");
  }, 60_000);

  test("who got a wrong fee is found and told, and it is written down", async () => {
    const { page } = admin;
    const { citizen, text } = await asks("mất căn cước làm lại bao nhiêu tiền");
    expect(text).toContain("35.000");
    await asks("làm khai sinh cần gì");
    await page.goto("/can-bo/tri-thuc/thu-tuc/can-cuoc-cap-lai");
    await page.getByRole("link", { name: /Ai đã nhận điều sai này/ }).click();
    await page.getByLabel("Phần nào sai").selectOption("fees.0");
    await page.getByRole("button", { name: "Tìm" }).click();
    expect(await page.locator("tbody tr").count()).toBe(1);
    await looksRight(page, "dinh-chinh");
    await page.getByLabel(/Viết như nói với dân/).fill("Dạ, hôm trước em nói lệ phí chưa đúng. Đúng là 40.000 đồng.");
    await page.getByRole("button", { name: "Gửi cho 1 người" }).click();
    expect((await citizen.nextMessage()).text).toContain("Đúng là 40.000 đồng");
    await page.goto("/can-bo/nhat-ky");
    expect(await page.locator("tbody").textContent()).toContain("Gửi lời đính chính");
  }, 60_000);
});
