import { createHash } from "node:crypto";

/**
 * The value of `X-ZEvent-Signature` (§1.2): plain SHA-256, no separators, no HMAC. Written here a second time on
 * purpose: were it shared with the receiver, a mistake in it would verify itself.
 */
export function signatureOf(appId: string, body: string, timestamp: string, oaSecret: string): string {
  const digest = createHash("sha256");
  for (const part of [appId, body, timestamp, oaSecret]) digest.update(part, "utf8");
  return `mac=${digest.digest("hex")}`;
}

/** A signature of the right shape and the wrong value. */
export function corrupted(signature: string): string {
  const last = signature.at(-1) === "0" ? "1" : "0";
  return signature.slice(0, -1) + last;
}
