/** The known phrases of each topic, to name the nearest one in the reasons. The model decides; this only explains. */
import type { Features } from "./features.ts";

export type IndexedPhrase = { readonly text: string; readonly label: string; readonly features: Features };

export type PhraseIndex = {
  /** The phrase of `label` that shares most with a message, as it stands in the data; null when none shares anything. */
  nearest(features: Features, label: string): string | null;
};

export function buildPhraseIndex(phrases: readonly IndexedPhrase[]): PhraseIndex {
  const byLabel = new Map<string, { text: string; names: readonly string[] }[]>();
  for (const { text, label, features } of phrases) {
    // Words and word pairs in a row are what staff can see in both sentences.
    const names = [...features.keys()].filter((name) => !/[:~@]/.test(name));
    const list = byLabel.get(label) ?? [];
    list.push({ text, names });
    byLabel.set(label, list);
  }
  return {
    nearest: (features, label) => {
      let best: string | null = null;
      let top = 0;
      for (const { text, names } of byLabel.get(label) ?? []) {
        let shared = 0;
        for (const name of names) if (features.has(name)) shared++;
        const likeness = shared / Math.sqrt(names.length || 1);
        if (likeness > top) [best, top] = [text, likeness];
      }
      return best;
    },
  };
}
