/** How facts are named under an answer: their doubts and their bases. What holds when is the knowledge's business. */
import { doubtSays, isWithheld } from "../../../knowledge/doubt.ts";
import type { DOUBT_TARGETS, Procedure } from "../../../knowledge/procedure.ts";
import { standingOn, type Validity } from "../../../knowledge/validity.ts";

type Target = (typeof DOUBT_TARGETS)[number];

/** Both days included. */
export const holdsOn = (fact: Validity, today: string): boolean => standingOn(fact, today) === "holds";

/** Whether a doubt keeps this kind, or this entry of it, from being told. `low` confidence is said in its own line. */
export const inDoubt = isWithheld;

/** "Lệ phí, thời hạn: anh/chị hỏi lại quầy…": a doubt over several facts; only the one asked about is named. */
const OVER_SEVERAL = /^[^:.]+: (anh\/chị hỏi lại quầy[^.]*\.)$/;

/** What to confirm at the desk, each sentence once. `about` is the fact asked for: "Lệ phí". */
export function doubtLines(procedure: Procedure, kinds: readonly Target[], about: string): readonly string[] {
  const said = kinds.flatMap((kind) => doubtSays(procedure, kind));
  return [...new Set(said.map((say) => say.replace(OVER_SEVERAL, `${about}: $1`)))];
}

/** Bases in reading order; "như trên" is the one before it. */
export function basesOf(entries: readonly { readonly basis: string | null }[], indexes: readonly number[]): string[] {
  const full: (string | null)[] = [];
  for (const { basis } of entries) {
    full.push(basis !== null && /^như trên/i.test(basis) ? (full.at(-1) ?? null) : basis);
  }
  return indexes.flatMap((index) => full[index] ?? []);
}
