/**
 * One process of the program, reduced to those who ask for the OA's token. Started as a child: says "ready", waits for a
 * line, then lets all its callers ask at once and says what they got.
 */
import { once } from "node:events";
import { createHttp } from "../../src/channel/zalo/http.ts";
import { createOauth } from "../../src/channel/zalo/oauth.ts";
import { createZaloTokens } from "../../src/channel/zalo/tokens.ts";
import { createSealer } from "../../src/secrets/seal.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { createTokenStore } from "../../src/storage/token-store.ts";

export type TokenProcessOptions = {
  readonly databaseUrl: string;
  readonly oauthUrl: string;
  readonly oaId: string;
  readonly key: readonly number[];
  readonly callers: number;
};

const { databaseUrl, oauthUrl, oaId, key, callers } = JSON.parse(process.argv[2] ?? "{}") as TokenProcessOptions;
const database = await openDatabase(databaseUrl);
const http = createHttp(5_000);
const tokens = createZaloTokens({
  oauth: createOauth({ oauthUrl, appId: "1", appSecret: "s" }, http),
  store: createTokenStore(database),
  sealer: createSealer(Uint8Array.from(key)),
  clock: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  owner: `process-${process.pid}`,
  alarm: () => {},
});
await createTokenStore(database).read(oaId);
console.log("ready");
await once(process.stdin, "data");
console.log(JSON.stringify(await Promise.all(Array.from({ length: callers }, () => tokens.current(oaId)))));
await tokens.idle();
http.close();
await database.close();
process.exit(0);
