/** A real browser for the console: faults that axe sees, what went wrong on the way, and photographs to look at. */
import { mkdirSync, readFileSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { CHROMIUM_ARGS } from "../support/chromium.ts";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
/** Where photographs go; unset: none are taken. */
const PHOTOS = process.env.PHOTOS;

export type Screen = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors and requests to elsewhere. */
  readonly problems: string[];
};

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });

export async function screen(browser: Browser, url: string, width = 1280): Promise<Screen> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, baseURL: url });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) problems.push(message.text());
  });
  page.on("pageerror", (error) => void problems.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(url)) problems.push(`asked ${request.url()}`);
  });
  return { page, context, problems };
}

/** What axe finds, as [rule, where]. */
export async function faults(page: Page): Promise<unknown> {
  await page.evaluate(AXE);
  const report = (await page.evaluate("axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] })")) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return report.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]);
}

/** Axe clean and no sideways scrolling, on an old office screen and on a phone; photographed when asked. */
export async function looksRight(page: Page, name: string): Promise<void> {
  for (const width of [1024, 375]) {
    await page.setViewportSize({ width, height: 800 });
    expect([name, width, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([name, width, width]);
    expect([name, width, await faults(page)]).toEqual([name, width, []]);
    if (PHOTOS) {
      mkdirSync(PHOTOS, { recursive: true });
      const clip = { x: 0, y: 0, width, height: width > 800 ? 1040 : 1500 };
      await page.screenshot({ path: `${PHOTOS}/${name}-${width}.png`, fullPage: true, clip });
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}
