import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { until } from "../support/until.ts";

const START = fileURLToPath(new URL("../../src/start/start.js", import.meta.url));
const FULL = {
  ZALO_APP_ID: "1",
  ZALO_APP_SECRET: "s",
  ZALO_OA_ID: "2",
  ZALO_OA_SECRET: "o",
  DATA_KEY: "ab".repeat(32),
};
let folder: string;
let child: ChildProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mot-cua-start-"));
});
afterEach(() => {
  child?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function start(settings: Record<string, string>, nodeArguments: readonly string[] = []) {
  const port = await freePort();
  const env = {
    PATH: process.env.PATH ?? "",
    PORT: String(port),
    DATABASE_URL: `file:${folder}/x.sqlite`,
    ...settings,
  };
  const started = spawn(process.execPath, [...nodeArguments, START], { env, cwd: folder });
  child = started;
  let output = "";
  for (const stream of [started.stdout, started.stderr]) {
    stream.on("data", (chunk) => {
      output += String(chunk);
    });
  }
  const ended = new Promise<number | null>((resolve) => started.once("exit", resolve));
  return { url: `http://127.0.0.1:${port}`, port, ended, output: () => output, kill: () => started.kill("SIGTERM") };
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const statusOf = (url: string) =>
  fetch(url, { redirect: "manual" }).then(
    ({ status }) => status,
    () => 0,
  );

test("with no settings it serves the demo on this machine only, says so, and stops gently", async () => {
  const program = await start({});
  await until("it is ready", async () => (await statusOf(`${program.url}/readyz`)) === 200, 60_000);
  await until("it says where to go", () => program.output().includes("/mo-phong"));
  expect(program.output()).toContain("CHẾ ĐỘ THỬ");
  const home = await fetch(program.url, { redirect: "manual" });
  expect([home.status, home.headers.get("location")]).toEqual([302, "/mo-phong"]);
  expect(await statusOf(`${program.url}/mo-phong`)).toBe(200);
  expect(await statusOf(`${program.url}/healthz`)).toBe(200);
  for (const { address, family } of Object.values(networkInterfaces()).flatMap((each) => each ?? [])) {
    if (family === "IPv4" && !address.startsWith("127."))
      expect(await statusOf(`http://${address}:${program.port}`)).toBe(0);
  }
  const asked = performance.now();
  program.kill();
  expect(await program.ended).toBe(0);
  expect(performance.now() - asked).toBeLessThan(10_000);
}, 90_000);

test("with Zalo's settings there is no simulator, and the door and its proofs are open", async () => {
  const program = await start({ ...FULL, ZALO_SITE_VERIFICATION: "ABC123" });
  await until("it listens", async () => (await statusOf(`${program.url}/healthz`)) === 200, 60_000);
  expect(await statusOf(`${program.url}/mo-phong`)).toBe(404);
  expect(await statusOf(`${program.url}/webhooks/zalo`)).toBe(200);
  expect((await fetch(`${program.url}/webhooks/zalo`, { method: "HEAD" })).status).toBe(200);
  expect((await fetch(`${program.url}/webhooks/zalo`, { method: "POST", body: "{}" })).status).toBe(200);
  expect((await fetch(`${program.url}/webhooks/zalo`, { method: "POST", body: '{"event_name":"x"}' })).status).toBe(
    401,
  );
  expect(await (await fetch(`${program.url}/zalo_verifierABC123.html`)).text()).toContain("ABC123");
  expect(await (await fetch(program.url)).text()).toContain("zalo-platform-site-verification");
}, 90_000);

test("one Zalo setting alone ends the start with everything that is missing", async () => {
  const program = await start({ ZALO_APP_ID: "1" });
  expect(await program.ended).toBe(1);
  for (const name of ["ZALO_APP_SECRET", "ZALO_OA_ID", "ZALO_OA_SECRET", "DATA_KEY"]) {
    expect(program.output()).toContain(name);
  }
  expect(program.output()).not.toMatch(/^\s+at /m);
});

test("an old Node gets one clear line", async () => {
  const pretend = `Object.defineProperty(process.versions, "node", { value: "18.1.0" })`;
  const program = await start({}, ["--import", `data:text/javascript,${encodeURIComponent(pretend)}`]);
  expect(await program.ended).toBe(1);
  expect(program.output().trim().split("\n")).toHaveLength(1);
  expect(program.output()).toContain("Node 24");
});

test("preparing ahead never stops an installation, whatever the Node", async () => {
  const prepare = fileURLToPath(new URL("../../src/start/prepare.js", import.meta.url));
  const pretend = `Object.defineProperty(process.versions, "node", { value: "20.1.0" })`;
  for (const nodeArguments of [["--import", `data:text/javascript,${encodeURIComponent(pretend)}`], []]) {
    const preparing = spawn(process.execPath, [...nodeArguments, prepare], { cwd: folder });
    child = preparing;
    let output = "";
    preparing.stderr.on("data", (chunk) => {
      output += String(chunk);
    });
    expect(await new Promise((resolve) => preparing.once("exit", resolve))).toBe(0);
    expect(output).toBe("");
  }
}, 60_000);
