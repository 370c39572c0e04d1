import { createHash } from "node:crypto";
import { createHttp, type Http } from "../../src/channel/zalo/http.ts";
import { challengeOf, createVerifierCode, exchangeCode, linkUrl, readCallback } from "../../src/channel/zalo/link.ts";
import { createOauth } from "../../src/channel/zalo/oauth.ts";
import { verificationFile, verificationTag } from "../../src/channel/zalo/site-verification.ts";
import { Invalid, Refused, Unavailable } from "../../src/errors.ts";
import { json, raw, type ScriptedServer, startScriptedServer } from "./scripted-server.ts";
import { APP, OA } from "./zalo-samples.ts";

let zalo: ScriptedServer;
let http: Http;
beforeEach(async () => {
  zalo = await startScriptedServer();
  http = createHttp(300);
});
afterEach(async () => {
  http.close();
  await zalo.close();
});

const verifier = createVerifierCode(new Uint8Array(32).fill(7));
const oauth = () => createOauth({ oauthUrl: zalo.url, appId: APP, appSecret: "app-secret" }, http);

test("the permission page is asked with a challenge made from a verifier of 43 characters", () => {
  expect(verifier).toHaveLength(43);
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const redirectUri = "https://motcua.example/zalo/callback?x=1";
  const url = new URL(
    linkUrl({ oauthUrl: "https://oauth.zaloapp.com", appId: APP, redirectUri, verifier, state: "n" }),
  );
  expect(url.origin + url.pathname).toBe("https://oauth.zaloapp.com/v4/oa/permission");
  const wanted = { app_id: APP, redirect_uri: redirectUri, code_challenge: challenge, state: "n" };
  expect(Object.fromEntries(url.searchParams)).toEqual(wanted);
  expect(() => challengeOf("short")).toThrow(Invalid);
});

test("the answer is taken only with the state that was sent", () => {
  const back = `https://motcua.example/zalo/callback?code=abc&oa_id=${OA}`;
  expect(readCallback(`${back}&state=n`, "n")).toEqual({ code: "abc", oaId: OA });
  expect(readCallback(back, null)).toEqual({ code: "abc", oaId: OA });
  expect(() => readCallback(back, "n")).toThrow(Refused);
  expect(() => readCallback(`${back}&state=m`, "n")).toThrow(Refused);
  expect(() => readCallback("https://motcua.example/?state=n", "n")).toThrow(Invalid);
  expect(() => readCallback("abc", null)).toThrow(Invalid);
});

test("a code is exchanged with its verifier", async () => {
  zalo.answer = json({ access_token: "a", refresh_token: "r", expires_in: "90000" });
  expect(await exchangeCode(oauth(), "abc", verifier)).toEqual({
    accessToken: "a",
    refreshToken: "r",
    expiresInMs: 90_000_000,
  });
  const form = { code: "abc", app_id: APP, grant_type: "authorization_code", code_verifier: verifier };
  expect(Object.fromEntries(new URLSearchParams(zalo.asked[0]?.body))).toEqual(form);
});

test("a code that is refused or gets no answer says what to do", async () => {
  zalo.answer = json({ error: -14003, error_name: "Invalid redirect uri" });
  await expect(exchangeCode(oauth(), "abc", verifier)).rejects.toMatchObject({ code: "zalo.oauth.-14003" });
  await expect(exchangeCode(oauth(), "abc", verifier)).rejects.toBeInstanceOf(Refused);
  zalo.answer = raw("", 502);
  await expect(exchangeCode(oauth(), "abc", verifier)).rejects.toBeInstanceOf(Unavailable);
});

test("the domain is proved by a file and a tag", () => {
  expect(verificationTag("AbC_1-x")).toBe('<meta name="zalo-platform-site-verification" content="AbC_1-x">');
  expect(verificationFile("AbC_1-x").path).toBe("/zalo_verifierAbC_1-x.html");
  expect(verificationFile("AbC_1-x").html).toContain(verificationTag("AbC_1-x"));
  expect(() => verificationTag('"><script>')).toThrow(Invalid);
  expect(() => verificationFile("../etc")).toThrow(Invalid);
});
