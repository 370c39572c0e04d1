/** A pair of tokens in and out of the store. Only sealed text leaves this file. */
import { Invalid } from "../../errors.ts";
import type { Sealer } from "../../secrets/seal.ts";
import { fieldsOf, parseExactly } from "./fields.ts";
import type { TokenPair } from "./oauth.ts";
import type { StoredTokens } from "./token-store.ts";

export function sealPair(sealer: Sealer, oaId: string, pair: TokenPair): string {
  return sealer.seal(JSON.stringify(pair), contextOf(oaId));
}

/** Throws `Invalid` when DATA_KEY is another one than the tokens were sealed with. */
export function openPair(sealer: Sealer, stored: StoredTokens): TokenPair {
  const { accessToken, refreshToken } = fieldsOf(parseExactly(sealer.open(stored.sealed, contextOf(stored.oaId))));
  if (typeof accessToken === "string" && typeof refreshToken === "string") return { accessToken, refreshToken };
  throw new Invalid("zalo.tokens", "the stored Zalo tokens have another shape: link the OA anew");
}

/** One OA's tokens put in another OA's row do not open. */
const contextOf = (oaId: string) => `zalo-tokens/${oaId}`;
