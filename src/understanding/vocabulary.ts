/**
 * The words that the knowledge itself uses, folded, with how often each and each pair occurs. Repair may only turn an
 * unknown word into one of these.
 */

import { emptyTable, hashOf, placeOf } from "./feature-table.ts";
import { foldWord } from "./fold.ts";
import { isSyllable } from "./syllable.ts";
import { readTokens } from "./tokens.ts";

export type PairCounts = { has(pair: string): boolean; get(pair: string): number | undefined };

export type Vocabulary = {
  readonly counts: ReadonlyMap<string, number>;
  /** Two words with a space between, in a row. */
  readonly pairs: PairCounts;
  /** Syllables with one letter left out → the syllables, for finding words one edit away. */
  readonly deletions: ReadonlyMap<string, readonly string[]>;
};

/** Every string that `word` becomes by leaving out one letter, and itself. */
export function deletionsOf(word: string): string[] {
  const shorter = [word];
  for (let at = 0; at < word.length; at++) shorter.push(word.slice(0, at) + word.slice(at + 1));
  return shorter;
}

const bump = <Key>(counts: Map<Key, number>, key: Key): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Counts the words of all `texts`. Only syllables seen twice and longer words seen often may be targets of repair. */
export function buildVocabulary(texts: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>();
  const pairs = new Map<number, number>();
  for (const text of texts) {
    let previous = "";
    for (const token of readTokens(text)) {
      const word = foldWord(token.typed);
      bump(counts, word);
      if (previous !== "") bump(pairs, hashOf(`${previous} ${word}`));
      previous = word;
    }
  }
  const deletions = new Map<string, string[]>();
  for (const [word, count] of counts) {
    if (word.length < 3 || count < 2 || !(isSyllable(word) || (word.length > 4 && count > 2))) continue;
    for (const shorter of deletionsOf(word)) {
      const list = deletions.get(shorter);
      if (list) list.push(word);
      else deletions.set(shorter, [word]);
    }
  }
  return { counts, pairs: packPairs(pairs), deletions };
}

/** Tens of thousands of pairs, by the hash of each: their strings would be a good part of what the program holds. */
function packPairs(counts: ReadonlyMap<number, number>): PairCounts {
  const table = emptyTable(counts.size);
  for (const [hash, count] of counts) {
    const place = placeOf(hash, table);
    table.hashes[place] = hash;
    table.rows[place] = count;
  }
  const get = (pair: string): number | undefined => {
    const count = table.rows[placeOf(hashOf(pair), table)]!;
    return count < 0 ? undefined : count;
  };
  return { has: (pair) => get(pair) !== undefined, get };
}
