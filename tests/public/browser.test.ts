/** The pages in a real browser: small phone, large letters, strong contrast, print; nothing from elsewhere. */
import { readFileSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import decodeQR from "qr/decode.js";
import { CHROMIUM_ARGS, describeWithChromium } from "../support/chromium.ts";
import { testClock } from "../support/clock.ts";
import { readCodes } from "./qr-reader.ts";
import { NINE, type Site, startSite } from "./site.ts";
import { smallData } from "./small-data.ts";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const PAGES = [
  "/",
  "/thu-tuc",
  "/thu-tuc?q=lam%20giay%20khai%20sinh",
  "/thu-tuc?q=zzz",
  "/thu-tuc/linh-vuc/ho-tich",
  "/thu-tuc/dang-ky-khai-sinh",
  "/thu-tuc/dang-ky-khai-sinh?v=0123456789ab&ngay=2026-11-25",
  "/thu-tuc/xac-nhan-tinh-trang-hon-nhan",
  "/thu-tuc/ban-le-gas",
  "/thu-tuc/tinh-trang",
  "/thu-tuc/khong-co-trang-nay",
  "/thu-tuc/dang-ky-khai-sinh/in",
  "/thu-tuc/linh-vuc/ho-tich/in",
];
const LIMIT = 100 * 1024;

describeWithChromium("the public pages", (executablePath) => {
  let browser: Browser;
  let data: Awaited<ReturnType<typeof smallData>>;
  let site: Site;
  let problems: string[];
  let bytes: number;

  beforeAll(async () => {
    data = await smallData();
    site = await startSite({ now: testClock(NINE), folders: data.folders });
    browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.bot.stop();
    await data?.remove();
  });
  beforeEach(() => {
    problems = [];
    bytes = 0;
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(problems).toEqual([]);
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled: true, ...options });
    const page = await context.newPage();
    // A refusal by the policy, and a page that asks elsewhere, are told here.
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of 404/.test(message.text())) problems.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(site.bot.url)) problems.push(`asked ${request.url()}`);
    });
    page.on("response", (response) => {
      bytes += Number(response.headers()["content-length"] ?? Number.NaN);
    });
    await page.goto(`${site.bot.url}${path}`, { waitUntil: "networkidle" });
    return page;
  }

  async function faults(page: Page): Promise<unknown> {
    await page.evaluate(AXE);
    const report = (await page.evaluate(
      "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] })",
    )) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    return report.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]);
  }

  const width = (page: Page) => page.evaluate("document.documentElement.scrollWidth");

  test.each(PAGES)("%s: below 100 KB with everything, at home on 320 px, no fault that axe can see", async (path) => {
    const page = await open(path, { viewport: { width: 320, height: 640 } });
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThan(LIMIT);
    expect(await width(page)).toBe(320);
    expect(await faults(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await width(page)).toBe(1280);
    expect(await faults(page)).toEqual([]);
  });

  test.each([
    ["dark", { colorScheme: "dark" }],
    ["strong contrast", { contrast: "more" }],
    ["dark and strong contrast", { colorScheme: "dark", contrast: "more" }],
  ] as const)("in %s, too", async (_name, options) => {
    for (const path of [
      "/thu-tuc",
      "/thu-tuc/dang-ky-khai-sinh?v=0123456789ab&ngay=2026-11-25",
      "/thu-tuc/tinh-trang",
    ]) {
      const page = await open(path, { ...options, viewport: { width: 375, height: 700 } });
      expect([path, await faults(page)]).toEqual([path, []]);
    }
  });

  test("letters twice as large push nothing out of a phone", async () => {
    for (const path of ["/thu-tuc", "/thu-tuc/dang-ky-khai-sinh", "/thu-tuc/tinh-trang"]) {
      const page = await open(path, { viewport: { width: 320, height: 640 } });
      await page.evaluate("document.documentElement.style.setProperty('font-size', '200%')");
      expect([path, await width(page)]).toEqual([path, 320]);
    }
  });

  test("by keyboard alone: skip to the content, search, open what was found", async () => {
    const page = await open("/thu-tuc", { javaScriptEnabled: false });
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toBe("Tới nội dung chính");
    await page.focus("#q");
    await page.keyboard.type("lam giay khai sinh");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=lam/);
    await page.locator(".rows a").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/thu-tuc\/[a-z0-9-]+$/);
    expect(await page.locator("h1").count()).toBe(1);
  });

  test("what is drawn is what a phone reads", async () => {
    const { html } = await site.visit("/thu-tuc/dang-ky-khai-sinh/in");
    const [said] = readCodes(html);
    const page = await open("/thu-tuc/dang-ky-khai-sinh/in");
    // The drawn code, as pixels of the browser and not of our own making.
    const red = (await page.evaluate(`(() => {
      const svg = document.querySelector("svg.qr");
      const size = svg.viewBox.baseVal.width;
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = size * 4;
      const draw = canvas.getContext("2d");
      draw.scale(4, 4);
      draw.fillStyle = "#fff";
      draw.fillRect(0, 0, size, size);
      draw.fillStyle = "#000";
      draw.fill(new Path2D(svg.querySelector("path").getAttribute("d")));
      return [...draw.getImageData(0, 0, size * 4, size * 4).data].filter((_, i) => i % 4 === 0).map((v) => (v < 128 ? "1" : "0")).join("");
    })()`)) as string;
    const side = Math.sqrt(red.length);
    const data = Uint8Array.from([...red].flatMap((dark) => (dark === "1" ? [0, 0, 0, 255] : [255, 255, 255, 255])));
    expect(decodeQR({ width: side, height: side, data })).toBe(said);
  });

  test("every sheet is one page of A4", async () => {
    const procedures = ["dang-ky-khai-sinh", "ho-kinh-doanh-thay-doi", "ho-kinh-doanh-thanh-lap", "tach-ho"];
    const sheets = [...procedures.map((id) => `/thu-tuc/${id}/in`), "/thu-tuc/linh-vuc/ho-tich/in"];
    for (const path of sheets) {
      const page = await open(path);
      const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
      expect([path, pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length]).toEqual([path, 1]);
    }
  });
});
