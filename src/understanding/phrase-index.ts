/** The known phrases of each topic, to name the nearest one in the reasons. The model decides; this only explains. */
import { hashOf } from "./feature-table.ts";
import { foldWord } from "./fold.ts";
import type { Token } from "./tokens.ts";

export type PhraseIndex = {
  /** The phrase of `label` that shares most words with a message, as it stands in the data; null when none shares any. */
  nearest(tokens: readonly Token[], label: string): string | null;
};

/** Words and pairs by their hashes: as strings those of all topics would fill megabytes. */
type Phrase = { readonly text: string; readonly words: Uint32Array };

/** Words and pairs in a row: what staff can see in both sentences. */
function wordsAndPairs(words: readonly string[]): Uint32Array {
  return Uint32Array.from(
    words.flatMap((word, at) => (at === 0 ? [word] : [word, `${words[at - 1]} ${word}`])),
    hashOf,
  );
}

/** A topic's phrases are taken apart when first asked for: most are never asked for, and the start stays short. */
export function createPhraseIndex(phrasesOf: (label: string) => readonly string[]): PhraseIndex {
  const read = new Map<string, readonly Phrase[]>();
  const take = (label: string): readonly Phrase[] => {
    const known = read.get(label);
    if (known) return known;
    const phrases = phrasesOf(label).map((text) => ({
      text,
      words: wordsAndPairs((text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(foldWord)),
    }));
    read.set(label, phrases);
    return phrases;
  };
  return {
    nearest: (tokens, label) => {
      const mine = new Set(wordsAndPairs(tokens.map(({ folded }) => folded)));
      let best: string | null = null;
      let top = 0;
      for (const { text, words } of take(label)) {
        let shared = 0;
        for (const word of words) if (mine.has(word)) shared++;
        const likeness = shared / Math.sqrt(words.length || 1);
        if (likeness > top) [best, top] = [text, likeness];
      }
      return best;
    },
  };
}
