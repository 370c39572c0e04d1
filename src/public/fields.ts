/** The fields of the knowledge as pages need them: those of `linh-vuc.yaml` first, then what records name besides. */
import { type Field, type Knowledge, type Procedure, plainWords } from "../knowledge/index.ts";

export type FieldWithCount = { readonly field: Field; readonly count: number };

export function fieldsWithCounts(knowledge: Knowledge): FieldWithCount[] {
  const counts = new Map<string, number>();
  for (const { field } of knowledge.procedures.values()) counts.set(field, (counts.get(field) ?? 0) + 1);
  const known = [...(knowledge.fields?.values() ?? [])].filter(({ name }) => counts.has(name));
  const strangers = [...counts.keys()].filter((name) => !knowledge.fields?.has(name)).map(asField);
  return [...known, ...strangers].map((field) => ({ field, count: counts.get(field.name) ?? 0 }));
}

export const fieldOf = (procedure: Procedure, knowledge: Knowledge): Field =>
  knowledge.fields?.get(procedure.field) ?? asField(procedure.field);

/** By today's slug, or by a former one. */
export function findField(slug: string, knowledge: Knowledge): Field | null {
  const fields = fieldsWithCounts(knowledge).map(({ field }) => field);
  return fields.find((each) => each.slug === slug) ?? fields.find((each) => each.former_slugs?.includes(slug)) ?? null;
}

/** A field that nobody has described yet still has its page. */
const asField = (name: string): Field => ({ slug: slugOf(name), name, about: name, group: "Lĩnh vực khác" });

const slugOf = (name: string): string => plainWords(name).replaceAll(" ", "-");
