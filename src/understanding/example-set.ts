/**
 * Examples on their way into a model, packed at once: feature names become numbers, so that the many short-lived maps
 * die young and the start stays small and quick.
 */
import type { Features } from "./features.ts";

export type PackedExample = {
  /** Feature numbers, those without diacritics first. */
  readonly features: Uint32Array;
  readonly values: Float32Array;
  /** How many of them a message typed without diacritics has. */
  readonly bare: number;
  readonly label: number;
  readonly weight: number;
};

export type ExampleSet = {
  readonly examples: readonly PackedExample[];
  readonly labels: readonly string[];
  /** Names by number. */
  readonly names: readonly string[];
  /** In how many examples each feature stands. */
  readonly seen: readonly number[];
};

export type ExampleCollector = ExampleSet & { add(features: Features, label: string, weight: number): void };

const isMarked = (name: string): boolean => name.startsWith(":");

export function collectExamples(): ExampleCollector {
  const examples: PackedExample[] = [];
  const labels: string[] = [];
  const names: string[] = [];
  const seen: number[] = [];
  const numberOf = new Map<string, number>();
  const labelOf = new Map<string, number>();

  const toNumber = (name: string): number => {
    let number = numberOf.get(name);
    if (number === undefined) {
      number = names.length;
      numberOf.set(name, number);
      names.push(name);
      seen.push(0);
    }
    seen[number]!++;
    return number;
  };

  return {
    examples,
    labels,
    names,
    seen,
    add: (features, label, weight) => {
      const numbers = new Uint32Array(features.size);
      const values = new Float32Array(features.size);
      let bare = 0;
      for (const name of features.keys()) if (!isMarked(name)) bare++;
      let [front, back] = [0, bare];
      for (const [name, value] of features) {
        const at = isMarked(name) ? back++ : front++;
        numbers[at] = toNumber(name);
        values[at] = value;
      }
      if (!labelOf.has(label)) {
        labelOf.set(label, labels.length);
        labels.push(label);
      }
      examples.push({ features: numbers, values, bare, label: labelOf.get(label)!, weight });
    },
  };
}
