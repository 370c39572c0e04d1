/** A dossier (hồ sơ) as one source knows it, reduced to what may be said. No name, no address. */
export const STATUSES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** The ten statuses synchronised to the National Public Service Portal (dossier-and-centre.md (b)). */
export type Status = (typeof STATUSES)[number];

export type Dossier = {
  /** Canonical: `H12.34-260804-0583`. */
  readonly code: string;
  readonly status: Status;
  /** Name of the procedure as the one-stop system has it; never shown with the code alone. */
  readonly procedureName: string | null;
  readonly unit: string | null;
  /** `yyyy-mm-dd` local days, as on the slip. */
  readonly receivedOn: string | null;
  readonly dueOn: string | null;
  readonly finishedOn: string | null;
  /** Missing papers in plain words (status 5). */
  readonly missing: readonly string[];
  /** When this was last known to be true, epoch milliseconds UTC. */
  readonly knownAt: number;
};

export type DossierLookup = { readonly kind: "found"; readonly dossier: Dossier } | { readonly kind: "unknown-code" };

/** Where dossiers are looked up. Throws `Unavailable` when the source does not answer. */
export interface DossierSource {
  find(code: string): Promise<DossierLookup>;
}

/** The register: a table that the centre fills. Implemented in storage/. */
export interface DossierRegister extends DossierSource {
  /** Inserts or replaces by code. */
  put(dossiers: readonly Dossier[]): Promise<void>;
  count(): Promise<number>;
}
