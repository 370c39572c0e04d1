/** Where a record's doubt lies: an answer never states a doubtful fact flatly. */
import type { DOUBT_TARGETS, Doubt, Procedure } from "./procedure.ts";

export type DoubtKind = (typeof DOUBT_TARGETS)[number];

const LISTS: Partial<Record<DoubtKind, string>> = {
  fee: "fees",
  time: "times",
  documents: "documents",
  form: "forms",
};

/**
 * Whether facts of this kind are in doubt.
 *
 * `low` confidence marks every fact of the record. A doubt that names single entries (`fees.1`) touches only those of
 * that list, and all facts of its other kinds. Without `index`: whether anything of the kind is in doubt.
 */
export function isDoubtful(procedure: Procedure, kind: DoubtKind, index?: number): boolean {
  if (procedure.confidence === "low") return true;
  return procedure.doubts.some((doubt) => touches(doubt, kind, index));
}

/** Whether the fact itself is not told, only what to ask: a doubt touches it that does not let it be said. */
export const isWithheld = (procedure: Procedure, kind: DoubtKind, index?: number): boolean =>
  procedure.doubts.some((doubt) => !doubt.still_said && doubt.say !== null && touches(doubt, kind, index));

/** Whether facts of this kind are told, but as ones to look at again. */
export const isTentative = (procedure: Procedure, kind: DoubtKind): boolean =>
  procedure.confidence === "low" ||
  procedure.doubts.some((doubt) => doubt.still_said && touches(doubt, kind, undefined));

/** What to confirm at the desk, in a citizen's words, for the doubts that touch this kind (or this one entry). */
export function doubtSays(procedure: Procedure, kind: DoubtKind, index?: number): string[] {
  const says = procedure.doubts.filter((doubt) => touches(doubt, kind, index)).map((doubt) => doubt.say);
  return [...new Set(says.filter((say): say is string => say !== null))];
}

function touches(doubt: Doubt, kind: DoubtKind, index: number | undefined): boolean {
  if (!doubt.touches.includes(kind)) return false;
  const entries = (doubt.entries ?? []).filter((entry) => entry.startsWith(`${LISTS[kind]}.`));
  return entries.length === 0 || index === undefined || entries.includes(`${LISTS[kind]}.${index}`);
}
