/**
 * The token that makes a form ours. Pages are compressed, and a page's length could tell of a secret that is always the
 * same beside words that a stranger chose; so that each page carries it under a mask of its own.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";

/** Another text each time; `isToken` knows it. */
export function maskToken(token: string): string {
  const bytes = Buffer.from(token);
  const mask = randomBytes(bytes.length);
  return Buffer.concat([mask, xor(mask, bytes)]).toString("base64url");
}

export function isToken(sent: string, token: string): boolean {
  const bytes = Buffer.from(token);
  const masked = Buffer.from(sent, "base64url");
  if (masked.length !== bytes.length * 2) return false;
  const given = xor(masked.subarray(0, bytes.length), masked.subarray(bytes.length));
  return timingSafeEqual(given, bytes);
}

const xor = (one: Buffer, other: Buffer): Buffer => Buffer.from(one.map((byte, at) => byte ^ (other[at] ?? 0)));
