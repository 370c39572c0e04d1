/** From `node` to the first 200, as `npm start` runs it: demo mode, an empty folder, then again with its database. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export async function measureStart(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "mot-cua-start-"));
  const times: { healthy: number; ready: number }[] = [];
  for (let run = 0; run < 5; run += 1) times.push(await once(folder));
  rmSync(folder, { recursive: true, force: true });
  const median = (pick: (time: (typeof times)[number]) => number) =>
    times
      .map(pick)
      .sort((a, b) => a - b)[2]
      ?.toFixed(0);
  return [
    `start to the first 200 (/healthz), median of 5: ${median((time) => time.healthy)} ms (aim: ≤ 1000)`,
    `start to ready (/readyz), median of 5: ${median((time) => time.ready)} ms`,
  ];
}

async function once(folder: string): Promise<{ healthy: number; ready: number }> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL("../../src/start/start.js", import.meta.url))], {
    env: { PATH: process.env.PATH, PORT: String(port), DATABASE_URL: `file:${join(folder, "start.sqlite")}` },
    stdio: "ignore",
  });
  const healthy = await first200(`http://127.0.0.1:${port}/healthz`, began);
  const ready = await first200(`http://127.0.0.1:${port}/readyz`, began);
  await new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
  return { healthy, ready };
}

async function first200(url: string, began: number): Promise<number> {
  for (;;) {
    const status = await fetch(url).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return performance.now() - began;
    if (performance.now() - began > 30_000) throw new Error(`${url} did not answer 200 within 30 s`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
