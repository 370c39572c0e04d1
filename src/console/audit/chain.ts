/**
 * The log of what staff did. Each row carries a keyed hash over itself and the row before, and a seal stands on the
 * newest: a row that was changed, added, removed or moved is found, and so is a log that was cut short, by whoever has
 * DATA_KEY. Without the key nobody can make a hash that fits.
 */
export type Deed = {
  readonly at: number;
  /** Pseudonym of the officer; null: nobody was signed in. */
  readonly who: string | null;
  /** `officer.sign-in`: see audit/actions.ts. */
  readonly action: string;
  /** What it was done to: `procedure/dang-ky-khai-sinh`; "" for nothing in particular. */
  readonly object: string;
  /** A few words in Vietnamese for who reads the log. No citizen's words, no secret. */
  readonly detail: string;
};

export type LoggedDeed = Deed & { readonly seq: number; readonly hash: string };
export type AuditHead = { readonly seq: number; readonly hash: string; readonly seal: string };

/** A keyed hash: `Sealer.pseudonym`. */
export type Mac = (text: string, context: string) => string;

export const linkOf = (mac: Mac, previous: string, seq: number, deed: Deed): string =>
  mac(JSON.stringify([previous, seq, deed.at, deed.who, deed.action, deed.object, deed.detail]), "audit-row");

export const sealOf = (mac: Mac, seq: number, hash: string): string => mac(JSON.stringify([seq, hash]), "audit-head");

export type AuditQuery = {
  readonly who?: string;
  readonly action?: string;
  /** Part of the object or the detail. */
  readonly words?: string;
  readonly from?: number;
  readonly until?: number;
};

export type AuditStore = {
  /** For what changes nothing else in the database. Whatever does carries its deed along. */
  append(deed: Deed): Promise<void>;
  /** Newest first, `before` a seq. */
  search(query: AuditQuery, before: number | null, limit: number): Promise<readonly LoggedDeed[]>;
  /** Oldest first, after a seq: for export and verification. */
  after(seq: number, limit: number): Promise<readonly LoggedDeed[]>;
  head(): Promise<AuditHead>;
};

export type Verdict =
  | { readonly kind: "whole"; readonly rows: number; readonly hash: string }
  /** `seq`: the first row that does not fit. */
  | { readonly kind: "broken"; readonly seq: number; readonly what: "missing" | "changed" | "cut" | "head" };

/** Reads the whole log. `known`: a head that was noted down earlier, which the log must still contain. */
export async function verifyAudit(
  store: Pick<AuditStore, "after" | "head">,
  mac: Mac,
  known: { readonly seq: number; readonly hash: string } | null = null,
): Promise<Verdict> {
  // Read first: rows added meanwhile come after it.
  const head = await store.head();
  let seq = 0;
  let hash = "";
  for (;;) {
    const rows = await store.after(seq, 1_000);
    if (rows.length === 0) break;
    for (const row of rows) {
      if (row.seq !== seq + 1) return { kind: "broken", seq: seq + 1, what: "missing" };
      if (linkOf(mac, hash, row.seq, row) !== row.hash) return { kind: "broken", seq: row.seq, what: "changed" };
      seq = row.seq;
      hash = row.hash;
      if (known?.seq === seq && known.hash !== hash) return { kind: "broken", seq, what: "changed" };
      if (head.seq === seq && head.hash !== hash) return { kind: "broken", seq, what: "head" };
    }
  }
  if (seq < head.seq || (known !== null && seq < known.seq)) return { kind: "broken", seq: seq + 1, what: "cut" };
  const sealed = head.seq === 0 ? head.seal === "" : head.seal === sealOf(mac, head.seq, head.hash);
  if (!sealed || (head.seq === 0 && seq > 0)) return { kind: "broken", seq: head.seq, what: "head" };
  return { kind: "whole", rows: seq, hash };
}
