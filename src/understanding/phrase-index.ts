/** The known phrases of each topic, to name the nearest one in the reasons. The model decides; this only explains. */
import type { Features } from "./features.ts";

export type PhraseIndex = {
  /** The phrase of `label` that shares most with a message, as it stands in the data; null when none shares anything. */
  nearest(features: Features, label: string): string | null;
};

export type PhraseCollector = PhraseIndex & { add(text: string, label: string, features: Features): void };

/** Words and word pairs in a row are what staff can see in both sentences. */
const isPlain = (name: string): boolean => !/[:~@]/.test(name);

export function collectPhrases(): PhraseCollector {
  const byLabel = new Map<string, { text: string; features: Uint32Array }[]>();
  const numbers = new Map<string, number>();
  const toNumber = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  };
  return {
    add: (text, label, features) => {
      const plain = Uint32Array.from([...features.keys()].filter(isPlain), toNumber);
      const list = byLabel.get(label);
      if (list) list.push({ text, features: plain });
      else byLabel.set(label, [{ text, features: plain }]);
    },
    nearest: (features, label) => {
      const mine = new Set<number>();
      for (const name of features.keys()) {
        const number = numbers.get(name);
        if (number !== undefined) mine.add(number);
      }
      let best: string | null = null;
      let top = 0;
      for (const phrase of byLabel.get(label) ?? []) {
        let shared = 0;
        for (const number of phrase.features) if (mine.has(number)) shared++;
        const likeness = shared / Math.sqrt(phrase.features.length || 1);
        if (likeness > top) [best, top] = [phrase.text, likeness];
      }
      return best;
    },
  };
}
