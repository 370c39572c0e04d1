/** One refresh of one OA's tokens, safe against other processes, lost answers and a store that fails (zalo-oa.md §3.4). */
import { isResting } from "../../rests.ts";
import type { Sealer } from "../../secrets/seal.ts";
import type { Grant, Oauth, TokenPair } from "./oauth.ts";
import { openPair, sealPair } from "./sealed-tokens.ts";
import type { StoredTokens, TokenStore } from "./token-store.ts";

export type TokenSettings = {
  readonly oauth: Oauth;
  readonly store: TokenStore;
  readonly sealer: Sealer;
  readonly clock: () => number;
  /** Resolves after so many milliseconds; used while another process refreshes and between tries to store. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Names this process in the lease: another id for each start. */
  readonly owner: string;
  /** Somebody must act. At most once a minute for each OA. */
  readonly alarm: (code: TokenAlarm, oaId: string) => void;
};

/**
 * `zalo.token-refused`: Zalo refused the refresh. `zalo.token-lost`: an answer got lost and the old token no longer
 * works, or may not. For both the OA's administrator links anew. `zalo.token-unsaved`: the store refuses the new pair,
 * which only this process still holds.
 */
export type TokenAlarm = "zalo.token-refused" | "zalo.token-lost" | "zalo.token-unsaved";

export type RefreshOutcome =
  | { readonly kind: "refreshed"; readonly pair: TokenPair }
  /** `zalo.refresh-busy`: another process is at it. `zalo.refresh-paused`: it failed less than a minute ago. */
  | { readonly kind: "failed"; readonly code: string };

/**
 * The lease outlasts two exchanges with Zalo and the storing of their fruit. After a failure it is not given back,
 * which makes it the pause of a minute between two tries, for all processes together.
 */
export const LEASE_MS = 60_000;
/** A pair that could not be stored is tried again sooner: nothing is asked of Zalo for it. */
const UNSAVED_PAUSE_MS = 5_000;
const LOOK_AGAIN_MS = 250;
const SAVE_TRIES = 4;

type NewTokens = Omit<StoredTokens, "version"> & { readonly replaces: number };

export function createRefresher(settings: TokenSettings) {
  const { oauth, store, sealer, clock, sleep, owner, alarm } = settings;
  const pausedUntil = new Map<string, number>();
  /** A pair that Zalo has granted and the store would not take. Asking again would burn it. */
  const unsaved = new Map<string, NewTokens>();

  async function refresh(seen: StoredTokens): Promise<RefreshOutcome> {
    const now = clock();
    if (isResting(pausedUntil.get(seen.oaId) ?? 0, now, LEASE_MS))
      return { kind: "failed", code: "zalo.refresh-paused" };
    if (!(await store.claimRefresh(seen.oaId, owner, now, now + LEASE_MS))) return waitForOthers(seen);
    // Another process may have finished between our reading and our lease.
    const stored = await store.read(seen.oaId);
    if (stored === null || stored.version !== seen.version) {
      await release(seen.oaId);
      return stored === null ? failed("zalo.not-linked") : refreshedFrom(stored);
    }
    const outcome = await underLease(stored);
    if (outcome.kind === "refreshed") await release(seen.oaId);
    else pausedUntil.set(seen.oaId, clock() + (unsaved.has(seen.oaId) ? UNSAVED_PAUSE_MS : LEASE_MS));
    return outcome;
  }

  async function underLease(stored: StoredTokens): Promise<RefreshOutcome> {
    const kept = unsaved.get(stored.oaId);
    if (kept?.replaces === stored.version) return save(kept);
    const { refreshToken } = openPair(sealer, stored);
    const first = await oauth.refresh(refreshToken);
    const wasLost = first.kind === "lost";
    // An answer that got lost may have spent the token, or not: only another try with it can tell.
    const grant = wasLost ? await oauth.refresh(refreshToken) : first;
    if (grant.kind !== "granted") return giveUp(stored.oaId, grant, wasLost);
    const { oaId, version } = stored;
    const at = clock();
    const sealed = sealPair(sealer, oaId, grant.pair);
    return save({ oaId, sealed, refreshedAt: at, expiresAt: at + grant.expiresInMs, replaces: version });
  }

  function giveUp(oaId: string, grant: Exclude<Grant, { kind: "granted" }>, wasLost: boolean): RefreshOutcome {
    if (wasLost || grant.kind === "lost") alarm("zalo.token-lost", oaId);
    else if (grant.kind === "refused") alarm("zalo.token-refused", oaId);
    return failed(grant.kind === "refused" ? `zalo.oauth.${grant.code}` : grant.why);
  }

  /** Durable before its first use. When somebody linked the OA anew meanwhile, theirs stays. */
  async function save(pair: NewTokens): Promise<RefreshOutcome> {
    const { replaces, ...tokens } = pair;
    for (let attempt = 1; attempt <= SAVE_TRIES; attempt++) {
      try {
        const replaced = await store.replace(tokens, replaces);
        unsaved.delete(tokens.oaId);
        if (replaced) return refreshedFrom({ ...tokens, version: replaces + 1 });
        const theirs = await store.read(tokens.oaId);
        return theirs === null ? failed("zalo.not-linked") : refreshedFrom(theirs);
      } catch {
        unsaved.set(tokens.oaId, pair);
        if (attempt < SAVE_TRIES) await sleep(250 * 2 ** attempt);
      }
    }
    alarm("zalo.token-unsaved", tokens.oaId);
    return failed("zalo.token-unsaved");
  }

  async function waitForOthers(seen: StoredTokens): Promise<RefreshOutcome> {
    const until = clock() + LEASE_MS / 4;
    while (clock() < until) {
      await sleep(LOOK_AGAIN_MS);
      const stored = await store.read(seen.oaId);
      if (stored !== null && stored.version !== seen.version) return refreshedFrom(stored);
    }
    return failed("zalo.refresh-busy");
  }

  /** A lease that cannot be given back ends by itself. */
  const release = (oaId: string) => store.releaseRefresh(oaId, owner).catch(() => {});
  const failed = (code: string): RefreshOutcome => ({ kind: "failed", code });
  const refreshedFrom = (stored: StoredTokens): RefreshOutcome => ({
    kind: "refreshed",
    pair: openPair(sealer, stored),
  });

  return { refresh };
}
