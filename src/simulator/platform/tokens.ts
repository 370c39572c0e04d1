import { createHash } from "node:crypto";
import { type Answer, type ApiRequest, refuse } from "./answer.ts";
import type { Faults } from "./faults.ts";
import { newSecret } from "./ids.ts";

const CODE_MS = 10 * 60_000;
const ACCESS_SECONDS = 90_000;
const REFRESH_MS = 90 * 86_400_000;

export type TokenPair = {
  readonly access_token: string;
  readonly refresh_token: string;
  /** A string of seconds, 25 hours (§0, fact 8). */
  readonly expires_in: string;
};

type Identity = { readonly appId: string; readonly appSecret: string; readonly oaId: string };

/** OAuth v4 for an OA (§3): codes that work once, access tokens that die with the next one, refresh tokens used once. */
export class Tokens {
  readonly #identity: Identity;
  readonly #now: () => number;
  readonly #faults: Faults;
  readonly #codes = new Map<string, { challenge: string; until: number }>();
  #access: { token: string; until: number } | null = null;
  #refresh: { token: string; until: number } | null = null;

  constructor(identity: Identity, now: () => number, faults: Faults) {
    this.#identity = identity;
    this.#now = now;
    this.#faults = faults;
  }

  /** A new pair; the pair before it stops working at once. */
  issue(): TokenPair {
    const pair = { access_token: newSecret(), refresh_token: newSecret(), expires_in: String(ACCESS_SECONDS) };
    this.#access = { token: pair.access_token, until: this.#now() + ACCESS_SECONDS * 1000 };
    this.#refresh = { token: pair.refresh_token, until: this.#now() + REFRESH_MS };
    return pair;
  }

  expireAccess(): void {
    if (this.#access) this.#access.until = 0;
  }

  /** Null when the call may go on. A `Bearer` header is not looked at: alone it counts as missing (§12.2). */
  refusal(headers: ApiRequest["headers"]): Answer | null {
    if (!this.#access || headers.access_token !== this.#access.token) return refuse(-216, "Access token is invalid");
    if (this.#now() >= this.#access.until) return refuse(-220, "Access token is expired or removed");
    return null;
  }

  /** `GET /v4/oa/permission`: the OA's administrator agrees at once. */
  permission(query: URLSearchParams): Answer {
    if (query.get("app_id") !== this.#identity.appId) return oauthError(-14002, "Invalid appId");
    const callback = httpUrl(query.get("redirect_uri"));
    if (!callback) return oauthError(-14003, "Invalid redirect uri");
    const code = newSecret();
    this.#codes.set(code, { challenge: query.get("code_challenge") ?? "", until: this.#now() + CODE_MS });
    callback.searchParams.set("code", code);
    callback.searchParams.set("oa_id", this.#identity.oaId);
    const state = query.get("state");
    if (state !== null) callback.searchParams.set("state", state);
    return { status: 302, headers: { location: callback.href }, body: "" };
  }

  /** `POST /v4/oa/access_token`. The codes of refusals other than -14002 and -14003 are not published [I]. */
  exchange(request: ApiRequest): Answer {
    if (!request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded"))
      return oauthError(-14004, "Invalid content type");
    const form = new URLSearchParams(request.body.toString("utf8"));
    if (form.get("app_id") !== this.#identity.appId) return oauthError(-14002, "Invalid appId");
    if (request.headers.secret_key !== this.#identity.appSecret) return oauthError(-14004, "Invalid secret key");
    const grant = form.get("grant_type");
    if (grant === "authorization_code") return this.#exchangeCode(form);
    if (grant === "refresh_token") return this.#exchangeRefresh(form);
    return oauthError(-14005, "Invalid grant type");
  }

  #exchangeCode(form: URLSearchParams): Answer {
    const code = form.get("code") ?? "";
    const known = this.#codes.get(code);
    this.#codes.delete(code);
    if (!known || this.#now() > known.until) return oauthError(-14006, "Invalid code");
    if (known.challenge && challengeOf(form.get("code_verifier") ?? "") !== known.challenge)
      return oauthError(-14007, "Invalid code verifier");
    return { body: this.issue() };
  }

  #exchangeRefresh(form: URLSearchParams): Answer {
    if (this.#faults.take("oauth", (fault) => fault === "refuse-refresh"))
      return oauthError(-118, "Refresh token is invalid");
    const held = this.#refresh;
    if (!held || form.get("refresh_token") !== held.token || this.#now() > held.until)
      return oauthError(-118, "Refresh token is invalid");
    return { body: this.issue() };
  }
}

function oauthError(error: number, name: string): Answer {
  return {
    body: {
      error,
      error_name: name,
      error_reason: "",
      error_description: name,
      ref_doc: "https://developers.zalo.me/docs/official-account/phu-luc/ma-loi",
    },
  };
}

function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier, "ascii").digest("base64url");
}

function httpUrl(text: string | null): URL | null {
  const url = URL.parse(text ?? "");
  return url && (url.protocol === "http:" || url.protocol === "https:") ? url : null;
}
