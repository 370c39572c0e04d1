/** Encryption at rest and keyed pseudonyms, both from DATA_KEY. AES-256-GCM and HMAC-SHA-256 of node:crypto. */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from "node:crypto";
import { Invalid } from "../errors.ts";

export interface Sealer {
  /** Text to an opaque string; two seals of one text differ. `context` must be the same when opened. */
  seal(text: string, context: string): string;
  /** Throws `Invalid` when the key or context is another one, or a byte was changed. */
  open(sealed: string, context: string): string;
  /** The same text always gives the same pseudonym; without the key it cannot be recovered or guessed. */
  pseudonym(text: string, context: string): string;
}

/** `dataKey`: 32 bytes. */
export function createSealer(dataKey: Uint8Array): Sealer {
  if (dataKey.length !== 32) throw new Invalid("secrets.key", "DATA_KEY must be 32 bytes");
  const derive = (purpose: string) => Buffer.from(hkdfSync("sha256", dataKey, "", `mot-cua/${purpose}`, 32));
  const sealKey = derive("seal");
  // Made once: an import asks for a hundred thousand pseudonyms.
  const nameKey = createSecretKey(derive("pseudonym"));
  return {
    seal(text, context) {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", sealKey, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return `v1.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url")}`;
    },
    open(sealed, context) {
      try {
        const bytes = Buffer.from(sealed.replace(/^v1\./, ""), "base64url");
        const decipher = createDecipheriv("aes-256-gcm", sealKey, bytes.subarray(0, 12))
          .setAAD(Buffer.from(context))
          .setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
      } catch (cause) {
        throw new Invalid("secrets.open", "a stored secret cannot be opened: was DATA_KEY changed?", { cause });
      }
    },
    pseudonym: (text, context) => createHmac("sha256", nameKey).update(`${context}\0${text}`).digest("base64url"),
  };
}
