/** One instance of the cluster demo: the whole program in a process of its own. Started as a child it is that program. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { DOSSIER_DEFAULTS } from "../../config.ts";
import { createLog } from "../../observability/log.ts";
import { tidyMemory } from "../../observability/tidy.ts";
import { DEMO_ZALO } from "../../start/demo.ts";
import { LEAN_ENVIRONMENT, LEAN_FLAGS } from "../../start/lean-process.js";
import { startApp } from "../../wiring/app.ts";

export type InstanceOptions = {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly zaloUrl: string;
  readonly dataKey: readonly number[];
  /** How far its clock is ahead, so that a test need not wait for leases and echoes. */
  readonly aheadMs: number;
};

export type Instance = {
  readonly port: number;
  /** `kill -9`. */
  kill(): Promise<void>;
  /** As an orchestrator stops it. The exit code. */
  stop(): Promise<number | null>;
};

const SELF = fileURLToPath(import.meta.url);
const COMPILED = new URL("../../start/compiled-code.js", import.meta.url).href;

/** Resolves once it answers. */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const node = [...LEAN_FLAGS, "--disable-warning=ExperimentalWarning", "--import", COMPILED];
  const child: ChildProcess = spawn(process.execPath, [...node, SELF, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH: process.env.PATH, ...LEAN_ENVIRONMENT },
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const die = () => child.kill("SIGKILL");
  process.once("exit", die);
  void ended.then(() => process.off("exit", die));
  const port = await new Promise<number>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`an instance ended with ${code} before it was ready`)));
    if (child.stdout) {
      createInterface({ input: child.stdout }).on("line", (line) => {
        const ready = /^ready (\d+)$/.exec(line);
        if (ready) resolve(Number(ready[1]));
      });
    }
  });
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { port, kill: () => end("SIGKILL").then(() => {}), stop: () => end("SIGTERM") };
}

async function run({ databaseUrl, redisUrl, zaloUrl, dataKey, aheadMs }: InstanceOptions): Promise<void> {
  const log = createLog("error");
  const app = await startApp({
    config: {
      port: 0,
      host: "127.0.0.1",
      databaseUrl,
      dataFolder: "data",
      redisUrl,
      logLevel: "error",

      metricsToken: null,
      publicUrl: null,
      zalo: DEMO_ZALO,
      dataKey: Uint8Array.from(dataKey),
      staffSilenceMs: 3_600_000,
      retentionMs: 90 * 86_400_000,
      sendsPerMinute: 1_000_000,
      dossiers: DOSSIER_DEFAULTS,
    },
    log,
    zaloHosts: { oauthUrl: zaloUrl, openapiUrl: zaloUrl },
    now: () => Date.now() + aheadMs,
    tidy: tidyMemory,
    zaloTimeoutMs: 5_000,
    redisPrefix: `mot-cua-cluster:${new URL(databaseUrl).pathname}`,
  });
  process.once("SIGTERM", () => void app.stop().then(() => process.exit(0)));
  await app.ready;
  console.log(`ready ${app.port}`);
}

if (process.argv[1] === SELF) await run(JSON.parse(process.argv[2] ?? "{}"));
