/** Zalo's side of the channel: the door, the voice, and how an OA is linked. */
export { createZaloClient } from "./client.ts";
export { createHttp, type Http } from "./http.ts";
export { challengeOf, createVerifierCode, exchangeCode, linkUrl, readCallback, storePair } from "./link.ts";
export { createOauth, type Oauth } from "./oauth.ts";
export { SIGNATURE_HEADER, signZaloBody } from "./signature.ts";
export { verificationFile, verificationTag } from "./site-verification.ts";
export type { TokenAlarm, TokenSettings } from "./token-refresh.ts";
export type { StoredTokens, TokenStore } from "./token-store.ts";
export { createZaloTokens, type ZaloTokens } from "./tokens.ts";
export { createWebhook, type DoorOutcome } from "./webhook.ts";
