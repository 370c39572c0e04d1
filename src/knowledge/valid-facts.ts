/** Which facts of a record hold on a day, which have ended, and what staff should look at soon. */
import type { Knowledge } from "./knowledge.ts";
import type { Fee, Procedure, Time } from "./procedure.ts";
import { addDays, standingOn, type Validity } from "./validity.ts";

/** A fact with its place in its list, which doubts name (`fees.0`). */
export interface Indexed<T> {
  readonly fact: T;
  readonly index: number;
}

export interface FactsOn<T> {
  /** What may be said on that day. */
  readonly holding: readonly Indexed<T>[];
  /** Ended, and nothing that holds took its place: the answer names the case and sends people to the desk. */
  readonly ended: readonly Indexed<T>[];
  /** Known already but not in force yet. */
  readonly coming: readonly Indexed<T>[];
}

/** Sorts facts by where they stand on a day. A fact that a later one of the list took over from is simply gone. */
export function factsOn<T extends Validity>(facts: readonly T[], day: string): FactsOn<T> {
  const indexed = facts.map((fact, index) => ({ fact, index }));
  const at = (standing: string) => indexed.filter(({ fact }) => standingOn(fact, day) === standing);
  const holding = at("holds");
  const takenOver = (old: T) => holding.some(({ fact }) => (fact.valid_from ?? "") > (old.valid_to ?? ""));
  return { holding, ended: at("ended").filter(({ fact }) => !takenOver(fact)), coming: at("coming") };
}

/** Whether the record as a whole may be answered from. When not, people are sent to the desk. */
export function procedureHolds(procedure: Procedure, day: string): boolean {
  return standingOn(procedure, day) === "holds";
}

export const feesOn = (procedure: Procedure, day: string): FactsOn<Fee> => factsOn(procedure.fees, day);
export const timesOn = (procedure: Procedure, day: string): FactsOn<Time> => factsOn(procedure.times, day);

/** What changed lately, for answers about one aspect; only what is in force on that day. */
export function changesOn(procedure: Procedure, day: string, aspect: string) {
  return (procedure.changes ?? []).filter((change) => {
    return change.aspects.includes(aspect) && standingOn(change, day) === "holds";
  });
}

export interface DatedFact {
  readonly kind: "procedure" | "faq";
  readonly id: string;
  /** `fees.0`; empty when the record as a whole is meant. */
  readonly where: string;
  readonly fact: Validity;
}

/** Every fact of a record that can carry dates, the record itself first. */
export function datedFacts(procedure: Procedure): DatedFact[] {
  const lists: [string, readonly Validity[]][] = [
    ["fees", procedure.fees],
    ["times", procedure.times],
    ["changes", procedure.changes ?? []],
  ];
  const of = (where: string, fact: Validity): DatedFact => ({ kind: "procedure", id: procedure.id, where, fact });
  const rule = procedure.fee_rule ? [of("fee_rule", procedure.fee_rule)] : [];
  return [
    of("", procedure),
    ...lists.flatMap(([name, list]) => list.map((fact, i) => of(`${name}.${i}`, fact))),
    ...rule,
  ];
}

function allDated(knowledge: Pick<Knowledge, "procedures" | "faqs">): DatedFact[] {
  const faqs = [...knowledge.faqs.values()].map(
    (faq): DatedFact => ({ kind: "faq", id: faq.id, where: "", fact: faq }),
  );
  return [...[...knowledge.procedures.values()].flatMap(datedFacts), ...faqs];
}

type Dated = Pick<Knowledge, "procedures" | "faqs">;

/** Facts that have ended by that day, for staff. */
export function endedFacts(knowledge: Dated, day: string): DatedFact[] {
  return allDated(knowledge).filter(({ fact }) => standingOn(fact, day) === "ended");
}

/** Facts that hold on that day but end within so many days, soonest first, for staff. */
export function endingSoon(knowledge: Dated, day: string, withinDays: number): DatedFact[] {
  const last = addDays(day, withinDays);
  return allDated(knowledge)
    .filter(({ fact }) => fact.valid_to !== undefined && fact.valid_to >= day && fact.valid_to <= last)
    .sort((a, b) => (a.fact.valid_to! < b.fact.valid_to! ? -1 : 1));
}

/** Records and facts whose review date has come. */
export function dueForReview(knowledge: Dated, day: string): DatedFact[] {
  return allDated(knowledge).filter(({ fact }) => fact.review_by !== undefined && fact.review_by <= day);
}
