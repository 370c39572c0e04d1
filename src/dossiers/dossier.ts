/** A dossier (hồ sơ) as one source knows it, reduced to what may be said. No name, no address. */
export const STATUSES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** The ten statuses synchronised to the National Public Service Portal (dossier-and-centre.md (b)). */
export type Status = (typeof STATUSES)[number];

export type Dossier = {
  /** Canonical: `H12.34-260804-0583`. */
  readonly code: string;
  readonly status: Status;
  /** Official code of the procedure: `1.001193`. */
  readonly procedureCode: string | null;
  /** Name of the procedure as the one-stop system has it; never shown with the code alone. */
  readonly procedureName: string | null;
  readonly unit: string | null;
  /** `yyyy-mm-dd` local days, as on the slip. */
  readonly receivedOn: string | null;
  readonly dueOn: string | null;
  readonly finishedOn: string | null;
  /** Missing papers in plain words (status 5). */
  readonly missing: readonly string[];
  /** What is to be paid now, in đồng (status 6); null: not told. */
  readonly feeDue: number | null;
  /** `phoneKeyOf` the last four digits of the registered phone; null: none was told, so nothing can be proven. */
  readonly phoneKey: string | null;
  /** When we were last told so, epoch milliseconds UTC. */
  readonly knownAt: number;
};

export type DossierLookup =
  | {
      readonly kind: "found";
      readonly dossier: Dossier;
      /** `last-known`: the source does not answer now, and this is what it said at `knownAt`. */
      readonly freshness: "current" | "last-known";
    }
  | { readonly kind: "unknown-code" }
  /** The source does not answer, and nothing was known of the code before. */
  | { readonly kind: "unavailable" };

/** Where dossiers are looked up. Never throws for what a source can do wrong. */
export interface DossierSource {
  find(code: string): Promise<DossierLookup>;
}

/**
 * What a source says of a dossier: a field that is absent was not told and leaves what is known as it is, null or empty
 * says that there is none. `knownAt`: when it was so by the source's own clock; absent: it does not say.
 */
export type DossierRecord = Pick<Dossier, "code" | "status"> & Partial<Omit<Dossier, "code" | "status">>;

/** `stale`: older than what is known, so nothing was changed. */
export type PutOutcome = "new" | "changed" | "same" | "stale";

/** The register: a table that the centre fills, and in which every source's last answer is kept. In storage/. */
export interface DossierRegister extends DossierSource {
  /**
   * Writes all records in one transaction, in order; the same again changes nothing. `now`: epoch ms.
   * Throws `Unavailable`.
   */
  put(records: readonly DossierRecord[], now?: number): Promise<readonly PutOutcome[]>;
  count(): Promise<number>;
}
