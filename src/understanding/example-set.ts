/**
 * Examples on their way into a model, packed at once: feature names become numbers and all examples stand one behind the
 * other in a few long arrays. Nothing of the many short-lived strings and maps is kept, so they die young and the start
 * stays small and quick.
 */
import { emptyTable, hashOf, placeOf, type TableParts } from "./feature-table.ts";
import type { Features } from "./features.ts";

export type ExampleSet = {
  readonly labels: readonly string[];
  /** One entry an example. The features of example `at` stand from `starts[at]` up to `starts[at + 1]`. */
  readonly starts: readonly number[];
  /** Where the features end that a message typed without diacritics has too; they come first. */
  readonly bareEnds: readonly number[];
  readonly labelOf: readonly number[];
  readonly weights: readonly number[];
  /** Feature numbers, and how much each counts in its example. */
  readonly features: Uint32Array;
  readonly values: Float32Array;
  /** By feature number: the hash of its name, its kind, and in how many examples it stands. */
  readonly hashes: Uint32Array;
  readonly kinds: Uint8Array;
  readonly seen: Uint32Array;
  /** How many features there are. */
  readonly size: number;
};

export type ExampleCollector = { add(features: Features, label: string, weight: number): void; done(): ExampleSet };

/** What a feature is made of, as its name shows (features.ts). */
export const KIND = { word: 0, marked: 1, wordClass: 2, row: 3, near: 4, classes: 5 } as const;

function kindOf(name: string): number {
  if (name.startsWith("@")) return name.includes("&") ? KIND.classes : KIND.wordClass;
  if (name.includes("~")) return KIND.near;
  if (name.startsWith(":")) return KIND.marked;
  return name.includes(" ") ? KIND.row : KIND.word;
}

const isMarked = (name: string): boolean => name.startsWith(":");

export function collectExamples(): ExampleCollector {
  const labels: string[] = [];
  const numberOfLabel = new Map<string, number>();
  const starts = [0];
  const bareEnds: number[] = [];
  const labelOf: number[] = [];
  const weights: number[] = [];
  let features = new Uint32Array(2 ** 15);
  let values = new Float32Array(2 ** 15);
  let used = 0;
  let table: TableParts = emptyTable(2 ** 12);
  let hashes = new Uint32Array(2 ** 12);
  let kinds = new Uint8Array(2 ** 12);
  let seen = new Uint32Array(2 ** 12);
  let size = 0;

  const addNumber = (name: string, hash: number, place: number): number => {
    if (size === hashes.length) {
      hashes = grown(hashes, Uint32Array);
      kinds = grown(kinds, Uint8Array);
      seen = grown(seen, Uint32Array);
    }
    table.hashes[place] = hash;
    table.rows[place] = size;
    hashes[size] = hash;
    kinds[size] = kindOf(name);
    if (3 * size > 2 * table.hashes.length) table = rehashed(hashes, size + 1);
    return size++;
  };

  const put = (name: string, value: number): void => {
    const hash = hashOf(name);
    const place = placeOf(hash, table);
    const known = table.rows[place]!;
    const number = known >= 0 ? known : addNumber(name, hash, place);
    seen[number]!++;
    features[used] = number;
    values[used++] = value;
  };

  return {
    add: (given, label, weight) => {
      if (used + given.size > features.length) {
        features = grown(features, Uint32Array);
        values = grown(values, Float32Array);
      }
      for (const [name, value] of given) if (!isMarked(name)) put(name, value);
      bareEnds.push(used);
      for (const [name, value] of given) if (isMarked(name)) put(name, value);
      starts.push(used);
      if (!numberOfLabel.has(label)) {
        numberOfLabel.set(label, labels.length);
        labels.push(label);
      }
      labelOf.push(numberOfLabel.get(label)!);
      weights.push(weight);
    },
    done: () => ({ labels, starts, bareEnds, labelOf, weights, features, values, hashes, kinds, seen, size }),
  };
}

function grown<T extends Uint8Array | Uint32Array | Float32Array>(array: T, Kind: new (length: number) => T): T {
  const longer = new Kind(array.length * 2);
  longer.set(array);
  return longer;
}

function rehashed(hashes: Uint32Array, size: number): TableParts {
  const table = emptyTable(size * 2);
  for (let number = 0; number < size; number++) {
    const place = placeOf(hashes[number]!, table);
    table.hashes[place] = hashes[number]!;
    table.rows[place] = number;
  }
  return table;
}
