import { randomBytes } from "node:crypto";
import { createHttp, type Http } from "../../src/channel/zalo/http.ts";
import { storePair } from "../../src/channel/zalo/link.ts";
import { createOauth } from "../../src/channel/zalo/oauth.ts";
import type { TokenStore } from "../../src/channel/zalo/token-store.ts";
import { createZaloTokens, type ZaloTokens } from "../../src/channel/zalo/tokens.ts";
import { createSealer } from "../../src/secrets/seal.ts";
import { createTokenStore } from "../../src/storage/token-store.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";
import {
  type Answering,
  hang,
  inTurn,
  json,
  raw,
  reset,
  type ScriptedServer,
  startScriptedServer,
} from "./scripted-server.ts";
import { APP, OA } from "./zalo-samples.ts";

const HOUR = 3_600_000;
const APP_SECRET = "app-secret-never-logged";
const sealer = createSealer(randomBytes(32));

let now: number;
let zalo: ScriptedServer;
let http: Http;
let opened: OpenDatabase;
let store: TokenStore;
let alarms: string[];
let processes: number;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 24);
  zalo = await startScriptedServer();
  http = createHttp(250);
  opened = await DATABASES[0]!.open();
  store = createTokenStore(opened.database);
  [alarms, processes] = [[], 0];
  zalo.answer = grantOnce();
  await storePair({ store, sealer, clock: () => now }, OA, { accessToken: "access-0", refreshToken: "refresh-0" });
});
afterEach(async () => {
  http.close();
  await zalo.close();
  await opened.remove();
});

/** Zalo's rule: each refresh token works once and brings the next. */
function grantOnce(): Answering {
  let last = 0;
  return (res, asked) => {
    const form = new URLSearchParams(asked.body);
    if (form.get("refresh_token") !== `refresh-${last}`) return json({ error: -118, error_name: "spent" })(res, asked);
    last++;
    json({ access_token: `access-${last}`, refresh_token: `refresh-${last}`, expires_in: "90000" })(res, asked);
  };
}

/** What one process of the program holds. Waiting moves the common clock. */
function startProcess(withStore: TokenStore = store): ZaloTokens {
  return createZaloTokens({
    oauth: createOauth({ oauthUrl: zalo.url, appId: APP, appSecret: APP_SECRET }, http),
    store: withStore,
    sealer,
    clock: () => now,
    sleep: (ms) => {
      now += ms;
      return new Promise((resolve) => setTimeout(resolve, 1));
    },
    owner: `process-${processes++}`,
    alarm: (code, oaId) => alarms.push(`${code} ${oaId}`),
  });
}

test("a token that lives is used as it is", async () => {
  now += 19 * HOUR;
  expect(await startProcess().current(OA)).toBe("access-0");
  expect(zalo.asked).toEqual([]);
});

test("50 callers at the end of the token's life: one refresh, asked as Zalo wants it, and one pair stored", async () => {
  now += 25 * HOUR;
  const tokens = startProcess();
  const got = await Promise.all(Array.from({ length: 50 }, () => tokens.current(OA)));
  expect(new Set(got)).toEqual(new Set(["access-1"]));
  expect(zalo.asked).toHaveLength(1);
  expect(zalo.asked[0]).toMatchObject({ path: "/v4/oa/access_token", headers: { secret_key: APP_SECRET } });
  expect(zalo.asked[0]?.headers["content-type"]).toContain("application/x-www-form-urlencoded");
  const form = Object.fromEntries(new URLSearchParams(zalo.asked[0]?.body));
  expect(form).toEqual({ refresh_token: "refresh-0", app_id: APP, grant_type: "refresh_token" });
  expect(await store.read(OA)).toMatchObject({ version: 2, refreshedAt: now, expiresAt: now + 25 * HOUR });
});

test("50 callers in each of 3 processes: still one refresh", async () => {
  now += 25 * HOUR;
  const all = [store, createTokenStore(await opened.again()), createTokenStore(await opened.again())].map(startProcess);
  const got = await Promise.all(all.flatMap((tokens) => Array.from({ length: 50 }, () => tokens.current(OA))));
  expect(new Set(got)).toEqual(new Set(["access-1"]));
  expect(zalo.asked).toHaveLength(1);
});

test("what another process stored between our reading and our lease is taken, not refreshed again", async () => {
  now += 25 * HOUR;
  const late: TokenStore = {
    ...store,
    async claimRefresh(oaId, owner, at, until) {
      const theirs = { accessToken: "theirs", refreshToken: "theirs-next" };
      await storePair({ store, sealer, clock: () => now }, OA, theirs);
      return store.claimRefresh(oaId, owner, at, until);
    },
  };
  expect(await startProcess(late).current(OA)).toBe("theirs");
  expect(zalo.asked).toEqual([]);
});

test("a token that Zalo refuses is renewed once for all, and a newer one already there is taken", async () => {
  const [here, there] = [startProcess(), startProcess()];
  const got = await Promise.all(Array.from({ length: 20 }, () => here.renew(OA, "access-0")));
  expect(new Set(got)).toEqual(new Set(["access-1"]));
  expect(await there.renew(OA, "access-0")).toBe("access-1");
  expect(zalo.asked).toHaveLength(1);
});

test("past 20 of its 25 hours a token is refreshed without anyone waiting, or by the timer", async () => {
  const tokens = startProcess();
  now += 19 * HOUR;
  await tokens.refreshIfDue(OA);
  expect(zalo.asked).toEqual([]);
  now += 1 * HOUR;
  expect(await tokens.current(OA)).toBe("access-0");
  await tokens.idle();
  expect(await tokens.current(OA)).toBe("access-1");
  now += 21 * HOUR;
  await tokens.refreshIfDue(OA);
  expect(await tokens.current(OA)).toBe("access-2");
});

test("a new pair is stored before it is used", async () => {
  now += 25 * HOUR;
  let stored: (() => void) | undefined;
  const held: TokenStore = {
    ...store,
    async replace(tokens, version) {
      await new Promise<void>((resolve) => {
        stored = resolve;
      });
      return store.replace(tokens, version);
    },
  };
  let used = false;
  const using = startProcess(held)
    .current(OA)
    .then(() => {
      used = true;
    });
  while (!stored) await new Promise((resolve) => setImmediate(resolve));
  expect(used).toBe(false);
  stored();
  await using;
});

test.each([
  ["error in a 200", json({ error: -118, error_name: "…" }), "zalo.oauth.-118"],
  ["no token in a 200", json({}), "zalo.oauth.incomplete"],
  ["an access token alone", json({ access_token: "a" }), "zalo.oauth.incomplete"],
])(
  "a refusal (%s) overwrites nothing, raises the alarm and is asked again only after a minute",
  async (_n, answer, code) => {
    zalo.answer = answer;
    const [here, there] = [startProcess(), startProcess()];
    const before = await store.read(OA);
    now += 25 * HOUR;
    for (let times = 0; times < 20; times++) await expect(here.current(OA)).rejects.toThrow();
    await expect(here.renew(OA, "access-0")).rejects.toMatchObject({
      code: "zalo.refresh-paused",
      kind: "unavailable",
    });
    await expect(there.current(OA)).rejects.toMatchObject({ code: "zalo.refresh-busy" });
    expect(zalo.asked).toHaveLength(1);
    expect(alarms).toEqual([`zalo.token-refused ${OA}`]);
    expect(await store.read(OA)).toEqual(before);
    now += 60_000;
    await expect(here.current(OA)).rejects.toMatchObject({ code });
    expect(zalo.asked).toHaveLength(2);
  },
);

test("a failed early refresh leaves the token at hand in use", async () => {
  zalo.answer = json({ error: -118 });
  now += 21 * HOUR;
  const tokens = startProcess();
  expect(await tokens.current(OA)).toBe("access-0");
  await tokens.idle();
  expect(await tokens.current(OA)).toBe("access-0");
  expect(zalo.asked).toHaveLength(1);
});

test.each([
  ["a hang", hang],
  ["a reset", reset],
  ["a 502", raw("<html>", 502)],
  ["half an answer", raw('{"access_to')],
])("after %s the old refresh token is tried once more, which may work", async (_name, fault) => {
  zalo.answer = inTurn(fault, grantOnce());
  now += 25 * HOUR;
  expect(await startProcess().current(OA)).toBe("access-1");
  expect(zalo.asked).toHaveLength(2);
  expect(alarms).toEqual([]);
});

test("an answer lost after Zalo spent the token: the second try is refused and the OA must be linked anew", async () => {
  const granting = grantOnce();
  zalo.answer = inTurn((res, asked) => {
    const swallow = { writeHead: () => ({ end: () => res.socket?.resetAndDestroy() }) };
    granting(swallow as unknown as typeof res, asked);
  }, granting);
  now += 25 * HOUR;
  const tokens = startProcess();
  await expect(tokens.current(OA)).rejects.toMatchObject({ code: "zalo.oauth.-118" });
  expect(alarms).toEqual([`zalo.token-lost ${OA}`]);
  expect(zalo.asked).toHaveLength(2);
  await storePair({ store, sealer, clock: () => now }, OA, { accessToken: "anew", refreshToken: "refresh-1" });
  expect(await tokens.current(OA)).toBe("anew");
});

test("a Zalo that hangs for good is asked twice and raises the alarm once", async () => {
  zalo.answer = hang;
  now += 25 * HOUR;
  const tokens = startProcess();
  const tries = await Promise.allSettled(Array.from({ length: 50 }, () => tokens.current(OA)));
  expect(new Set(tries.map((one) => one.status))).toEqual(new Set(["rejected"]));
  expect(zalo.asked).toHaveLength(2);
  expect(alarms).toEqual([`zalo.token-lost ${OA}`]);
});

test("an unreachable Zalo spends nothing and raises no alarm", async () => {
  const tokens = startProcess();
  await zalo.close();
  now += 25 * HOUR;
  await expect(tokens.current(OA)).rejects.toMatchObject({ code: "http.ECONNREFUSED", kind: "unavailable" });
  expect(alarms).toEqual([]);
  zalo = await startScriptedServer();
});

test("a pair that cannot be stored is kept and stored later, never asked for twice", async () => {
  let full = true;
  const failing: TokenStore = {
    ...store,
    replace: (tokens, version) => (full ? Promise.reject(new Error("disk full")) : store.replace(tokens, version)),
  };
  const tokens = startProcess(failing);
  now += 25 * HOUR;
  await expect(tokens.current(OA)).rejects.toMatchObject({ code: "zalo.token-unsaved" });
  expect(alarms).toEqual([`zalo.token-unsaved ${OA}`]);
  full = false;
  now += 5_000;
  expect(await tokens.current(OA)).toBe("access-1");
  expect(zalo.asked).toHaveLength(1);
});

test("when the OA is linked anew during a refresh, the new link stays", async () => {
  const granting = grantOnce();
  const pair = { accessToken: "linked", refreshToken: "linked-refresh" };
  zalo.answer = (res, asked) => {
    void storePair({ store, sealer, clock: () => now }, OA, pair).then(() => granting(res, asked));
  };
  now += 25 * HOUR;
  expect(await startProcess().current(OA)).toBe("linked");
});

test("an OA that is not linked, or sealed with another key, is told apart", async () => {
  await expect(startProcess().current("1")).rejects.toMatchObject({ code: "zalo.not-linked" });
  const stored = await store.read(OA);
  await store.replace({ ...stored!, oaId: "2" }, "force");
  await expect(startProcess().current("2")).rejects.toMatchObject({ code: "secrets.open", kind: "invalid" });
});

test("no error tells a secret, and the store holds none in the clear", async () => {
  const secrets = /access-0|refresh-0|app-secret/;
  const told = (error: unknown): string => {
    const own = error instanceof Error ? [error.stack, ...Object.entries(error).flat(), told(error.cause)] : [error];
    return own.map((part) => (typeof part === "object" ? JSON.stringify(part) : String(part))).join(" ");
  };
  now += 25 * HOUR;
  for (const fault of [reset, hang, raw("refresh-0", 500), json({ error: -118, error_reason: "refresh-0" })]) {
    zalo.answer = fault;
    now += 61_000;
    const failure = await startProcess()
      .current(OA)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(told(failure)).not.toMatch(secrets);
  }
  expect(JSON.stringify(await store.read(OA))).not.toMatch(secrets);
});
