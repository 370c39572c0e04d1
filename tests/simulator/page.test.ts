import { readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { CHROMIUM_ARGS, describeWithChromium } from "../support/chromium.ts";
import { startPage } from "./answering-stub.ts";
import { closeAll } from "./stub-webhook.ts";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const WIDTHS = [
  { width: 375, height: 720 },
  { width: 1280, height: 800 },
] as const;

describeWithChromium("the simulator's page", (executablePath) => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof startPage>>;
  let problems: string[];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    site = await startPage();
    problems = [];
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await site.close();
    await closeAll();
    expect(problems).toEqual([]);
  });

  async function open(size: { width: number; height: number } = WIDTHS[1], reducedMotion?: "reduce"): Promise<Page> {
    const context = await browser.newContext({ viewport: size, ...(reducedMotion ? { reducedMotion } : {}) });
    const page = await context.newPage();
    // A refusal by the content security policy is told on the console.
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    page.setDefaultTimeout(5000);
    page.on("dialog", (dialog) => problems.push(`dialog: ${dialog.message()}`));
    await page.goto(site.url);
    return page;
  }

  async function types(page: Page, text: string): Promise<void> {
    await page.fill("#text", text);
    await page.press("#text", "Enter");
  }

  test.each(WIDTHS)("fits $width px, with no fault that axe can see", async (size) => {
    const page = await open(size);
    await types(page, `làm khai sinh cần gì ${"dài".repeat(60)}`);
    await page.waitForSelector(".theirs .buttons");
    await site.zalo.citizen("4170358264915320001").staffReplies("Dạ em là cán bộ");
    await page.getByText("nhắn từ công cụ của Zalo").waitFor();
    site.zalo.faults.next(1, "http-500");
    await page.click(".entry >> nth=0");
    await page.click(".attach summary");
    await page.evaluate(AXE);
    const report = (await page.evaluate("axe.run()")) as { violations: { id: string; nodes: { html: string }[] }[] };
    expect(report.violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(size.width);
  });

  test("what is typed is sent, answered, and still there after a reload", async () => {
    const page = await open();
    await types(page, "lam khai sinh can gi");
    await page.getByText("Dạ, em nghe: lam khai sinh can gi").first().waitFor();
    expect(await page.inputValue("#text")).toBe("");
    await page.getByRole("button", { name: "Lệ phí" }).click();
    await page.getByText("Dạ, em nghe: lệ phí khai sinh").first().waitFor();
    await site.zalo.settled();
    await page.reload();
    expect(await page.locator("#log > li").count()).toBe(4);
    expect(await page.locator("#log a[href='tel:113']").count()).toBe(2);
    expect(await page.locator("#journal > li").count()).toBe(8);
  });

  test("the inspector shows the event, its signature and both times", async () => {
    const page = await open();
    await types(page, "alo");
    const call = page.locator(".entry.out").first();
    await call.waitFor();
    expect(await call.locator("summary").textContent()).toMatch(/trả lời [\d,]+ ms/);
    const event = page.locator(".entry.in").filter({ hasText: "user_send_text" });
    await event.locator("summary").click();
    const [delivery] = site.zalo.webhookLog;
    expect(await event.textContent()).toContain(delivery!.signature);
    expect(await event.textContent()).toMatch(/HTTP 200, [\d,]+ ms/);
    expect(await event.locator("pre").textContent()).toContain('"event_name": "user_send_text"');
  });

  test("hostile words stay words", async () => {
    const page = await open();
    const words = `<script>alert(1)</script><img src=x onerror=alert(2)> " ' & \u202eđảo ngược`;
    await types(page, words);
    await page.waitForSelector(".theirs");
    expect(await page.locator(".mine .text").textContent()).toBe(words);
    await page.fill("#name", "<b onclick=alert(3)>Bà Năm");
    await page.press("#name", "Enter");
    await page.waitForURL(/nguoi=/);
    expect(await page.locator(".people [aria-current]").textContent()).toBe("<b onclick=alert(3)>Bà Năm");
    await page.goto(site.url);
    expect(await page.locator(".mine .text").textContent()).toBe(words);
    expect(await page.locator("#log script, #log img, .people b").count()).toBe(0);
  });

  test("Enter does not send while a Vietnamese letter is being composed", async () => {
    const page = await open();
    await page.fill("#text", "đa");
    await page.dispatchEvent("#text", "keydown", { key: "Enter", isComposing: true });
    await types(page, "đã xong");
    await page.waitForSelector(".theirs");
    expect(site.zalo.chat.filter((line) => line.from === "citizen").map((line) => line.text)).toEqual(["đã xong"]);
  });

  test("everything in the attach menu goes out, by keyboard alone", async () => {
    const page = await open(WIDTHS[0]);
    for (let things = 0; things < 6; things++) {
      await page.focus(".attach summary");
      await page.keyboard.press("Enter");
      for (let tab = 0; tab <= things; tab++) await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.locator("#log > li").nth(things).waitFor();
    }
    await site.zalo.settled();
    expect(site.zalo.webhookLog.map((one) => one.event?.event_name)).toEqual([
      "user_send_image",
      "user_send_location",
      "user_send_sticker",
      "user_send_file",
      "user_send_audio",
      "user_send_business_card",
    ]);
    await page.focus(".attach summary");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    expect(await page.locator(".things").isVisible()).toBe(false);
  });

  test("following and unfollowing, with the button that says which", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Quan tâm", exact: true }).click();
    await page.getByRole("button", { name: "Bỏ quan tâm" }).click();
    await page.getByRole("button", { name: "Quan tâm", exact: true }).waitFor();
    await site.zalo.settled();
    expect(site.zalo.webhookLog.map((one) => one.event?.event_name)).toEqual(["follow", "unfollow"]);
  });

  test("a visitor who is not signed in has no following and no officer", async () => {
    const page = await open();
    await page.getByRole("link", { name: "Khách ẩn danh" }).click();
    await page.getByRole("region", { name: "Điện thoại của Khách ẩn danh" }).waitFor();
    expect(await page.locator("#follow, #staff").count()).toBe(0);
    await types(page, "mấy giờ mở cửa");
    await page.locator(".entry", { hasText: "anonymous_send_text" }).waitFor();
  });

  test("a chosen fault is shown until it has happened; a message that did not arrive says so", async () => {
    const page = await open();
    await page.selectOption("#fault", "http-500");
    await page.getByRole("button", { name: "Gây sự cố" }).click();
    await page.locator(".waiting", { hasText: "Zalo trả lỗi 500" }).waitFor();
    await types(page, "alo");
    await page.getByText("Chưa có sự cố nào chờ xảy ra").waitFor();
    site.webhook.answer = () => 503;
    await types(page, "còn ai không");
    await page.getByText("Chưa tới: máy chủ trả lời 503").waitFor();
  });

  test("two open pages see the same person's conversation, and another person's stays apart", async () => {
    const first = await open();
    const second = await open();
    const other = await open();
    await other.getByRole("link", { name: "Chị Tư" }).click();
    await other.getByRole("region", { name: "Điện thoại của Chị Tư" }).waitFor();
    await types(first, "chào em");
    await second.locator(".mine", { hasText: "chào em" }).waitFor();
    await other.locator(".entry", { hasText: "chào em" }).first().waitFor();
    expect(await other.locator("#log > li").count()).toBe(0);
  });

  test("nothing moves for those who asked for less motion", async () => {
    const page = await open(WIDTHS[1], "reduce");
    await types(page, "alo");
    await page.waitForSelector(".theirs");
    expect(await page.evaluate("getComputedStyle(document.querySelector('.line')).animationName")).toBe("none");
  });
});
