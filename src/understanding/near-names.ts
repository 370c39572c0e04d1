/**
 * Words that the index did not find, even after repair, compared letter by letter with the names of the few topics in
 * question ("vneidd", "passsport"). fuse.js on ten names costs a fraction of a millisecond; on all it would cost a hundred (limits: never
 * as the index).
 */
import Fuse from "fuse.js";
import { fold } from "./fold.ts";

export type Named = { readonly id: string; readonly name: string };

/** Most names compared. */
const MOST_NAMES = 10;
/** Shorter words are like everything. */
const SHORTEST = 4;
/** fuse.js's distance up to which two words are alike: 0 the same, 1 anything. */
const ALIKE = 0.35;

/** For each named topic how much of an unknown word stands in its name: 0 (nothing) to 1 (the same). */
export function likenessToNames(unknown: readonly string[], candidates: readonly Named[]): ReadonlyMap<string, number> {
  const words = unknown.filter((word) => word.length >= SHORTEST).slice(0, 3);
  const likeness = new Map<string, number>();
  if (words.length === 0) return likeness;
  const names = candidates.slice(0, MOST_NAMES).map(({ id, name }) => ({ id, name: fold(name) }));
  const fuse = new Fuse(names, { keys: ["name"], includeScore: true, threshold: ALIKE, ignoreLocation: true });
  for (const word of words) {
    for (const { item, score } of fuse.search(word)) {
      likeness.set(item.id, Math.max(likeness.get(item.id) ?? 0, 1 - (score ?? 1)));
    }
  }
  return likeness;
}
