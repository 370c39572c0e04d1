/** Random tokens for links and cookies; only their hashes are kept, so whoever reads the database can use none. */
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits. */
export const newToken = (): string => randomBytes(32).toString("base64url");

export const keyOf = (token: string): string => createHash("sha256").update(token).digest("hex");
