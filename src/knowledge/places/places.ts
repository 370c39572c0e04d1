/** The communes and wards of today and every older name that leads to them, indexed by folded name. */
import type { Units } from "../reference-files.ts";
import { deskOf, type UnitDesk } from "../unit.ts";
import { foldName } from "./words.ts";

/** A commune or ward since 01/7/2025. */
export interface Unit {
  readonly code: string;
  readonly type: string;
  readonly name: string;
  /** "phường Lý Văn Lâm". */
  readonly fullName: string;
  readonly confidence: "high" | "medium" | "low";
  /** Confirmed facts only. */
  readonly desk: UnitDesk;
}

/** A commune, ward or town before. Several units now: it was divided, and only its people know which part is theirs. */
export interface Former {
  readonly code: string;
  readonly type: string;
  readonly name: string;
  /** "huyện Đầm Dơi". */
  readonly district: string;
  readonly districtKey: string;
  readonly province: string;
  readonly now: readonly Unit[];
}

/** A district, town or city before; there are none today. */
export interface District {
  readonly key: string;
  readonly name: string;
  readonly fullName: string;
  readonly province: string;
  readonly now: readonly Unit[];
  readonly ask: string;
}

export interface Places {
  readonly units: ReadonlyMap<string, Unit>;
  readonly formers: ReadonlyMap<string, Former>;
  readonly districts: readonly District[];
  /** By folded name ("tan tien"): what bears it. */
  readonly named: ReadonlyMap<string, { readonly units: readonly Unit[]; readonly formers: readonly Former[] }>;
  /** Words of the longest name. */
  readonly longest: number;
  /** Questions and hints of the data file, by folded text. */
  readonly questions: ReadonlyMap<
    string,
    { readonly kind: string; readonly candidates: number; readonly ask: string; readonly hint: string | null }
  >;
}

const made = new WeakMap<Units, Places>();

/** Made once for each reading of the file. */
export function placesOf(units: Units): Places {
  const known = made.get(units);
  if (known) return known;
  const places = build(units);
  made.set(units, places);
  return places;
}

function build(data: Units): Places {
  const units = data.units.map((unit): Unit => {
    const { code, type, name, confidence } = unit;
    return { code, type, name, fullName: `${type} ${name}`, confidence, desk: deskOf(unit) };
  });
  const byFullName = new Map(units.map((unit) => [unit.fullName, unit]));
  const today = (names: readonly string[]) => names.flatMap((name) => byFullName.get(name) ?? []);
  const districts = data.old_districts.map((each): District => {
    const fullName = `${each.type} ${each.name}`;
    const province = each.old_province;
    return { key: foldName(each.name), name: each.name, fullName, province, now: today(each.now_units), ask: each.ask };
  });
  const formers = data.old_districts.flatMap((each) => {
    const district = `${each.type} ${each.name}`;
    const of = { district, districtKey: foldName(each.name), province: each.old_province };
    const earlier = (each.earlier_units ?? []).map((unit) => ({ ...unit, code: `x${unit.name}` }));
    return [...each.units, ...earlier].map(({ code, type, name, now }): Former => {
      return { code, type, name, ...of, now: today(now) };
    });
  });
  const named = new Map<string, { units: Unit[]; formers: Former[] }>();
  const entry = (name: string) => {
    const key = foldName(name);
    const known = named.get(key) ?? { units: [], formers: [] };
    named.set(key, known);
    return known;
  };
  for (const former of formers) entry(former.name).formers.push(former);
  for (const unit of units) entry(unit.name).units.push(unit);
  for (const { name, type, aliases = [] } of data.units) {
    const unit = byFullName.get(`${type} ${name}`);
    for (const alias of aliases) if (unit && !entry(alias).units.includes(unit)) entry(alias).units.push(unit);
  }
  return {
    units: new Map(units.map((unit) => [unit.code, unit])),
    formers: new Map(formers.map((former) => [former.code, former])),
    districts,
    named,
    longest: Math.max(0, ...[...named.keys()].map((name) => name.split(" ").length)),
    questions: new Map(
      data.ambiguities.flatMap(({ text, kind, candidates, ask, hint }) => {
        return ask === null
          ? []
          : [
              [
                foldName(text),
                { kind, candidates: candidates.length, ask, hint: typeof hint === "string" ? hint : null },
              ],
            ];
      }),
    ),
  };
}
