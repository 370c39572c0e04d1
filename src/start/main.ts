/** Reads the settings, starts the program, says where to go, and stops it gently. */

import { dayOf } from "../calendar/index.ts";
import { type Config, readConfig } from "../config.ts";
import { sampleDossiers } from "../dossiers/index.ts";
import { AppError } from "../errors.ts";
import { createLog } from "../observability/log.ts";
import { tidyMemory } from "../observability/tidy.ts";
import { type App, startApp } from "../wiring/app.ts";

async function start(): Promise<void> {
  const config = readConfig(readEnvironment());
  const log = createLog(config.zalo ? config.logLevel : (process.env.LOG_LEVEL ?? "warn"));
  const app = config.zalo ? await startApp({ config, log, tidy: tidyMemory }) : await startDemo(config, log);
  stopOn(app, ["SIGTERM", "SIGINT"]);
  await app.ready;
  const link = await app.firstOfficerLink();
  console.log(config.zalo ? await greeting(app, config, link) : demoGreeting(app, link));
}

/** `.env` beside package.json, when there is one; what the environment already says wins. */
function readEnvironment(): NodeJS.ProcessEnv {
  try {
    process.loadEnvFile(".env");
  } catch {
    // There need not be one.
  }
  return process.env;
}

async function startDemo(config: Config, log: ReturnType<typeof createLog>): Promise<App> {
  const { DEMO_ZALO, demoDataKey, demoQuestions, firstPair, startDemoZalo } = await import("./demo.ts");
  let port = config.port;
  const simulator = await startDemoZalo(() => port);
  const app = await startApp({
    config: { ...config, zalo: DEMO_ZALO, dataKey: config.dataKey ?? demoDataKey(config.dataFolder) },
    log,
    zaloHosts: simulator,
    tokens: firstPair(simulator),
    simulator,
    tidy: tidyMemory,
    examples: demoQuestions(sampleDossiers(dayOf(Date.now()), 0)[3]?.code ?? ""),
  });
  port = app.port;
  return app;
}

function demoGreeting(app: App, firstLink: string | null): string {
  const url = `http://localhost:${app.port}`;
  return [
    "",
    "  Một Cửa — CHẾ ĐỘ THỬ (demo): Zalo giả lập, chỉ máy này vào được, không dùng cho người dân.",
    `  Điện thoại giả lập:  ${url}/mo-phong`,
    firstLink === null
      ? `  Trang của cán bộ:    ${url}/can-bo`
      : `  Trang của cán bộ:    ${url}${firstLink}   (tạo tài khoản đầu tiên, dùng một lần, trong 24 giờ)`,
    "  Nối Zalo OA thật:    docs/vi/cai-dat.md   (đặt các biến ZALO_*, xem .env.example)",
    "",
  ].join("\n");
}

async function greeting(app: App, config: Config, firstLink: string | null): Promise<string> {
  const lines = [`Một Cửa is listening on port ${app.port}.`];
  lines.push(`Webhook for the Zalo console: ${config.publicUrl ?? "https://<your domain>"}/webhooks/zalo`);
  if (firstLink !== null) {
    const origin = config.publicUrl ?? `http://localhost:${app.port}`;
    lines.push("The officers' console has no officer yet. One-time link for the first one, good for 24 hours:");
    lines.push(`  ${origin}${firstLink}`);
  }
  if (!(await app.isLinked())) lines.push("The Official Account is not linked yet: run  npm run zalo:link");
  return lines.join("\n");
}

function stopOn(app: App, signals: readonly NodeJS.Signals[]): void {
  let stopping = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      // Should anything hang, the orchestrator's kill would come after ten seconds: be gone before.
      setTimeout(() => process.exit(1), 9_000).unref();
      app.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

start().catch((error: unknown) => {
  // A failure that we named says what to do; anything else is a bug and shows where.
  console.error(error instanceof AppError ? error.message : error);
  process.exit(1);
});
