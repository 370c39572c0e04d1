/** Zalo's token endpoint (zalo-oa.md §3.3). No error or value made here carries a token, a code or a secret. */
import { fieldsOf, idOf, wordOf } from "./fields.ts";
import type { Http } from "./http.ts";

export type OauthSettings = {
  /** `https://oauth.zaloapp.com` */
  readonly oauthUrl: string;
  readonly appId: string;
  /** The App Secret Key, not the OA Secret Key that signs the webhook. */
  readonly appSecret: string;
};

export type TokenPair = { readonly accessToken: string; readonly refreshToken: string };

export type Grant =
  | { readonly kind: "granted"; readonly pair: TokenPair; readonly expiresInMs: number }
  /** Zalo said no. `code` is its error number, or `incomplete` for an answer without tokens. */
  | { readonly kind: "refused"; readonly code: string }
  /** No clear answer: the single-use token or code may be spent. */
  | { readonly kind: "lost"; readonly why: string }
  | { readonly kind: "not-sent"; readonly why: string };

export interface Oauth {
  /** A refresh token works once; the answer brings the next one. */
  refresh(refreshToken: string): Promise<Grant>;
  /** A code from the permission page lives 10 minutes and works once. */
  exchange(code: string, verifier: string): Promise<Grant>;
}

/** 25 hours: what Zalo grants, and what is taken when it does not say (§3.3). */
export const ACCESS_TOKEN_MS = 90_000_000;

export function createOauth(settings: OauthSettings, http: Http): Oauth {
  const url = new URL("/v4/oa/access_token", settings.oauthUrl).href;
  const headers = { "content-type": "application/x-www-form-urlencoded", secret_key: settings.appSecret };
  const ask = async (form: Record<string, string>): Promise<Grant> => {
    const body = new URLSearchParams({ ...form, app_id: settings.appId }).toString();
    const answer = await http.post(url, body, headers);
    return answer.kind === "answered" ? judge(answer.status, answer.body) : answer;
  };
  return {
    refresh: (refreshToken) => ask({ refresh_token: refreshToken, grant_type: "refresh_token" }),
    exchange: (code, verifier) => ask({ code, grant_type: "authorization_code", code_verifier: verifier }),
  };
}

/** An answer without an access token is a failure, whatever its status (§3.3): usually HTTP 200 with `error`. */
function judge(status: number, body: unknown): Grant {
  const fields = fieldsOf(body);
  const [accessToken, refreshToken] = [wordOf(fields.access_token), wordOf(fields.refresh_token)];
  if (accessToken !== "" && refreshToken !== "") {
    // `expires_in` is a string, in seconds.
    const seconds = Number(fields.expires_in);
    const expiresInMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : ACCESS_TOKEN_MS;
    return { kind: "granted", pair: { accessToken, refreshToken }, expiresInMs };
  }
  const code = idOf(fields.error);
  if (code !== null && code !== "0") return { kind: "refused", code };
  if (body === undefined || status >= 500) return { kind: "lost", why: `http.${status}` };
  return { kind: "refused", code: "incomplete" };
}
