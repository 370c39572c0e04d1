/**
 * What officers published lies over the files: an item of theirs replaces the file's, or is one more. The files are the
 * seed. Items that no longer fit the files, after a release, are set aside and told, and the files answer meanwhile.
 */
import type { z } from "zod";
import { centreSchema } from "./centre.ts";
import { checkAll } from "./checks/check-all.ts";
import { explainIssues } from "./explain.ts";
import { faqSchema } from "./faq.ts";
import type { Loaded } from "./loaded.ts";
import type { Finding } from "./problems.ts";
import { procedureSchema } from "./procedure.ts";
import { overUnit } from "./published-unit.ts";
import { type Located, located } from "./read-records.ts";
import { healthSchema, ocopSchema, tourismSchema, type Units } from "./reference-files.ts";
import { intentSchema, topicSchema } from "./topic.ts";
import { unitSchema } from "./unit.ts";
import type { Withdrawal } from "./withdraw.ts";

/** The kinds that officers edit: where each lies, its schema, its permanent name. */
const KINDS = {
  procedure: { list: "procedures", schema: procedureSchema, id: "id" },
  topic: { list: "topics", schema: topicSchema, id: "key" },
  faq: { list: "faqs", schema: faqSchema, id: "id" },
  intent: { list: "intents", schema: intentSchema, id: "key" },
  /** One of the units in the one file that holds them all: see `overUnit`. */
  unit: { list: "units", schema: unitSchema, id: null },
  centre: { list: "centre", schema: centreSchema, id: null },
  tourism: { list: "tourism", schema: tourismSchema, id: "id" },
  ocop: { list: "ocop", schema: ocopSchema, id: "id" },
  health: { list: "health", schema: healthSchema, id: "id" },
} as const satisfies Record<string, { list: keyof Loaded; schema: z.ZodType; id: string | null }>;

export type ItemKind = keyof typeof KINDS;
export const ITEM_KINDS = Object.keys(KINDS) as readonly ItemKind[];

/** `content`: as JSON has it; checked against the kind's schema when it is laid over. The centre's id is `centre`. */
export type PublishedItem = { readonly kind: ItemKind; readonly id: string; readonly content: unknown };

export type Published = {
  readonly items: readonly PublishedItem[];
  readonly withdrawals: readonly Withdrawal[];
  /** An item that does not fit is an error, not set aside: for trying out what is not published yet. */
  readonly strict?: boolean;
};
export const NOTHING_PUBLISHED: Published = { items: [], withdrawals: [] };

/** `procedure/dang-ky-khai-sinh`. */
export const itemName = ({ kind, id }: Pick<PublishedItem, "kind" | "id">): string => `${kind}/${id}`;
/** Stands where a file's name stands in what is wrong with it. */
export const itemFile = (item: Pick<PublishedItem, "kind" | "id">): string => `published/${itemName(item)}`;

export const schemaOf = (kind: ItemKind): z.ZodType => KINDS[kind].schema;

export type LaidOver = {
  readonly loaded: Loaded;
  readonly findings: readonly Finding[];
  /** What the files say of each item that lies over one, by `itemName`; an item that no file has is not in it. */
  readonly seeds: ReadonlyMap<string, unknown>;
  /** Items that were not used, by `itemName`. */
  readonly setAside: readonly string[];
};

export function layOver(seed: Loaded, { items, strict = false }: Published, today: string | null): LaidOver {
  const whole = attempt(seed, items, today);
  const wrong = new Set(errorsOf(whole.findings));
  if (strict || wrong.size === 0) return { ...whole, setAside: [] };
  const fitting = items.filter((item) => !wrong.has(itemFile(item)));
  const rest = fitting.length < items.length ? attempt(seed, fitting, today) : whole;
  const used = errorsOf(rest.findings).length === 0 ? fitting : [];
  const last = used === fitting ? rest : attempt(seed, [], today);
  return { ...last, seeds: whole.seeds, setAside: items.filter((item) => !used.includes(item)).map(itemName) };
}

const errorsOf = (findings: readonly Finding[]): string[] =>
  findings.filter(({ level }) => level === "error").map(({ file }) => file);

function attempt(seed: Loaded, items: readonly PublishedItem[], today: string | null): Omit<LaidOver, "setAside"> {
  const found: Finding[] = [];
  const seeds = new Map<string, unknown>();
  const lists: Record<string, Located<unknown>[]> = {};
  for (const item of items) {
    const { list, schema, id: key } = KINDS[item.kind];
    lists[list] ??= [...seed[list]];
    const records = lists[list];
    if (item.kind === "unit") {
      const over = overUnit(records as Located<Units>[], item.id, item.content, itemFile(item));
      if (over.seed !== undefined) seeds.set(itemName(item), over.seed);
      lists[list] = over.records;
      found.push(...over.findings);
      continue;
    }
    const at = records.findIndex(({ value }) => key === null || (value as Record<string, unknown>)[key] === item.id);
    const known = records[at];
    if (known) seeds.set(itemName(item), known.value);
    const parsed = schema.safeParse(item.content);
    if (!parsed.success) {
      found.push(...explainIssues(itemFile(item), [], parsed.error));
      continue;
    }
    const record = located<unknown>(parsed.data, itemFile(item), []);
    if (known) records[at] = record;
    else records.push(record);
  }
  const loaded: Loaded = { ...seed, ...lists };
  return { loaded, seeds, findings: [...found, ...checkAll(loaded, today)] };
}
