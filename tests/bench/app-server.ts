/** The whole program for the bench, against the local Zalo of the parent process (its URL comes as an argument). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DOSSIER_DEFAULTS } from "../../src/config.ts";
import { silentLog } from "../../src/observability/log.ts";
import { tidyMemory } from "../../src/observability/tidy.ts";
import { startApp } from "../../src/wiring/app.ts";
import { BENCH } from "./identity.ts";

const [zaloUrl = "", accessToken = "", refreshToken = "", databaseUrl = ""] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "mot-cua-bench-"));
const app = await startApp({
  config: {
    port: 0,
    host: "127.0.0.1",
    databaseUrl: databaseUrl || `file:${join(folder, "bench.sqlite")}`,
    dataFolder: folder,
    redisUrl: null,
    logLevel: "silent",

    metricsToken: null,
    publicUrl: null,
    zalo: { ...BENCH, oaSecrets: [BENCH.oaSecret], pkceVerifier: null, siteVerification: null },
    dataKey: new Uint8Array(32).fill(9),
    staffSilenceMs: 60_000,
    retentionMs: 90 * 86_400_000,
    sendsPerMinute: 1_000_000,
    dossiers: DOSSIER_DEFAULTS,
  },
  log: silentLog,
  zaloHosts: { oauthUrl: zaloUrl, openapiUrl: zaloUrl },
  tokens: { accessToken, refreshToken },
  tidy: tidyMemory,
});
await app.ready;
console.log(`listening ${app.port}`);
process.on("SIGTERM", async () => {
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
