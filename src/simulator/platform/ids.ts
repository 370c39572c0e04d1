import { randomBytes, randomInt } from "node:crypto";

/** 19 digits and beyond 2^53, so that a reader who turns ids into numbers loses the last digits (§0, fact 7). */
export function newLongId(): string {
  return `${randomInt(2, 9)}${Array.from({ length: 18 }, () => randomInt(10)).join("")}`;
}

/** Random, so that a platform started anew never repeats an id that a receiver has stored. */
export const newMessageId = (): string => randomBytes(10).toString("hex");

export const newSecret = (): string => randomBytes(30).toString("base64url");

export const newConversationId = (): string => randomBytes(8).toString("hex");
