/** How complete and how sure the knowledge is, told field by field. */
import type { Knowledge } from "./knowledge.ts";
import type { Procedure } from "./procedure.ts";
import { datedFacts } from "./valid-facts.ts";
import { standingOn } from "./validity.ts";

export interface CoverageRow {
  readonly field: string;
  readonly records: number;
  readonly high: number;
  readonly medium: number;
  readonly low: number;
  /** Fees without an amount, terms nobody knows and missing codes, counted one by one. */
  readonly unknownFacts: number;
  /** Records with a doubt that touches something said to citizens. */
  readonly doubtful: number;
  /** Records with a review date that has come, or a fact that has ended. */
  readonly dueForReview: number;
}

/** One row a field, in alphabetical order. `day` decides what is due. */
export function coverage(knowledge: Pick<Knowledge, "procedures">, day: string): CoverageRow[] {
  const fields = new Map<string, Procedure[]>();
  for (const procedure of knowledge.procedures.values()) {
    const list = fields.get(procedure.field);
    if (list) list.push(procedure);
    else fields.set(procedure.field, [procedure]);
  }
  return [...fields]
    .sort(([a], [b]) => a.localeCompare(b, "vi"))
    .map(([field, procedures]) => row(field, procedures, day));
}

function row(field: string, procedures: readonly Procedure[], day: string): CoverageRow {
  const count = (test: (procedure: Procedure) => boolean) => procedures.filter(test).length;
  return {
    field,
    records: procedures.length,
    high: count(({ confidence }) => confidence === "high"),
    medium: count(({ confidence }) => confidence === "medium"),
    low: count(({ confidence }) => confidence === "low"),
    unknownFacts: procedures.reduce((sum, procedure) => sum + unknowns(procedure), 0),
    doubtful: count(({ doubts }) => doubts.some((doubt) => doubt.touches.length > 0)),
    dueForReview: count((procedure) => isDue(procedure, day)),
  };
}

function unknowns(procedure: Procedure): number {
  const fees = procedure.fees.filter((fee) => fee.amount === null).length;
  const times = procedure.times.filter((time) => time.unknown).length;
  return fees + times + (procedure.code === null ? 1 : 0);
}

function isDue(procedure: Procedure, day: string): boolean {
  return datedFacts(procedure).some(({ fact }) => {
    return (fact.review_by !== undefined && fact.review_by <= day) || standingOn(fact, day) === "ended";
  });
}
