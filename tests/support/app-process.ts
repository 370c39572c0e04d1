/**
 * The whole program in a process of its own, against the local Zalo of the test process, so that it can be killed. Its
 * data folder belongs to the test and outlives it. Started as a child this file is the program itself.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { TokenPair } from "../../src/channel/zalo/oauth.ts";

export const IDENTITY = {
  appId: "3608465248940900001",
  appSecret: "app-secret-of-tests",
  oaId: "3886132808788600001",
  oaSecret: "oa-secret-of-tests",
} as const;

export type AppProcessOptions = {
  /** Where its data is, and stays. */
  readonly databaseUrl: string;
  readonly folder: string;
  readonly zaloUrl: string;
  /** Only at the first start: later ones find them in the database. */
  readonly tokens?: TokenPair;
  /** How far its clock is ahead of ours, so that leases need not be waited for. */
  readonly aheadMs?: number;
  readonly redisUrl?: string;
  readonly redisPrefix?: string;
  /** Where the data files are; our own unless set. */
  readonly folders?: { readonly procedures: string; readonly intents: string };
  /** How often it looks by itself for what officers published. */
  readonly publishedCheckMs?: number;
  /** It dies, as a fault of the engine would make it die, when it begins to understand a text with this word. */
  readonly deadlyWord?: string;
  /** When this resolves: once it answers, unless told that an open door is enough. */
  readonly until?: "open" | "ready";
  /** Called as soon as its door is open, before it answers. */
  readonly onOpen: (port: number) => void;
};

export type AppProcess = {
  /** A link by which the first officer makes an account; null when there is one. Known once it answers. */
  readonly officerLink: string | null;
  /** `kill -9`, whatever it is doing; resolves when it is gone. */
  kill(): Promise<void>;
  /** As an orchestrator stops it; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** Resolves when it is gone, however that came. */
  readonly ended: Promise<unknown>;
};

export async function startAppProcess(options: AppProcessOptions): Promise<AppProcess> {
  const { onOpen, ...rest } = options;
  const file = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", file, JSON.stringify(rest)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {},
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  running.add(child);
  void ended.then(() => running.delete(child));
  let officerLink: string | null = null;
  await new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the program ended with ${code} before it was ready`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const opened = /^open (\d+)$/.exec(line);
      if (opened) onOpen(Number(opened[1]));
      officerLink = /^officer (\S+)$/.exec(line)?.[1] ?? officerLink;
      if (line === "ready" || (opened && options.until === "open")) resolve();
    });
  });
  return {
    officerLink,
    kill: () =>
      end(child, "SIGKILL")
        .then(() => ended)
        .then(() => {}),
    ended,
    stop: () => end(child, "SIGTERM").then(() => ended),
  };
}

/** Kills every program that a test started, also one whose start it did not live to see. */
export async function killAllProcesses(): Promise<void> {
  for (const child of running) child.kill("SIGKILL");
  while (running.size > 0) await new Promise((resolve) => [...running][0]?.once("exit", resolve));
}

const running = new Set<ChildProcess>();

const end = async (child: ChildProcess, signal: NodeJS.Signals) => void child.kill(signal);

async function run(options: Omit<AppProcessOptions, "onOpen">): Promise<void> {
  const { startApp } = await import("../../src/wiring/app.ts");
  const { DOSSIER_DEFAULTS } = await import("../../src/config.ts");
  const { silentLog } = await import("../../src/observability/log.ts");
  if (options.deadlyWord) dieOf(options.deadlyWord);
  const app = await startApp({
    config: {
      port: 0,
      host: "127.0.0.1",
      databaseUrl: options.databaseUrl,
      dataFolder: options.folder,
      redisUrl: options.redisUrl ?? null,
      logLevel: "silent",

      metricsToken: null,
      publicUrl: null,
      zalo: { ...IDENTITY, oaSecrets: [IDENTITY.oaSecret], pkceVerifier: null, siteVerification: null },
      dataKey: new Uint8Array(32).fill(9),
      staffSilenceMs: 3_600_000,
      retentionMs: 90 * 86_400_000,
      sendsPerMinute: 1_000_000,
      dossiers: DOSSIER_DEFAULTS,
    },
    log: silentLog,
    zaloHosts: { oauthUrl: options.zaloUrl, openapiUrl: options.zaloUrl },
    now: () => Date.now() + (options.aheadMs ?? 0),
    zaloTimeoutMs: 1_500,
    ...(options.redisPrefix ? { redisPrefix: options.redisPrefix } : {}),
    ...(options.folders ? { folders: options.folders } : {}),
    ...(options.publishedCheckMs ? { publishedCheckMs: options.publishedCheckMs } : {}),
    ...(options.tokens ? { tokens: options.tokens } : {}),
  });
  // Before anybody hears of it: a signal that comes sooner would kill it.
  process.once("SIGTERM", () => void app.stop().then(() => process.exit(0)));
  console.log(`open ${app.port}`);
  await app.ready;
  const link = await app.firstOfficerLink();
  if (link) console.log(`officer ${link}`);
  console.log("ready");
}

/** The door asks for NFC; only understanding takes letters apart. */
function dieOf(word: string): void {
  const normalize = String.prototype.normalize;
  String.prototype.normalize = function (form?: string) {
    if (form !== "NFC" && this.includes(word)) process.kill(process.pid, "SIGKILL");
    return normalize.call(this, form);
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(JSON.parse(process.argv[2] ?? "{}"));
