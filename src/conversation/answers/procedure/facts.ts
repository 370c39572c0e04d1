/** Which entries of a record may be said on a day, and what is in doubt about them. */
import type { Doubt, Procedure } from "../../../knowledge/procedure.ts";

type Lasting = { readonly valid_from?: string | undefined; readonly valid_to?: string | undefined };
type Target = Doubt["touches"][number];

export type Held<T> = { readonly entry: T; readonly index: number };

/** A fact holds from `valid_from` to `valid_to`, both days included. */
export function holdsOn(fact: Lasting, today: string): boolean {
  return (
    (fact.valid_from === undefined || fact.valid_from <= today) &&
    (fact.valid_to === undefined || today <= fact.valid_to)
  );
}

/** The entries that hold today, each with its place in the record. */
export function heldOn<T extends Lasting>(entries: readonly T[], today: string): readonly Held<T>[] {
  return entries.map((entry, index) => ({ entry, index })).filter(({ entry }) => holdsOn(entry, today));
}

/** Doubts that touch a kind of fact at all, or one entry of it (`fees.0`). */
export function doubtsOn(procedure: Procedure, target: Target, entry?: string): readonly Doubt[] {
  return procedure.doubts.filter(
    (doubt) =>
      doubt.touches.includes(target) &&
      (entry === undefined || !narrows(doubt, entry) || doubt.entries!.includes(entry)),
  );
}

/** A doubt over fees and papers narrows each kind by itself: `fees.0` says nothing about papers. */
function narrows(doubt: Doubt, entry: string): boolean {
  const kind = entry.split(".")[0];
  return doubt.entries?.some((each) => each.startsWith(`${kind}.`)) ?? false;
}

/** "Lệ phí, thời hạn: anh/chị hỏi lại quầy…": a doubt over several facts; only the one asked about is named. */
const OVER_SEVERAL = /^[^:.]+: (anh\/chị hỏi lại quầy[^.]*\.)$/;

/** What to confirm at the desk, each sentence once. `about` is the fact asked for: "Lệ phí". */
export function doubtLines(doubts: readonly Doubt[], about: string): readonly string[] {
  const said = doubts.flatMap((doubt) => (doubt.say ? [doubt.say.replace(OVER_SEVERAL, `${about}: $1`)] : []));
  return [...new Set(said)];
}

/** Bases in reading order; "như trên" is the one before it. */
export function basesOf(entries: readonly { readonly basis: string | null }[], indexes: readonly number[]): string[] {
  const full: (string | null)[] = [];
  for (const { basis } of entries) {
    full.push(basis !== null && /^như trên/i.test(basis) ? (full.at(-1) ?? null) : basis);
  }
  return indexes.flatMap((index) => full[index] ?? []);
}
