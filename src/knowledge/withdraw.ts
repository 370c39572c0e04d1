/**
 * What an officer withdrew is not said until it is mended: people are sent to the desk. The record itself stays as it is;
 * this makes the one that answers are given from.
 */
import type { Faq } from "./faq.ts";
import type { Loaded } from "./loaded.ts";
import type { Doubt, Procedure } from "./procedure.ts";
import { type Located, located } from "./read-records.ts";
import type { Topic } from "./topic.ts";
import type { UnitRecord } from "./unit.ts";

/**
 * `part`: "" the whole, `documents` the list of papers, `fees.1` or `times.0` one entry; of a unit `address`, `hours` or
 * `phone`.
 */
export type Withdrawal = {
  readonly kind: "procedure" | "topic" | "faq" | "unit";
  readonly id: string;
  readonly part: string;
};

/** What the withdrawn records were before, by `kind/id`: what officers mend. */
export function originalsOf(loaded: Loaded, withdrawals: readonly Withdrawal[]): ReadonlyMap<string, unknown> {
  const find = ({ kind, id }: Withdrawal): unknown =>
    kind === "unit"
      ? loaded.units.flatMap(({ value }) => value.units).find(({ code }) => code === id)
      : kind === "topic"
        ? loaded.topics.find(({ value }) => value.key === id)?.value
        : (kind === "faq" ? loaded.faqs : loaded.procedures).find(({ value }) => value.id === id)?.value;
  return new Map(withdrawals.map((each) => [`${each.kind}/${each.id}`, find(each)]));
}

export function withdraw(loaded: Loaded, withdrawals: readonly Withdrawal[]): Loaded {
  if (withdrawals.length === 0) return loaded;
  const parts = (kind: Withdrawal["kind"], id: string) =>
    withdrawals.filter((each) => each.kind === kind && each.id === id).map(({ part }) => part);
  const each = <T>(
    records: readonly Located<T>[],
    kind: Withdrawal["kind"],
    id: (value: T) => string,
    take: (value: T, part: string) => T,
  ) =>
    records.map((record) => {
      const out = parts(kind, id(record.value));
      return out.length === 0 ? record : located(out.reduce(take, record.value), record.file, record.path);
    });
  return {
    ...loaded,
    procedures: each(loaded.procedures, "procedure", ({ id }) => id, withoutPart),
    units: loaded.units.map((record) => {
      const { value, file, path } = record;
      if (!withdrawals.some(({ kind }) => kind === "unit")) return record;
      const units = value.units.map((unit) => parts("unit", unit.code).reduce(withoutConfirmed, unit));
      return located({ ...value, units }, file, path);
    }),
    topics: each(
      loaded.topics,
      "topic",
      ({ key }) => key,
      (topic): Topic => ({ ...topic, withdrawn: true }),
    ),
    faqs: each(
      loaded.faqs,
      "faq",
      ({ id }) => id,
      (faq): Faq => ({ ...faq, withdrawn: true }),
    ),
  };
}

/** What nobody confirms is not told. */
function withoutConfirmed(unit: UnitRecord, part: string): UnitRecord {
  const { [`${part}_confirmed_on` as "phone_confirmed_on"]: _, ...rest } = unit;
  return rest;
}

function withoutPart(procedure: Procedure, part: string): Procedure {
  if (part === "") return { ...procedure, withdrawn: true };
  if (part === "documents")
    return { ...procedure, documents: [], doubts: [...withoutEntries(procedure), doubt("documents", "Giấy tờ")] };
  const [list, number] = part.split(".");
  const index = Number(number);
  if (list === "fees" && procedure.fees[index]) {
    const { fee_rule: _rule, ...rest } = procedure;
    const fees = procedure.fees.map((fee, at) => (at === index ? { ...fee, amount: null, note: null } : fee));
    return { ...rest, fees, doubts: [...procedure.doubts, doubt("fee", "Lệ phí", `fees.${index}`)] };
  }
  if (list === "times" && procedure.times[index]) {
    const times = procedure.times.map((time, at) =>
      at === index ? { ...time, text: "chưa rõ, anh/chị hỏi quầy", working_days: null, unknown: true as const } : time,
    );
    return { ...procedure, times, doubts: [...procedure.doubts, doubt("time", "Thời gian", `times.${index}`)] };
  }
  // The record was mended meanwhile and no longer has it.
  return procedure;
}

/** Doubts about single papers of a list that is not shown point at nothing. */
const withoutEntries = ({ doubts }: Procedure): Doubt[] =>
  doubts.map(({ entries, ...rest }) => {
    const kept = entries?.filter((entry) => !entry.startsWith("documents."));
    return kept && kept.length > 0 ? { ...rest, entries: kept } : rest;
  });

const doubt = (touches: Doubt["touches"][number], what: string, entry?: string): Doubt => ({
  touches: [touches],
  ...(entry ? { entries: [entry] } : {}),
  say: `${what}: trung tâm đang xem lại, anh/chị hỏi quầy trước khi đi.`,
});
