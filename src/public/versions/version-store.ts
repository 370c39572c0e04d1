/** What this room asks to be kept: every version of a record, and of a field's list, that was ever published. */
export type PublishedVersion = {
  /** A procedure's id or a field's slug. */
  readonly id: string;
  /** 12 hex digits of its content. */
  readonly version: string;
  /** The content as JSON. */
  readonly content: string;
  /** Epoch milliseconds UTC of the first time it was published. */
  readonly publishedAt: number;
};

export type VersionKind = "procedure" | "field";

export interface VersionStore {
  /** Keeps those that are new; one that is there already stays as it is. All or none. */
  keep(kind: VersionKind, versions: readonly PublishedVersion[]): Promise<void>;
  /** The version under any of these ids (today's and former ones), or null. */
  find(kind: VersionKind, ids: readonly string[], version: string): Promise<PublishedVersion | null>;
}
