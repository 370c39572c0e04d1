/** Where the OA's tokens are kept. Values arrive sealed (secrets/seal.ts): the store never sees a token. */
export type StoredTokens = {
  readonly oaId: string;
  /** Sealed JSON of both tokens. */
  readonly sealed: string;
  /** When the access token ends, epoch milliseconds UTC. */
  readonly expiresAt: number;
  readonly refreshedAt: number;
  /** Grows by one with each replacement. */
  readonly version: number;
};

export interface TokenStore {
  read(oaId: string): Promise<StoredTokens | null>;
  /**
   * Compare-and-set, durable when it resolves. `expectedVersion` null: only when nothing is stored yet.
   * False: somebody else replaced them first; read again. `force` (linking anew) replaces whatever is there.
   */
  replace(tokens: Omit<StoredTokens, "version">, expectedVersion: number | null | "force"): Promise<boolean>;
  /** A lease that lets one process refresh at a time. False: another holds it. */
  claimRefresh(oaId: string, owner: string, now: number, until: number): Promise<boolean>;
  releaseRefresh(oaId: string, owner: string): Promise<void>;
}
