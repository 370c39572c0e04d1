/**
 * Which row belongs to a feature. Names are hashed to 32 bits and not kept: a hundred thousand strings would be most of
 * the program's memory. Two names with one hash share a row (about one pair in a hundred thousand names), which a model
 * of so many small weights does not notice.
 */
export type FeatureTable = {
  /** How many rows there are. */
  readonly size: number;
  /** The row of a feature, or -1. */
  rowOf(name: string): number;
  /** What it is made of, to be kept in a file. */
  readonly parts: TableParts;
};

/** Open addressing: a hash and its row stand at the same place; row -1 is an empty place. */
export type TableParts = { readonly hashes: Uint32Array; readonly rows: Int32Array; readonly size: number };

/** FNV-1a over UTF-16 units, its bits mixed once more so that the low ones serve as a place. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The place where a hash stands, or the empty one where it would. */
function placeOf(hash: number, { hashes, rows }: TableParts): number {
  const last = hashes.length - 1;
  let place = hash & last;
  while (rows[place] !== -1 && hashes[place] !== hash) place = (place + 1) & last;
  return place;
}

/** Rows in the order of the names; each name stands once in `names`. */
export function buildFeatureTable(names: readonly string[]): FeatureTable {
  const places = 2 ** Math.ceil(Math.log2(Math.max(2, names.length * 1.5)));
  const parts = { hashes: new Uint32Array(places), rows: new Int32Array(places).fill(-1), size: names.length };
  for (const [row, name] of names.entries()) {
    const hash = hashOf(name);
    const place = placeOf(hash, parts);
    if (parts.rows[place] !== -1) continue;
    parts.hashes[place] = hash;
    parts.rows[place] = row;
  }
  return openFeatureTable(parts);
}

export const openFeatureTable = (parts: TableParts): FeatureTable => ({
  size: parts.size,
  rowOf: (name) => parts.rows[placeOf(hashOf(name), parts)]!,
  parts,
});
