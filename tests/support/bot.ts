/** The whole program on a free port, with the local Zalo before it: a signed webhook in, what Zalo received out. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TokenPair } from "../../src/channel/zalo/oauth.ts";
import { type Config, DOSSIER_DEFAULTS } from "../../src/config.ts";
import { createLog } from "../../src/observability/log.ts";
import { type FakeZalo, type FakeZaloOptions, startFakeZalo } from "../../src/simulator/index.ts";
import { firstPair } from "../../src/start/demo.ts";
import { type App, startApp } from "../../src/wiring/app.ts";
import { leaksIn } from "./log-leaks.ts";

export const IDENTITY = {
  appId: "3608465248940900001",
  appSecret: "app-secret-of-tests",
  oaId: "3886132808788600001",
  oaSecret: "oa-secret-of-tests",
} as const;

export type Bot = {
  readonly app: App;
  readonly zalo: FakeZalo;
  readonly url: string;
  readonly databaseFile: string;
  /** Every log line so far. */
  readonly logLines: readonly string[];
  /** Stops the program as SIGTERM does and starts it anew on the same data. */
  restart(): Promise<Bot>;
  /** A second instance on the same data and the same Zalo, whose webhook stays with the first. The test stops it. */
  beside(more?: BotOptions): Promise<App>;
  stop(): Promise<void>;
};

export type BotOptions = {
  readonly config?: Partial<Config>;
  readonly zalo?: Partial<FakeZaloOptions>;
  readonly now?: () => number;
  /** How long an opening such as "alo" waits for its question; short in tests. */
  readonly burstMs?: number;
  /** How often it is looked for news of followed dossiers. */
  readonly newsCheckMs?: number;
  /** How often the data files are looked at for changes. */
  readonly knowledgeCheckMs?: number;
  readonly redisPrefix?: string;
  readonly folders?: { readonly procedures?: string; readonly intents?: string };
};

export async function startBot(options: BotOptions = {}): Promise<Bot> {
  const folder = mkdtempSync(join(tmpdir(), "mot-cua-bot-"));
  let url = "";
  const zalo = await startFakeZalo({
    ...IDENTITY,
    webhookUrl: () => `${url}/webhooks/zalo`,
    ...(options.now ? { now: options.now } : {}),
    ...options.zalo,
  });
  const databaseFile = join(folder, "test.sqlite");
  const logLines: string[] = [];
  const start = ({ config, zalo: _zalo, ...more }: BotOptions, tokens: TokenPair | null) =>
    startApp({
      config: configFor(folder, databaseFile, config),
      zaloHosts: { oauthUrl: zalo.oauthUrl, openapiUrl: zalo.openapiUrl },
      log: createLog("debug", { write: (line) => void logLines.push(line) }),
      burstMs: 50,
      zaloTimeoutMs: 1_500,
      ...(tokens ? { tokens } : {}),
      ...more,
    });
  const bot = async (tokens: TokenPair | null): Promise<Bot> => {
    const app = await start(options, tokens);
    url = `http://127.0.0.1:${app.port}`;
    await app.ready;
    return {
      app,
      zalo,
      url,
      databaseFile,
      logLines,
      async restart() {
        await app.stop();
        return bot(null);
      },
      beside: (more = {}) => start({ ...options, ...more, config: { ...options.config, ...more.config } }, null),
      async stop() {
        await zalo.settled();
        await app.stop();
        await zalo.close();
        rmSync(folder, { recursive: true, force: true });
        const { accessToken, refreshToken } = pair;
        const people = zalo.people.map(({ id }) => id);
        const leaks = leaksIn(logLines, [...people, ...wordsOf(zalo), accessToken, refreshToken]);
        if (leaks.length > 0) throw new Error(`the log holds what it must not:\n${leaks.slice(0, 5).join("\n")}`);
      },
    };
  };
  const pair = firstPair(zalo);
  return bot(pair);
}

/** What citizens wrote, where it is long enough to be theirs alone. */
const wordsOf = (zalo: FakeZalo): string[] =>
  zalo.webhookLog
    .map(({ event }) => (event?.message as { text?: unknown } | undefined)?.text)
    .filter((text): text is string => typeof text === "string" && text.length > 12);

const configFor = (dataFolder: string, databaseFile: string, more: Partial<Config> = {}): Config => ({
  port: 0,
  host: "127.0.0.1",
  databaseUrl: `file:${databaseFile}`,
  dataFolder,
  redisUrl: null,
  logLevel: "debug",

  metricsToken: null,
  publicUrl: null,
  zalo: {
    appId: IDENTITY.appId,
    appSecret: IDENTITY.appSecret,
    oaId: IDENTITY.oaId,
    oaSecrets: [IDENTITY.oaSecret],
    pkceVerifier: null,
    siteVerification: "ABC123",
  },
  dataKey: new Uint8Array(32).fill(7),
  staffSilenceMs: 3_600_000,
  retentionMs: 90 * 86_400_000,
  sendsPerMinute: 1_000_000,
  dossiers: DOSSIER_DEFAULTS,
  ...more,
});
