import { createHash } from "node:crypto";
import { askToken, callApi, closeAll, IDENTITY, startBench } from "./stub-webhook.ts";

afterEach(closeAll);

const refresh = (token: string) => ({ grant_type: "refresh_token", refresh_token: token });

test("a refresh gives a new pair, ends the old access token and spends the old refresh token", async () => {
  const { zalo } = await startBench();
  const first = zalo.firstTokens();
  expect((await callApi(zalo, first.access_token, "/v2.0/oa/getoa")).json.error).toBe(0);

  const second = await askToken(zalo, refresh(first.refresh_token));
  expect(second.expires_in).toBe("90000");
  expect((await callApi(zalo, first.access_token, "/v2.0/oa/getoa")).json).toEqual({
    error: -216,
    message: "Access token is invalid",
  });
  expect((await callApi(zalo, second.access_token, "/v2.0/oa/getoa")).json.data.oa_type).toBe(4);

  const spent = await askToken(zalo, refresh(first.refresh_token));
  expect(spent.access_token).toBeUndefined();
  expect(spent.error).toBeLessThan(0);
});

test("an access token is expired after 25 hours and a refresh token after three months", async () => {
  const { zalo, clock } = await startBench();
  const pair = zalo.firstTokens();
  clock.at += 90_000_000;
  expect((await callApi(zalo, pair.access_token, "/v2.0/oa/getoa")).json.error).toBe(-220);
  clock.at += 91 * 86_400_000;
  expect((await askToken(zalo, refresh(pair.refresh_token))).error).toBe(-118);
});

test("a Bearer header alone counts as no token", async () => {
  const { zalo } = await startBench();
  const { access_token } = zalo.firstTokens();
  const response = await fetch(`${zalo.openapiUrl}/v2.0/oa/getoa`, {
    headers: { authorization: `Bearer ${access_token}` },
  });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ error: -216 });
});

describe("a code from the permission page", () => {
  const verifier = "v".repeat(43);
  const challenge = createHash("sha256").update(verifier).digest("base64url");

  async function askCode(url: string): Promise<URL> {
    const query = new URLSearchParams({
      app_id: IDENTITY.appId,
      redirect_uri: "http://localhost:3000/zalo/callback",
      code_challenge: challenge,
      state: "nonce",
    });
    const response = await fetch(`${url}/v4/oa/permission?${query}`, { redirect: "manual" });
    return new URL(response.headers.get("location") ?? "");
  }

  const exchange = (code: string | null, code_verifier = verifier) => ({
    grant_type: "authorization_code",
    code: code ?? "",
    code_verifier,
  });

  test("comes back with the OA and the state, and works once", async () => {
    const { zalo } = await startBench();
    const back = await askCode(zalo.oauthUrl);
    expect(back.searchParams.get("oa_id")).toBe(IDENTITY.oaId);
    expect(back.searchParams.get("state")).toBe("nonce");
    const code = back.searchParams.get("code");
    expect((await askToken(zalo, exchange(code))).access_token).toEqual(expect.any(String));
    expect((await askToken(zalo, exchange(code))).access_token).toBeUndefined();
  });

  test("is refused with another verifier, another app secret, or after ten minutes", async () => {
    const { zalo, clock } = await startBench();
    const wrongVerifier = exchange((await askCode(zalo.oauthUrl)).searchParams.get("code"), "w".repeat(43));
    expect((await askToken(zalo, wrongVerifier)).access_token).toBeUndefined();

    const wrongSecret = exchange((await askCode(zalo.oauthUrl)).searchParams.get("code"));
    expect((await askToken(zalo, wrongSecret, IDENTITY.oaSecret)).access_token).toBeUndefined();

    const late = exchange((await askCode(zalo.oauthUrl)).searchParams.get("code"));
    clock.at += 600_001;
    expect((await askToken(zalo, late)).access_token).toBeUndefined();
  });
});

test("a refresh can be refused, or rotate while its answer is lost", async () => {
  const { zalo } = await startBench();
  const pair = zalo.firstTokens();
  zalo.faults.next(1, "refuse-refresh");
  expect((await askToken(zalo, refresh(pair.refresh_token))).error).toBe(-118);

  zalo.faults.next(1, "lost-refresh-response");
  await expect(askToken(zalo, refresh(pair.refresh_token))).rejects.toThrow();
  expect((await askToken(zalo, refresh(pair.refresh_token))).error).toBe(-118);
  expect(zalo.faults.pending).toEqual([]);
});
