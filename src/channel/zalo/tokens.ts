/**
 * The OA's access token, refreshed once however many ask for it (zalo-oa.md §3.4). A refresh token works a single
 * time: the new pair is durable before anyone uses it, one process refreshes at a time, losers read again.
 */
import { Unavailable } from "../../errors.ts";
import { openPair } from "./sealed-tokens.ts";
import { createRefresher, type RefreshOutcome, type TokenSettings } from "./token-refresh.ts";
import type { StoredTokens } from "./token-store.ts";

export interface ZaloTokens {
  /** A token believed to be valid. Throws `Unavailable` when there is none now, `Invalid` when it cannot be opened. */
  current(oaId: string): Promise<string>;
  /** Zalo refused `staleToken`: the one that has replaced it, or a new one. Throws as `current`. */
  renew(oaId: string, staleToken: string): Promise<string>;
  /** For a timer, say every 5 minutes: refreshes what is past four fifths of its life. Never throws. */
  refreshIfDue(oaId: string): Promise<void>;
  /** Resolves when no refresh is under way. Wait for it before the store is closed: a pair in the air is lost. */
  idle(): Promise<void>;
}

/** A token that ends this soon is not begun with. */
const MARGIN_MS = 60_000;

export function createZaloTokens(settings: TokenSettings): ZaloTokens {
  const { store, sealer, clock } = settings;
  const refresher = createRefresher(settings);
  const flights = new Map<string, Promise<RefreshOutcome>>();
  /** Unsealed once for each pair, not for each send. */
  let opened: { readonly sealed: string; readonly accessToken: string } | null = null;

  function accessTokenOf(stored: StoredTokens): string {
    if (opened?.sealed !== stored.sealed) {
      opened = { sealed: stored.sealed, accessToken: openPair(sealer, stored).accessToken };
    }
    return opened.accessToken;
  }

  /** All callers of one process share a flight; between processes the lease decides. */
  function refresh(stored: StoredTokens): Promise<RefreshOutcome> {
    const under = flights.get(stored.oaId);
    if (under) return under;
    const flight = refresher.refresh(stored).finally(() => flights.delete(stored.oaId));
    flights.set(stored.oaId, flight);
    return flight;
  }

  async function read(oaId: string): Promise<StoredTokens> {
    const stored = await store.read(oaId);
    if (stored === null) throw new Unavailable("zalo.not-linked", "this OA is not linked yet: run npm run zalo:link");
    return stored;
  }

  async function refreshed(stored: StoredTokens): Promise<string> {
    const outcome = await refresh(stored);
    if (outcome.kind === "refreshed") return outcome.pair.accessToken;
    throw new Unavailable(outcome.code, "no new access token can be had from Zalo now");
  }

  const isDue = (stored: StoredTokens) => {
    const lifeMs = stored.expiresAt - stored.refreshedAt;
    return clock() >= stored.refreshedAt + 0.8 * lifeMs;
  };
  const isAlive = (stored: StoredTokens) => clock() < stored.expiresAt - MARGIN_MS;

  return {
    async current(oaId) {
      const stored = await read(oaId);
      if (!isAlive(stored)) return refreshed(stored);
      const accessToken = accessTokenOf(stored);
      // Begun early and not waited for: the token at hand is good for hours, whatever becomes of the refresh.
      if (isDue(stored)) refresh(stored).catch(() => {});
      return accessToken;
    },
    async renew(oaId, staleToken) {
      const stored = await read(oaId);
      const accessToken = accessTokenOf(stored);
      return accessToken !== staleToken && isAlive(stored) ? accessToken : refreshed(stored);
    },
    async refreshIfDue(oaId) {
      const stored = await store.read(oaId).catch(() => null);
      if (stored !== null && isDue(stored)) await refresh(stored).catch(() => {});
    },
    async idle() {
      await Promise.allSettled(flights.values());
    },
  };
}
