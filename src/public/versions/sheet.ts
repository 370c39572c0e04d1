/** What a scanned sheet carries (`?v=…&ngay=…`), and what changed since it was printed. */
import type { Knowledge, Procedure } from "../../knowledge/index.ts";
import { factLines } from "../facts/lines.ts";
import { type Change, changesBetween } from "./changes.ts";
import { type FieldList, fieldList, fieldListSchema } from "./field-list.ts";
import { readPublished, versionOf } from "./published.ts";
import type { VersionStore } from "./version-store.ts";

export type Sheet = {
  readonly version: string;
  /** The local day of printing, `yyyy-mm-dd`. */
  readonly day: string;
};

/** The query that the sheet's QR code carries. */
export const sheetQuery = ({ version, day }: Sheet): string => `v=${version}&ngay=${day}`;

/** Null when the address carries no sheet, or one that cannot be (a day to come): then it is an ordinary visit. */
export function readSheet(query: Readonly<Record<string, unknown>>, today: string): Sheet | null {
  const { v: version, ngay: day } = query;
  if (typeof version !== "string" || !/^[0-9a-f]{12}$/.test(version)) return null;
  if (typeof day !== "string" || !isDay(day) || day > today) return null;
  return { version, day };
}

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

export type Since =
  | { readonly kind: "compared"; readonly day: string; readonly changes: readonly Change[] }
  /** The version that was printed is not kept (another database, or an address that somebody made up). */
  | { readonly kind: "unknown"; readonly day: string };

/** Compares what the sheet said on its day with what is said today: a fact that ended meanwhile changed as well. */
export async function changesSince(
  sheet: Sheet,
  procedure: Procedure,
  store: VersionStore,
  today: string,
): Promise<Since> {
  const old = sheet.version === versionOf(procedure) ? procedure : await printed(sheet, procedure, store);
  if (!old) return { kind: "unknown", day: sheet.day };
  const changes = changesBetween(factLines(old, sheet.day), factLines(procedure, today));
  return { kind: "compared", day: sheet.day, changes };
}

async function printed({ version }: Sheet, { id, former_ids }: Procedure, store: VersionStore) {
  const kept = await store.find("procedure", [id, ...(former_ids ?? [])], version);
  return kept && readPublished(kept.content, id);
}

export type FieldSince =
  | {
      readonly kind: "compared";
      readonly day: string;
      readonly added: FieldList;
      readonly removed: FieldList;
      /** With the version that was printed. */
      readonly changed: readonly { readonly id: string; readonly name: string; readonly sheet: Sheet }[];
    }
  | { readonly kind: "unknown"; readonly day: string };

export async function fieldChangesSince(
  sheet: Sheet,
  field: { readonly name: string; readonly slugs: readonly string[] },
  knowledge: Knowledge,
  store: VersionStore,
): Promise<FieldSince> {
  const kept = await store.find("field", field.slugs, sheet.version);
  const parsed = fieldListSchema.safeParse(kept && JSON.parse(kept.content));
  if (!parsed.success) return { kind: "unknown", day: sheet.day };
  const former = new Map(
    [...knowledge.procedures.values()].flatMap((p) => (p.former_ids ?? []).map((id) => [id, p.id])),
  );
  const was = new Map(parsed.data.map((entry) => [former.get(entry.id) ?? entry.id, entry]));
  const is = fieldList(field.name, knowledge);
  const ids = new Set(is.map(({ id }) => id));
  return {
    kind: "compared",
    day: sheet.day,
    added: is.filter(({ id }) => !was.has(id)),
    removed: [...was].filter(([id]) => !ids.has(id)).map(([, entry]) => entry),
    changed: is.flatMap(({ id, name, version }) => {
      const before = was.get(id);
      if (!before || before.version === version) return [];
      return [{ id, name, sheet: { version: before.version, day: sheet.day } }];
    }),
  };
}
