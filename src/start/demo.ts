/** Demo mode: no Zalo account, no settings. The program brings its own Zalo, on this machine only. */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TokenPair } from "../channel/zalo/oauth.ts";
import type { ZaloSettings } from "../config.ts";
import { type FakeZalo, startFakeZalo } from "../simulator/index.ts";

/** Invented, and good for nothing outside this process. */
export const DEMO_ZALO: ZaloSettings = {
  appId: "1000000000000000001",
  appSecret: "demo-app-secret",
  oaId: "2000000000000000002",
  oaSecrets: ["demo-oa-secret"],
  pkceVerifier: null,
  siteVerification: null,
};

/** `port`: where our own webhook will listen. */
export const startDemoZalo = (port: () => number): Promise<FakeZalo> =>
  startFakeZalo({
    appId: DEMO_ZALO.appId,
    appSecret: DEMO_ZALO.appSecret,
    oaId: DEMO_ZALO.oaId,
    oaSecret: DEMO_ZALO.oaSecrets[0] ?? "",
    oaName: "Trung tâm Phục vụ hành chính công (thử)",
    webhookUrl: () => `http://127.0.0.1:${port()}/webhooks/zalo`,
  });

/** Questions to tap on the simulator's page. `code`: a dossier that the demo's register knows. */
export const demoQuestions = (code: string): readonly string[] => [
  "làm khai sinh cần gì",
  "dang ky ket hon het bao nhieu tien",
  "mất căn cước làm lại ở đâu, bao lâu",
  "sao y 3 ban, moi ban 5 trang het nhiu",
  code,
  "nhà tôi mới có người mất",
  "mấy giờ mở cửa",
  "gặp cán bộ",
];

/** A pair as an administrator copies it from API Explorer. */
export function firstPair(zalo: FakeZalo): TokenPair {
  const { access_token, refresh_token } = zalo.firstTokens();
  return { accessToken: access_token, refreshToken: refresh_token };
}

/** A key of this folder's own, made at the first start and kept in the data folder, readable by its owner only. */
export function demoDataKey(dataFolder: string): Uint8Array {
  const path = join(dataFolder, "demo.key");
  try {
    const kept = readFileSync(path);
    if (kept.length === 32) return kept;
  } catch {
    // The first start.
  }
  mkdirSync(dataFolder, { recursive: true });
  const made = randomBytes(32);
  writeFileSync(path, made, { mode: 0o600 });
  return made;
}
