/** Where an item stands: what is in use, what is being written, what the release says, what is withdrawn. */
import { type ItemKind, itemName, type Knowledge, type Problem } from "../../knowledge/index.ts";
import { itemsOf } from "./kinds.ts";
import type { Draft, ItemKey, KnowledgeStore, PublishedRow, WithdrawalRow } from "./store.ts";

/** What the assistant knows now; see assistant.ts. */
export type InUse = {
  readonly knowledge: Knowledge;
  readonly seeds: ReadonlyMap<string, unknown>;
  readonly originals: ReadonlyMap<string, unknown>;
  readonly setAside: readonly string[];
};

export type Item = ItemKey & {
  /** In use, or what was withdrawn of it; null: nothing is published yet. */
  readonly content: unknown;
  /** What the files say; null: no file has it. */
  readonly seed: unknown;
  readonly published: PublishedRow | null;
  /** The newest version of its history; 0: it was never published here. */
  readonly version: number;
  readonly draft: Draft | null;
  readonly withdrawals: readonly WithdrawalRow[];
  /** The release changed what ours grew from: both are shown. */
  readonly conflict: boolean;
  /** Ours no longer fits the release and is not in use. */
  readonly setAside: boolean;
};

/** Null: there is no such item, not even a draft. */
export async function readItem(store: KnowledgeStore, inUse: InUse, key: ItemKey): Promise<Item | null> {
  const name = itemName(key);
  const published = await store.item(key);
  const draft = await store.draft(key);
  const known = inUse.originals.get(name) ?? itemsOf(key.kind, inUse.knowledge).get(key.id) ?? null;
  if (known === null && published === null && draft === null) return null;
  const seed = (published ? inUse.seeds.get(name) : known) ?? null;
  const [latest] = await store.history(key);
  const withdrawals = (await store.withdrawals()).filter(({ kind, id }) => kind === key.kind && id === key.id);
  return {
    ...key,
    content: published?.content ?? known,
    seed,
    published,
    version: latest?.version ?? 0,
    draft,
    withdrawals,
    conflict: published !== null && seed !== null && !same(seed, published.seed),
    setAside: inUse.setAside.includes(name),
  };
}

/** Key order does not count. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}

/** An answer as the citizen would get it. */
export type Said = {
  readonly text: string;
  readonly buttons: readonly string[];
  readonly decision: string;
  readonly understood: Understood | null;
};

export type Understood = {
  readonly intent: string;
  readonly topic: string | null;
  readonly faq: string | null;
  readonly aspect: string | null;
  readonly certainty: string;
  readonly confidence: number;
  readonly reasons: readonly string[];
};

/** What the console asks of the assistant; put together in wiring/console-parts.ts. */
export type AssistantDesk = {
  /** Null while the knowledge is not loaded. */
  inUse(): InUse | null;
  /** The local day. */
  today(): string;
  /** What a citizen would get who writes this, by what is in use or by other records. */
  ask(words: string, knowledge?: Knowledge): Promise<Said>;
  /** What a button would send, for looking at one aspect of an item. */
  question(key: ItemKey, aspect: string): string;
  /** Everything read and checked with this item published. Learns when words changed. */
  tryOut(change: ItemKey & { readonly content: unknown }): Promise<TriedOut>;
  /** Everything checked with these items published, and nothing learnt: quick, and no answers to look at. */
  check(changes: readonly (ItemKey & { readonly content: unknown })[]): Promise<readonly Problem[]>;
  /** Uses what was published just now; resolves when this instance answers from it. */
  refresh(): Promise<void>;
};

export type TriedOut = {
  /** Null: it would be refused. */
  readonly ask: ((words: string) => Promise<Said>) | null;
  readonly problems: readonly Problem[];
};

export type { ItemKind };
