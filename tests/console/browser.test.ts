/** The console as an officer sees it: set up, sign in, invite, the log; light, axe clean, on a small screen too. */
import type { Browser, Page } from "playwright-core";
import { smallData } from "../public/small-data.ts";
import { type Bot, startBot } from "../support/bot.ts";
import { describeWithChromium } from "../support/chromium.ts";
import { faults, launch, looksRight, type Screen, screen } from "./browser.ts";
import { FIRST } from "./office.ts";

const LIMIT = 150 * 1024;

describeWithChromium("the console in a browser", (executablePath) => {
  let data: Awaited<ReturnType<typeof smallData>>;
  let bot: Bot;
  let browser: Browser;
  let admin: Screen;
  beforeAll(async () => {
    data = await smallData();
    bot = await startBot({ folders: data.folders });
    browser = await launch(executablePath);
    admin = await screen(browser, bot.url);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await bot?.stop();
    await data?.remove();
  });
  afterEach(() => expect(admin.problems).toEqual([]));

  test("the first start: the printed link, an account, the first page", async () => {
    const { page } = admin;
    await page.goto((await bot.app.firstOfficerLink()) ?? "", { waitUntil: "networkidle" });
    await looksRight(page, "bat-dau");
    await page.getByLabel("Họ và tên").fill(FIRST.name);
    await page.getByLabel("Tên đăng nhập").fill(FIRST.login);
    await page.getByLabel("Mật khẩu", { exact: true }).fill("ngắn");
    await page.getByLabel("Ghi lại mật khẩu").fill("ngắn");
    await page.getByRole("button", { name: "Tạo tài khoản" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("ít nhất 10 ký tự");
    await page.getByLabel("Mật khẩu", { exact: true }).fill(FIRST.password);
    await page.getByLabel("Ghi lại mật khẩu").fill(FIRST.password);
    await page.getByRole("button", { name: "Tạo tài khoản" }).click();
    await page.waitForURL("**/can-bo");
    expect(await page.getByRole("status").textContent()).toContain(`Chào ${FIRST.name}`);
    await looksRight(page, "hom-nay-trong");
  });

  test("inviting an editor, who makes an account and finds no page of the administrator's", async () => {
    const { page } = admin;
    await page.getByRole("link", { name: "Cán bộ", exact: true }).click();
    await page.getByLabel("Họ và tên").fill("Trần Văn Nam");
    await page.getByLabel("Biên tập").check();
    await page.getByRole("button", { name: "Tạo đường dẫn mời" }).click();
    const link = await page.getByLabel(/Đường dẫn dùng một lần/).inputValue();
    await looksRight(page, "duong-dan");
    const nam = await screen(browser, bot.url);
    await nam.page.goto(link);
    expect(await nam.page.getByLabel("Họ và tên").inputValue()).toBe("Trần Văn Nam");
    await nam.page.getByLabel("Tên đăng nhập").fill("tran.van.nam");
    await nam.page.getByLabel("Mật khẩu", { exact: true }).fill(FIRST.password);
    await nam.page.getByLabel("Ghi lại mật khẩu").fill(FIRST.password);
    await nam.page.getByRole("button", { name: "Tạo tài khoản" }).click();
    await nam.page.waitForURL("**/can-bo");
    expect(await nam.page.getByRole("link", { name: "Cán bộ", exact: true }).count()).toBe(0);
    await nam.page.goto("/can-bo/nhan-su");
    expect(await nam.page.locator("h1").textContent()).toContain("không có quyền");
    await looksRight(nam.page, "khong-co-quyen");
    await nam.page.goto("/can-bo/tai-khoan");
    await looksRight(nam.page, "tai-khoan");
    expect(nam.problems).toEqual([]);
    await nam.context.close();
    await page.getByRole("link", { name: "Xong" }).click();
    await looksRight(page, "can-bo");
    await page.getByRole("link", { name: "Trần Văn Nam" }).click();
    await looksRight(page, "mot-can-bo");
  });

  test("on a phone the menu is one link away, and closes again", async () => {
    const { page } = admin;
    await page.setViewportSize({ width: 375, height: 700 });
    await page.goto("/can-bo");
    const menu = page.getByRole("navigation", { name: "Các trang" });
    expect(await menu.isVisible()).toBe(false);
    await page.getByRole("link", { name: "Các trang" }).click();
    await menu.getByRole("link", { name: "Đóng" }).click();
    expect(await menu.isVisible()).toBe(false);
    await page.getByRole("link", { name: "Các trang" }).click();
    expect(await faults(page)).toEqual([]);
    await menu.getByRole("link", { name: "Cài đặt" }).click();
    await page.waitForURL("**/cai-dat");
    expect(await menu.isVisible()).toBe(false);
    await page.setViewportSize({ width: 1024, height: 800 });
    expect(await menu.isVisible()).toBe(true);
    expect(
      await page
        .getByRole("link", { name: /^(Các trang|Đóng)$/ })
        .filter({ visible: true })
        .count(),
    ).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test("the log names who did what, can be looked through, and is whole", async () => {
    const { page } = admin;
    await page.getByRole("link", { name: "Nhật ký" }).click();
    await page.getByLabel("Việc").selectOption({ label: "Nhận lời mời, tạo tài khoản" });
    await page.getByRole("button", { name: "Lọc" }).click();
    expect(await page.locator("tbody tr").allTextContents()).toEqual([expect.stringContaining("Trần Văn Nam")]);
    await page.getByRole("button", { name: "Kiểm tra chuỗi" }).click();
    expect(await page.getByRole("status").textContent()).toContain("còn nguyên");
    await looksRight(page, "nhat-ky");
  });

  test.each([
    "tri-thuc/thu-tuc",
    "tri-thuc/thu-tuc/dang-ky-khai-sinh/sua",
    "tri-thuc/chu-de/ket_hon/sua",
    "viec-can-lam?ds=chua-chac",
  ])("%s is below 150 KB with everything, opened first", async (path) => {
    const { page, context } = await screen(browser, bot.url);
    await context.addCookies(await admin.context.cookies(`${bot.url}/can-bo`));
    const weight = weigh(page);
    await page.goto(`/can-bo/${path}`, { waitUntil: "networkidle" });
    expect(await page.getByRole("heading", { level: 1 }).textContent()).not.toContain("Đăng nhập");
    expect(weight()).toBeGreaterThan(10_000);
    expect(weight()).toBeLessThan(LIMIT);
    await context.close();
  });

  test("signing in by keyboard alone; below 150 KB with everything", async () => {
    const { page, context } = await screen(browser, bot.url);
    const weight = weigh(page);
    await page.goto("/can-bo", { waitUntil: "networkidle" });
    expect(weight()).toBeGreaterThan(10_000);
    expect(weight()).toBeLessThan(LIMIT);
    await looksRight(page, "dang-nhap");
    await page.getByLabel("Tên đăng nhập").focus();
    await page.keyboard.type(FIRST.login);
    await page.keyboard.press("Tab");
    await page.keyboard.type(FIRST.password);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/can-bo");
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toBe("Tới nội dung chính");
    await context.close();
  });
});

/** Bytes that have come since, as they crossed the line. */
function weigh(page: Page): () => number {
  let bytes = 0;
  page.on("response", (response) => {
    bytes += Number(response.headers()["content-length"] ?? 0);
  });
  return () => bytes;
}
