/** Linking an Official Account to our app, once (zalo-oa.md §3): by the permission page, or with a pair of API Explorer's. */
import { createHash, timingSafeEqual } from "node:crypto";
import { Invalid, Refused, Unavailable } from "../../errors.ts";
import type { Sealer } from "../../secrets/seal.ts";
import { ACCESS_TOKEN_MS, type Oauth, type TokenPair } from "./oauth.ts";
import { sealPair } from "./sealed-tokens.ts";
import type { TokenStore } from "./token-store.ts";

/** A PKCE verifier of the 43 characters Zalo demands (§3.2). `random`: 32 bytes. */
export function createVerifierCode(random: Uint8Array): string {
  if (random.length !== 32) throw new Invalid("zalo.pkce", "a verifier is made from 32 random bytes");
  return Buffer.from(random).toString("base64url");
}

/** What belongs to a verifier. With the console's fixed link, this is the "Code Challenge" to enter there (§3.1). */
export function challengeOf(verifier: string): string {
  if (!/^[\w.~-]{43}$/.test(verifier))
    throw new Invalid("zalo.pkce", "ZALO_PKCE_VERIFIER must have exactly 43 characters");
  return createHash("sha256").update(verifier, "ascii").digest("base64url");
}

export type LinkRequest = {
  /** `https://oauth.zaloapp.com` */
  readonly oauthUrl: string;
  readonly appId: string;
  /** Letter for letter as in the console; anything else is error -14003. */
  readonly redirectUri: string;
  readonly verifier: string;
  /** A nonce to recognise the answer by. */
  readonly state: string;
};

/** The page on which the OA's administrator grants the app its permissions. */
export function linkUrl(request: LinkRequest): string {
  const url = new URL("/v4/oa/permission", request.oauthUrl);
  url.searchParams.set("app_id", request.appId);
  url.searchParams.set("redirect_uri", request.redirectUri);
  url.searchParams.set("code_challenge", challengeOf(request.verifier));
  url.searchParams.set("state", request.state);
  return url.href;
}

/**
 * What Zalo's redirect brings back. Throws `Refused` when its state is not the one sent, for then somebody else may
 * have made the link, and `Invalid` when there is no code. `expectedState` null: the console's fixed link, without one.
 */
export function readCallback(callbackUrl: string, expectedState: string | null): { code: string; oaId: string } {
  if (!URL.canParse(callbackUrl)) throw new Invalid("zalo.link-callback", "this is not a web address");
  const query = new URL(callbackUrl).searchParams;
  if (expectedState !== null && !isSame(query.get("state") ?? "", expectedState)) {
    throw new Refused("zalo.link-state", "the answer does not belong to this link: begin anew");
  }
  const [code, oaId] = [query.get("code") ?? "", query.get("oa_id") ?? ""];
  if (code === "" || !/^\d{1,20}$/.test(oaId)) {
    throw new Invalid("zalo.link-callback", "the address has no code and oa_id: copy it whole from the browser");
  }
  return { code, oaId };
}

/** A code for a pair of tokens: within 10 minutes, once. Throws `Refused` or `Unavailable`, never with a secret in it. */
export async function exchangeCode(oauth: Oauth, code: string, verifier: string): Promise<GrantedPair> {
  const grant = await oauth.exchange(code, verifier);
  if (grant.kind === "granted") return { ...grant.pair, expiresInMs: grant.expiresInMs };
  if (grant.kind === "refused") {
    throw new Refused(`zalo.oauth.${grant.code}`, `Zalo refused the code (${grant.code}): open the link anew`);
  }
  throw new Unavailable("zalo.oauth-unreachable", `no clear answer from Zalo (${grant.why}): open the link anew`);
}

export type GrantedPair = TokenPair & { readonly expiresInMs?: number };

export type LinkStore = { readonly store: TokenStore; readonly sealer: Sealer; readonly clock: () => number };

/**
 * Keeps a pair, sealed, in place of whatever was there. A pair from API Explorer tells no age: it is taken as new, and
 * when it is not, Zalo's first refusal has it refreshed. Such a pair must not be used anywhere else (§3.1).
 */
export async function storePair(link: LinkStore, oaId: string, pair: GrantedPair): Promise<void> {
  if (!/^\d{1,20}$/.test(oaId)) throw new Invalid("zalo.oa-id", "the OA id must be digits only");
  const { accessToken, refreshToken, expiresInMs } = pair;
  if (![accessToken, refreshToken].every((token) => /^[\x21-\x7e]+$/.test(token))) {
    throw new Invalid("zalo.pair", "an access token and a refresh token are needed, without spaces");
  }
  const now = link.clock();
  const sealed = sealPair(link.sealer, oaId, { accessToken, refreshToken });
  const expiresAt = now + (expiresInMs ?? ACCESS_TOKEN_MS);
  await link.store.replace({ oaId, sealed, expiresAt, refreshedAt: now }, "force");
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
