/** Our voice at Zalo: consultation messages through the OA API (zalo-oa.md §4). */
import { createHmac } from "node:crypto";
import { AppError } from "../../errors.ts";
import type { SendOutcome, SendTodo, Voice } from "../voice.ts";
import { type Composed, composeMessage } from "./compose.ts";
import type { Http } from "./http.ts";
import { isTokenCode, sendOutcomeOf } from "./send-outcome.ts";
import type { ZaloTokens } from "./tokens.ts";

export type ZaloClientSettings = {
  /** `https://openapi.zalo.me` */
  readonly openapiUrl: string;
  readonly http: Http;
  readonly tokens: Pick<ZaloTokens, "current" | "renew">;
  /** Given: `appsecret_proof` is sent with each request, for apps of which Zalo demands it (§3.5, error -242). */
  readonly proveWithAppSecret?: string;
};

/** A voice that never throws. A token that Zalo refuses is renewed once for each send. */
export function createZaloClient(settings: ZaloClientSettings): Voice {
  const { tokens, http } = settings;

  async function post(composed: Composed, token: string): Promise<SendOutcome> {
    const headers: Record<string, string> = { access_token: token, "content-type": "application/json" };
    if (settings.proveWithAppSecret !== undefined) {
      headers.appsecret_proof = appSecretProof(settings.proveWithAppSecret, token);
    }
    return sendOutcomeOf(await http.post(new URL(composed.path, settings.openapiUrl).href, composed.body, headers));
  }

  return {
    async send(to, reply) {
      try {
        const composed = composeMessage(to, reply);
        const token = await tokens.current(to.oaId);
        const outcome = await post(composed, token);
        if (outcome.kind !== "refused" || !isTokenCode(outcome.code)) return outcome;
        return await post(composed, await tokens.renew(to.oaId, token));
      } catch (error) {
        return beforeSending(error);
      }
    },
  };
}

/** §3.5. This one is an HMAC, unlike the webhook's signature. */
export function appSecretProof(appSecret: string, accessToken: string): string {
  return createHmac("sha256", appSecret).update(accessToken).digest("hex");
}

/** Nothing was delivered: the reply could not be composed, or there is no token. A token refused by Zalo sent nothing. */
function beforeSending(error: unknown): SendOutcome {
  const code = error instanceof AppError ? error.code : "zalo.fault";
  return { kind: "refused", code, todo: todoWithoutSending(code, error) };
}

function todoWithoutSending(code: string, error: unknown): SendTodo {
  // Somebody is refreshing, or the last try failed less than a minute ago: not this message's fault.
  if (/^zalo\.(refresh-|token-)/.test(code)) return "wait";
  // Nobody linked the OA, or Zalo refuses to go on: an officer must.
  if (/^zalo\.(not-linked|oauth\.|tokens|fault)/.test(code) || code === "secrets.open") return "tell-staff";
  // A reply that breaks Zalo's limits breaks them again; others are not concerned.
  return error instanceof AppError && error.kind === "invalid" ? "give-up" : "retry";
}
