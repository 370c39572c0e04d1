/**
 * Which row belongs to a feature. Names are hashed to 32 bits and not kept: a hundred thousand strings would be most of
 * the program's memory. Two names with one hash share a row (about one pair in a hundred thousand names), which a model
 * of so many small weights does not notice.
 */
export type FeatureTable = {
  /** The row of a feature, or -1. */
  rowOf(name: string): number;
};

/** Open addressing: a hash and its row stand at the same place; row -1 is an empty place. */
export type TableParts = { readonly hashes: Uint32Array; readonly rows: Int32Array; readonly size: number };

/** FNV-1a over UTF-16 units, its bits mixed once more so that the low ones serve as a place. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The place where a hash stands, or the empty one where it would. */
export function placeOf(hash: number, { hashes, rows }: Pick<TableParts, "hashes" | "rows">): number {
  const last = hashes.length - 1;
  let place = hash & last;
  while (rows[place] !== -1 && hashes[place] !== hash) place = (place + 1) & last;
  return place;
}

/** An empty table with a place for `size` hashes and room between them. */
export function emptyTable(size: number): TableParts {
  const places = 2 ** Math.ceil(Math.log2(Math.max(2, size * 1.5)));
  return { hashes: new Uint32Array(places), rows: new Int32Array(places).fill(-1), size };
}

/** Rows in the order of the hashes; each stands once in `hashes`. */
export function buildFeatureTable(hashes: ArrayLike<number>): TableParts {
  const parts = emptyTable(hashes.length);
  for (let row = 0; row < hashes.length; row++) {
    const place = placeOf(hashes[row]!, parts);
    parts.hashes[place] = hashes[row]!;
    parts.rows[place] = row;
  }
  return parts;
}

export const openFeatureTable = (parts: TableParts): FeatureTable => ({
  rowOf: (name) => parts.rows[placeOf(hashOf(name), parts)]!,
});
