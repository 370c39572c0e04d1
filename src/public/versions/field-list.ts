/** The list that an index sheet prints: the procedures of one field, each with the version it then had. */
import { z } from "zod";
import { type Knowledge, type Procedure, shortCodeOf } from "../../knowledge/index.ts";
import { versionOf } from "./published.ts";

const entry = z.object({ id: z.string(), name: z.string(), code: z.string().nullable(), version: z.string() });
export const fieldListSchema = z.array(entry);
export type FieldList = z.infer<typeof fieldListSchema>;

/** In the order of `ma-ngan.yaml`, which puts first what is asked most: so it is printed on the wall. */
export function proceduresOf(field: string, knowledge: Knowledge): Procedure[] {
  const places = new Map([...(knowledge.shortCodes?.values() ?? [])].map(({ procedure }, place) => [procedure, place]));
  const place = ({ id }: Procedure) => places.get(id) ?? places.size;
  return [...knowledge.procedures.values()]
    .filter((procedure) => procedure.field === field)
    .sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

export const fieldList = (field: string, knowledge: Knowledge): FieldList =>
  proceduresOf(field, knowledge).map((procedure) => ({
    id: procedure.id,
    name: procedure.short_name,
    code: shortCodeOf(procedure.id, knowledge),
    version: versionOf(procedure),
  }));
