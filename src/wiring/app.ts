/** Puts the parts together; the only file that knows everyone. */
import { randomUUID } from "node:crypto";
import { dayOf } from "../calendar/index.ts";
import { shownPhone } from "../channel/personal-numbers.ts";
import { traceOf } from "../channel/trace.ts";
import { createZaloClient } from "../channel/zalo/client.ts";
import { createHttp } from "../channel/zalo/http.ts";
import { storePair } from "../channel/zalo/link.ts";
import { createOauth } from "../channel/zalo/oauth.ts";
import { verificationTag } from "../channel/zalo/site-verification.ts";
import { createZaloTokens } from "../channel/zalo/tokens.ts";
import { createWebhook } from "../channel/zalo/webhook.ts";
import type { Config } from "../config.ts";
import { createDeliveryWorker } from "../delivery/worker.ts";
import { sampleDossiers } from "../dossiers/index.ts";
import { Invalid } from "../errors.ts";
import { createAccept } from "../intake/accept.ts";
import { maskPersonalNumbers } from "../intake/privacy.ts";
import { createIntakeWorker } from "../intake/worker.ts";
import type { Log } from "../observability/log.ts";
import { createMetrics } from "../observability/metrics.ts";
import { createPublicRouter, PUBLIC_BASE } from "../public/index.ts";
import { createSealer } from "../secrets/seal.ts";
import type { FakeZalo } from "../simulator/index.ts";
import { numberContext } from "../storage/callback-numbers.ts";
import { createInboxStore } from "../storage/inbox-store.ts";
import { endLeasesOfTheDead } from "../storage/leases.ts";
import { migrate } from "../storage/migrate.ts";
import { openDatabase } from "../storage/open-database.ts";
import { createOutboxStore } from "../storage/outbox-store.ts";
import { createStaffTasks } from "../storage/staff-tasks.ts";
import { createTokenStore } from "../storage/token-store.ts";
import { createVersionStore } from "../storage/version-store.ts";
import { DESIGN_PATH, designAssets } from "../web/design/assets.ts";
import { createPages } from "../web/pages.ts";
import { createWebServer } from "../web/server.ts";
import { type Assistant, type Folders, OUR_FOLDERS } from "./assistant.ts";
import { CONSOLE_BASE, wireConsole } from "./console.ts";
import { wireDossiers } from "./dossiers.ts";
import { wireInstances } from "./instances.ts";
import { wireKnowledge } from "./knowledge.ts";
import { timed, wireMetrics } from "./metrics.ts";
import { guardRests } from "./rests.ts";
import { wireRetention } from "./retention.ts";
import { SIMULATOR_BASE, wireRouters } from "./routers.ts";
import { wireTurns } from "./turns.ts";

const ZALO_HOSTS = { oauthUrl: "https://oauth.zaloapp.com", openapiUrl: "https://openapi.zalo.me" };
const TOKEN_CHECK_MS = 5 * 60_000;
const RETENTION_CHECK_MS = 24 * 3_600_000;
/** Longer than Zalo ever takes, shorter than a sender's lease. */
const ZALO_TIMEOUT_MS = 10_000;
/** More phone numbers than anybody wants to be called back on. */
const MOST_NUMBERS = 3;

export type AppOptions = {
  readonly config: Config;
  readonly log: Log;
  /** Where Zalo is; the simulator in demo mode and in tests. */
  readonly zaloHosts?: { readonly oauthUrl: string; readonly openapiUrl: string };
  /** Linked with these at start: the simulator's first pair. */
  readonly tokens?: { readonly accessToken: string; readonly refreshToken: string };
  readonly now?: () => number;
  readonly burstMs?: number;
  /** Keeps installations apart that share one Redis; the Official Account's own unless set. */
  readonly redisPrefix?: string;
  readonly zaloTimeoutMs?: number;
  readonly folders?: Partial<Folders>;
  /** How often the data files are looked at for changes. */
  readonly knowledgeCheckMs?: number;
  /** How often it is looked for what officers published on another instance. */
  readonly publishedCheckMs?: number;
  /** How often it is looked for news of followed dossiers. */
  readonly newsCheckMs?: number;
  /** How often followed dossiers are asked about and the morning's list for staff is looked at. */
  readonly dailyCheckMs?: number;
  /** Demo mode: the page with the phone, and sample dossiers. Never present with real Zalo settings. */
  readonly simulator?: FakeZalo;
  /** Questions to tap on its page. */
  readonly examples?: readonly string[];
  /** Called after every learning, which leaves much to be collected: observability/tidy.ts. */
  readonly tidy?: () => void;
};

export type App = {
  readonly port: number;
  /** Resolves when the knowledge is loaded and answers are given; the door is open before. */
  readonly ready: Promise<void>;
  isLinked(): Promise<boolean>;
  /** Path of a one-time link for the first officer of the console; null when there is an officer. Each call makes one. */
  firstOfficerLink(): Promise<string | null>;
  /** For tests and the operator: counts by name and label. */
  count(name: string, labels: Readonly<Record<string, string>>): number;
  stop(): Promise<void>;
};

/** Opens the door, then learns; resolves once it listens. Throws `Unavailable` when the port or the file cannot be had. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, log } = options;
  const { zalo, dataKey } = config;
  if (!zalo || !dataKey) throw new Invalid("app.zalo", "the app needs Zalo settings and DATA_KEY, real or the demo's");
  const now = options.now ?? Date.now;
  const owner = randomUUID();

  const database = await openDatabase(config.databaseUrl);
  await database.write(migrate);
  if ((await database.join()) === "alone") await endLeasesOfTheDead(database);
  const inbox = createInboxStore(database);
  const tasks = createStaffTasks(database);
  const tokenStore = createTokenStore(database);
  const sealer = createSealer(dataKey);
  const counters = createMetrics();
  const {
    signals,
    pace,
    close: closeShared,
  } = await wireInstances(config, options.redisPrefix ?? `mot-cua:${zalo.oaId}`, log);
  const alarm = (kind: string, code: string) => {
    log.error({ kind, code }, "alarm");
    counters.add("alarms", { kind, code });
    tasks.raise(zalo.oaId, kind, code, now()).catch(() => {});
  };

  const versions = createVersionStore(database);

  // Out: replies to Zalo.
  const http = createHttp(options.zaloTimeoutMs ?? ZALO_TIMEOUT_MS);
  const hosts = options.zaloHosts ?? ZALO_HOSTS;
  const tokens = createZaloTokens({
    oauth: createOauth({ oauthUrl: hosts.oauthUrl, appId: zalo.appId, appSecret: zalo.appSecret }, http),
    store: tokenStore,
    sealer,
    clock: now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    owner,
    alarm: (code) => alarm("zalo.token", code),
  });
  if (options.tokens) await storePair({ store: tokenStore, sealer, clock: now }, zalo.oaId, options.tokens);
  const delivery = createDeliveryWorker({
    outbox: createOutboxStore(database),
    voice: createZaloClient({ openapiUrl: hosts.openapiUrl, http, tokens }),
    now,
    random: Math.random,
    owner,
    log,
    pace,
    alarm,
    count: (what, code) => counters.add("deliveries", { what, code }),
  });
  signals.on("delivery", delivery.wake);
  let assistant: Assistant | null = null;
  const dossiers = wireDossiers({
    config,
    database,
    sealer,
    counters,
    log,
    now,
    calendar: () => assistant?.current().calendar ?? null,
    onReplies: () => signals.send("delivery"),
    raiseOnce: (kind, detail) => tasks.raiseOnce(zalo.oaId, kind, detail, now()),
    ...(options.newsCheckMs ? { newsCheckMs: options.newsCheckMs } : {}),
    ...(options.dailyCheckMs ? { dailyCheckMs: options.dailyCheckMs } : {}),
  });

  const { procedures: dataFolder } = { ...OUR_FOLDERS, ...options.folders };
  const officers = wireConsole({
    config,
    database,
    sealer,
    signals,
    log,
    now,
    oaId: zalo.oaId,
    tasks,
    tokens: tokenStore,
    dataFolder,
    assistant: () => assistant,
    ...(options.publishedCheckMs ? { lookMs: options.publishedCheckMs } : {}),
  });

  // In: events to turns.
  const intake = createIntakeWorker({
    inbox,
    ...wireTurns(
      () => assistant,
      (intent, decision) => counters.add("decisions", { intent, decision }),
      options.burstMs,
    ),
    now,
    owner,
    log,
    onReplies: () => signals.send("delivery"),
    silenceMs: config.staffSilenceMs,
  });
  signals.on("intake", intake.wake);
  const accept = createAccept(inbox, now, () => signals.send("intake"));
  const door = createWebhook({
    appId: zalo.appId,
    oaIds: new Set([zalo.oaId]),
    secrets: zalo.oaSecrets,
    mask(text, keep) {
      const masked = maskPersonalNumbers(text);
      for (const phone of masked.phones.slice(0, MOST_NUMBERS)) {
        keep({ sealed: sealer.seal(phone, numberContext(zalo.oaId)), shown: shownPhone(phone) });
      }
      return masked.text;
    },
    async accept(event) {
      const outcome = await accept(event);
      log.info({ trace: traceOf(event), event: event.name, outcome }, "door.kept");
      return outcome;
    },
    count: (name, outcome) => counters.add("zalo_events", { name, outcome }),
    log,
  });

  wireMetrics({ metrics: counters, database, tokenStore, oaId: zalo.oaId, now, isReady: () => assistant !== null });
  const server = createWebServer(
    timed(door, counters),
    createPages({
      log,
      notReady: () => (assistant ? [] : ["knowledge"]),
      metrics: counters.text,
      metricsToken: config.metricsToken,
      homeRedirect: options.simulator ? SIMULATOR_BASE : null,
      homeLinks: [{ href: PUBLIC_BASE, text: "Xem các thủ tục hành chính" }],
      centreName: () => assistant?.current().knowledge.centre.name ?? "Một Cửa",
      verificationTag: zalo.siteVerification ? verificationTag(zalo.siteVerification) : "",
      routers: [
        ...(await wireRouters(zalo.siteVerification, options.simulator, options.examples ?? [])),
        ...dossiers.routers,
        { at: DESIGN_PATH, router: designAssets.router },
        { at: CONSOLE_BASE, router: officers.router },
        {
          at: PUBLIC_BASE,
          router: createPublicRouter({
            learnt: () => assistant?.current() ?? null,
            today: () => dayOf(now()),
            publicUrl: config.publicUrl,
            // The demo's Official Account exists on this machine only: nobody could open its chat.
            oaId: options.simulator ? null : zalo.oaId,
            versions,
          }),
        },
      ],
    }),
  );
  const port = await server.listen(config.port, config.host);

  const rests = guardRests(database, log, now, () => {
    intake.wake();
    delivery.wake();
  });
  const forget = wireRetention(config, database, log, now);
  const knowledge = wireKnowledge({
    assistant: {
      dossiers: dossiers.desk,
      now,
      keeps: {
        wordsDays: Math.round(config.retentionMs / 86_400_000),
        accessDays: Math.round(config.dossiers.accessRetentionMs / 86_400_000),
      },
    },
    folders: options.folders,
    checkMs: options.knowledgeCheckMs,
    officers,
    versions,
    signals,
    log,
    now,
    alarm,
    count: (outcome) => counters.add("knowledge_reloads", { outcome }),
    tidy: () => options.tidy?.(),
  });
  const begin = async () => {
    if (options.simulator) await dossiers.register.put(sampleDossiers(dayOf(now()), now(), sealer.pseudonym));
    assistant = await knowledge.learn();
    await rests.look();
    intake.start();
    delivery.start();
    dossiers.start();
    await forget();
    await knowledge.follow(assistant);
  };
  const timers = [
    setInterval(() => void tokens.refreshIfDue(zalo.oaId), TOKEN_CHECK_MS),
    setInterval(forget, RETENTION_CHECK_MS),
  ];
  for (const timer of timers) timer.unref();

  const ready = begin();
  return {
    port,
    ready,
    isLinked: async () => (await tokenStore.read(zalo.oaId)) !== null,
    firstOfficerLink: officers.firstLink,
    count: (name, labels) => counters.get(name, labels),
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await server.close();
      await ready.catch(() => {});
      await knowledge.stop();
      await accept.settled();
      await rests.stop();
      await intake.stop();
      await dossiers.stop();
      await delivery.stop();
      await tokens.idle();
      http.close();
      await options.simulator?.close();
      await closeShared();
      await database.close();
    },
  };
}
