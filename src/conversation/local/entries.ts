/** Checked local information as one list: places to see, OCOP goods, places of health care. Low confidence is not in it. */
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Health, Ocop, Tourism } from "../../knowledge/reference-files.ts";
import { plainWords } from "../plain-words.ts";

export type Entry =
  | { readonly group: "du-lich"; readonly value: Tourism }
  | { readonly group: "ocop"; readonly value: Ocop }
  | { readonly group: "y-te"; readonly value: Health };
export type Group = Entry["group"];

export const GROUPS: readonly Group[] = ["du-lich", "ocop", "y-te"];

/** What may be told to a citizen, surest first. Every message is compared with all: made once. */
export function tellable({ local }: Knowledge): readonly Entry[] {
  if (!local) return [];
  const entries = toldOf.get(local) ?? listOf(local);
  toldOf.set(local, entries);
  return entries;
}

const toldOf = new WeakMap<NonNullable<Knowledge["local"]>, readonly Entry[]>();

function listOf(local: NonNullable<Knowledge["local"]>): readonly Entry[] {
  const all: Entry[] = [
    ...local.tourism.map((value): Entry => ({ group: "du-lich", value })),
    ...local.ocop.map((value): Entry => ({ group: "ocop", value })),
    ...local.health.map((value): Entry => ({ group: "y-te", value })),
  ];
  const of = (confidence: string) => all.filter(({ value }) => value.confidence === confidence);
  return [...of("high"), ...of("medium")];
}

const known = new WeakMap<Entry["value"], readonly string[]>();

/** Its names, plain; what stands in brackets is no part of a name. Every message is compared with all: made once. */
export function namesOf({ value }: Entry): readonly string[] {
  const names =
    known.get(value) ??
    [value.name.replace(/\s*\([^)]*\)/g, ""), ...value.aliases].map(plainWords).filter((name) => name !== "");
  known.set(value, names);
  return names;
}

/** All that says what and where it is, to be narrowed down by. */
export function wordsOf({ group, value }: Entry): string {
  const more: readonly (string | null)[] =
    group === "du-lich"
      ? [value.old_place, ...value.what, value.best_time]
      : group === "ocop"
        ? [value.stars === null ? null : `${value.stars} sao`, value.note]
        : [value.note];
  return [value.name, ...value.aliases, value.kind, value.unit, ...more].filter((each) => each !== null).join(" , ");
}
