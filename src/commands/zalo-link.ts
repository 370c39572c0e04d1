/**
 * `npm run zalo:link`: links the Official Account once. Prints the permission page, takes the address that Zalo sends
 * the administrator back to, and keeps the tokens sealed. `-- --pair` takes a pair from API Explorer instead.
 */
import { randomBytes } from "node:crypto";
import { createHttp } from "../channel/zalo/http.ts";
import { createVerifierCode, exchangeCode, linkUrl, readCallback, storePair } from "../channel/zalo/link.ts";
import { createOauth } from "../channel/zalo/oauth.ts";
import { readConfig, type ZaloSettings } from "../config.ts";
import { Invalid } from "../errors.ts";
import { createSealer } from "../secrets/seal.ts";
import { migrate } from "../storage/migrate.ts";
import { openDatabase } from "../storage/open-database.ts";
import { createTokenStore } from "../storage/token-store.ts";
import { type Ask, createAsk } from "./ask.ts";
import { fail, readDotEnv } from "./command.ts";

export const LINK_PATH = "/zalo/lien-ket";

async function run(): Promise<void> {
  readDotEnv();
  const config = readConfig(process.env);
  if (!config.zalo || !config.dataKey)
    throw new Invalid("zalo.link", "Set ZALO_* and DATA_KEY first: see .env.example");
  const database = await openDatabase(config.databaseUrl);
  await database.write(migrate);
  const link = { store: createTokenStore(database), sealer: createSealer(config.dataKey), clock: Date.now };
  const ask = createAsk(process.stdin, process.stdout);
  try {
    const pair = process.argv.includes("--pair")
      ? await askForPair(ask)
      : await askForPermission(ask, config.zalo, config.publicUrl);
    await storePair(link, config.zalo.oaId, pair);
    console.log("Đã liên kết. Máy chủ đang chạy sẽ dùng ngay; nếu vừa đổi tệp .env thì khởi động lại nó.");
  } finally {
    ask.close();
    await database.close();
  }
}

async function askForPair(ask: Ask) {
  console.log("Lấy cặp token tại developers.zalo.me → Tools & Support → API Explorer (OA Access Token).");
  const accessToken = await ask.question("access_token: ");
  const refreshToken = await ask.question("refresh_token: ");
  return { accessToken, refreshToken };
}

async function askForPermission(ask: Ask, zalo: ZaloSettings, publicUrl: string | null) {
  if (!publicUrl) throw new Invalid("zalo.link", "Set PUBLIC_URL: Zalo sends the administrator back to it");
  const verifier = zalo.pkceVerifier ?? createVerifierCode(randomBytes(32));
  const state = randomBytes(16).toString("base64url");
  const redirectUri = publicUrl + LINK_PATH;
  const oauthUrl = "https://oauth.zaloapp.com";
  console.log(`1. Trong trang quản lý ứng dụng Zalo, đặt Callback Url là:  ${redirectUri}`);
  console.log("2. Quản trị viên OA mở địa chỉ này và bấm Cho phép:\n");
  console.log(`   ${linkUrl({ oauthUrl, appId: zalo.appId, redirectUri, verifier, state })}\n`);
  const back = await ask.question("3. Dán vào đây toàn bộ địa chỉ của trang hiện ra sau đó: ");
  const { code, oaId } = readCallback(back, state);
  if (oaId !== zalo.oaId)
    throw new Invalid("zalo.link", `The permission is for OA ${oaId}, but ZALO_OA_ID is ${zalo.oaId}`);
  const oauth = createOauth({ oauthUrl, appId: zalo.appId, appSecret: zalo.appSecret }, createHttp(15_000));
  return exchangeCode(oauth, code, verifier);
}

run().catch(fail);
