import { spellOut } from "../../knowledge/index.ts";

/** Bases in reading order, written in full; "như trên" is the one before it. */
export function basesInFull(entries: readonly { readonly basis: string | null }[]): (string | null)[] {
  const full: (string | null)[] = [];
  for (const { basis } of entries) {
    const isSame = basis !== null && /^như trên/i.test(basis);
    full.push(isSame ? (full.at(-1) ?? null) : basis && spellOut(basis));
  }
  return full;
}
