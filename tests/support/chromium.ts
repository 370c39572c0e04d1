import { existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Debian's Chromium, or the one named by CHROMIUM_PATH; null when there is none. Nothing is ever downloaded. */
export function chromiumPath(): string | null {
  const named = process.env.CHROMIUM_PATH;
  return [...(named ? [named] : []), ...PLACES].find((path) => existsSync(path)) ?? null;
}

/** For playwright-core's `launch`. */
export const CHROMIUM_ARGS: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * A suite that needs Chromium. Without one it is skipped under a name that starts with `NOT RUN:`, which the summary
 * of `npm test` repeats; under `TEST_REQUIRE=chromium` it fails instead.
 */
export function describeWithChromium(name: string, suite: (executablePath: string) => void): void {
  const path = chromiumPath();
  if (path) describe(name, () => suite(path));
  else if (process.env.TEST_REQUIRE?.includes("chromium")) describe(name, () => void test("needs Chromium", complain));
  else describe.skip(`NOT RUN: ${name} (chromium not found)`, () => suite(""));
}

function complain(): never {
  throw new Error("TEST_REQUIRE=chromium, but no Chromium was found: apt-get install chromium");
}
