/** What officers wrote and published, and how it is kept. Each change and its deed go in one transaction. */
import type { ItemKind, Published, Withdrawal } from "../../knowledge/index.ts";
import type { Deed } from "../audit/chain.ts";

export type ItemKey = { readonly kind: ItemKind; readonly id: string };

export type PublishedRow = ItemKey & {
  readonly version: number;
  readonly content: unknown;
  /** What the files said when it was published; null: no file had it. */
  readonly seed: unknown;
  readonly publishedAt: number;
};

export type Draft = ItemKey & {
  readonly rev: number;
  readonly content: unknown;
  /** The published version that it grew from; 0: the files'. */
  readonly baseVersion: number;
  /** Null: a new item. */
  readonly base: unknown;
  readonly state: "draft" | "waiting";
  readonly note: string;
  /** Ids of all who worked on it: none of them approves it. */
  readonly authors: readonly string[];
  readonly author: string;
  readonly sentBack: string | null;
  readonly updatedAt: number;
};

export type Revision = ItemKey & {
  readonly version: number;
  /** Null: back to what the files say. */
  readonly content: unknown;
  readonly note: string;
  readonly by: string;
  readonly approvedBy: string;
  readonly at: number;
};

export type WithdrawalRow = Withdrawal & { readonly reason: string; readonly by: string; readonly at: number };

export type DraftChange = ItemKey & {
  readonly content: unknown;
  readonly baseVersion: number;
  readonly base: unknown;
  readonly note: string;
  readonly author: string;
};

/** `stale`: somebody saved or published meanwhile; nothing was written. */
export type Written = "written" | "stale";

export type Publication = ItemKey & {
  /** Null: back to what the files say. */
  readonly content: unknown;
  /** The published version that it replaces; 0: none. */
  readonly from: number;
  readonly seed: unknown;
  readonly note: string;
  readonly by: string;
  readonly approvedBy: string;
  /** The draft that it was, with its rev; null: not from a draft. */
  readonly draftRev: number | null;
  /** The facts that were withdrawn are mended with it. */
  readonly mends: readonly string[];
};

export type KnowledgeStore = {
  /** For the loader: everything that lies over the files. */
  published(): Promise<Published>;
  /** Counts up whenever `published` changes. */
  revision(): Promise<number>;
  item(key: ItemKey): Promise<PublishedRow | null>;
  items(): Promise<readonly PublishedRow[]>;
  draft(key: ItemKey): Promise<Draft | null>;
  drafts(): Promise<readonly Draft[]>;
  /** `rev`: of the draft that was open; 0: there was none. */
  saveDraft(change: DraftChange, rev: number, deed: Deed): Promise<Written>;
  /** Several new drafts at once, all or none: `stale` when one of the items has a draft. */
  saveDrafts(drafts: readonly { readonly change: DraftChange; readonly deed: Deed }[]): Promise<Written>;
  /** Sends for approval, or gives back with a reason. */
  moveDraft(key: ItemKey, rev: number, to: Draft["state"], sentBack: string | null, deed: Deed): Promise<Written>;
  dropDraft(key: ItemKey, deed: Deed): Promise<boolean>;
  publish(publication: Publication, deed: Deed): Promise<Written>;
  /** Remembers that the release's version was seen and ours stays. */
  keepOverSeed(key: ItemKey, seed: unknown, deed: Deed): Promise<void>;
  /** Newest first. */
  history(key: ItemKey): Promise<readonly Revision[]>;
  recent(limit: number): Promise<readonly Revision[]>;
  withdrawals(): Promise<readonly WithdrawalRow[]>;
  withdraw(row: WithdrawalRow, deed: Deed): Promise<void>;
  restore(key: Withdrawal, deed: Deed): Promise<boolean>;
  /** Whether another person must approve. */
  needsTwo(): Promise<boolean>;
  setNeedsTwo(needs: boolean, deed: Deed): Promise<void>;
};
