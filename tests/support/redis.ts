/** Real Redis on its standard port, or TEST_REDIS_URL. A suite that needs it says NOT RUN where there is none. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { type AddressInfo, connect, createServer } from "node:net";
import { createInterface } from "node:readline";

export const REDIS_URL = process.env.TEST_REDIS_URL ?? "redis://127.0.0.1:6379";

async function answers(): Promise<boolean> {
  const { hostname, port } = new URL(REDIS_URL);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 15_000 });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    for (const event of ["error", "timeout"]) socket.once(event, () => resolve(false));
  });
}

const here = await answers();
const required = (process.env.TEST_REQUIRE ?? "").split(",").includes("redis");

export function describeWithRedis(name: string, suite: () => void): void {
  if (here || required) describe(name, suite);
  else describe.skip(`NOT RUN: ${name} (no Redis at ${REDIS_URL})`, suite);
}

const canStart = spawnSync("redis-server", ["--version"]).status === 0;

/** A suite that stops and starts a Redis of its own, for which the standard port is no use. */
export function describeWithOwnRedis(name: string, suite: () => void): void {
  if (canStart || required) describe(name, suite);
  else describe.skip(`NOT RUN: ${name} (no redis-server to start)`, suite);
}

export type OwnRedis = {
  readonly url: string;
  start(): Promise<void>;
  /** Gone at once, with everything in it. */
  stop(): Promise<void>;
  /** It is there and says nothing: connections are taken by its machine, and nobody reads them. */
  freeze(): void;
  thaw(): void;
  /** While it is stopped: takes its port, breaks off whoever comes, and counts them. Closed before `start`. */
  countKnocks(): Promise<{ count(): number; close(): Promise<void> }>;
};

/** A Redis of the test's own, on a free port, that it may stop and start. */
export async function ownRedis(): Promise<OwnRedis> {
  const port = await freePort();
  let server: ChildProcess | null = null;
  return {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
      const started = spawn("redis-server", options, { stdio: ["ignore", "pipe", "inherit"] });
      server = started;
      await new Promise<void>((resolve, reject) => {
        started.once("error", reject);
        started.once("exit", () => reject(new Error("redis-server ended before it was ready")));
        createInterface({ input: started.stdout }).on("line", (line) => {
          if (line.includes("Ready to accept connections")) resolve();
        });
      });
    },
    freeze: () => void server?.kill("SIGSTOP"),
    thaw: () => void server?.kill("SIGCONT"),
    async countKnocks() {
      let knocks = 0;
      const listener = createServer((socket) => {
        knocks += 1;
        socket.destroy();
      });
      await new Promise<void>((resolve) => listener.listen(port, "127.0.0.1", resolve));
      return {
        count: () => knocks,
        close: () => new Promise((resolve) => void listener.close(() => resolve())),
      };
    },
    async stop() {
      const running = server;
      server = null;
      if (!running) return;
      const ended = new Promise((resolve) => running.once("exit", resolve));
      running.kill("SIGKILL");
      await ended;
    },
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const listener = createServer().listen(0, "127.0.0.1", () => {
      const { port } = listener.address() as AddressInfo;
      listener.close(() => resolve(port));
    });
  });
