/** From what was said of a place to today's unit, or to the question that must be asked: nothing is guessed. */
import type { Mention, Named } from "./find-mentions.ts";
import type { District, Former, Places, Unit } from "./places.ts";
import { foldName, wordsOf } from "./words.ts";

export type Resolution =
  /** `former`: the older name that was said, null when it was today's. */
  | { readonly kind: "found"; readonly unit: Unit; readonly former: Former | null }
  | {
      readonly kind: "ask";
      readonly question: string;
      readonly hint: string | null;
      /** Empty: the name of the commune is asked for. */
      readonly options: readonly PlaceOption[];
    };

/** `ref` is read by `resolveRef`. `words`: what people type to choose it. */
export interface PlaceOption {
  readonly label: string;
  readonly ref: string;
  readonly words: readonly string[];
}

type Candidate = { readonly unit: Unit } | { readonly former: Former };

/** The first place of the message; null when it names none. */
export function resolvePlace(found: Named, places: Places): Resolution | null {
  const [mention] = found.mentions;
  if (mention) return resolveMention(mention, found, places);
  return found.district ? askDistrict(found.district, found.districtTyped, places) : null;
}

/** "m32042": today's unit; "c32042": the former one with this code. */
export function resolveRef(ref: string, places: Places): Resolution | null {
  const unit = ref.startsWith("m") ? places.units.get(ref.slice(1)) : undefined;
  if (unit) return { kind: "found", unit, former: null };
  const former = ref.startsWith("c") ? places.formers.get(ref.slice(1)) : undefined;
  return former ? fromFormer(former, places) : null;
}

function resolveMention(mention: Mention, found: Named, places: Places): Resolution | null {
  const bareName = mention.type === null && !found.district ? mention.names[0]! : null;
  const district = places.districts.find(({ key }) => key === bareName);
  if (district) return askDistrict(district, mention.reading === "former", places);
  const named = mention.names.flatMap((name) => places.named.get(name) ?? []);
  const formers = ofType(
    spelledAlike(
      named.flatMap((each) => each.formers),
      mention,
    ),
    mention.type,
  );
  const units = ofType(
    spelledAlike(
      named.flatMap((each) => each.units),
      mention,
    ),
    mention.type,
  );
  const within = formers.filter((former) => isWithin(former, found));
  // An old district is often said with a new name; but a name that is not there at all is a mistake of somebody's.
  const there = found.district && units.filter(({ code }) => found.district?.now.some((unit) => unit.code === code));
  if (found.district && within.length === 0 && there?.length === 0 && formers.length > 0) {
    const question = `Em không thấy ${sayMention(mention)} trong ${found.district.fullName} cũ. Anh/chị xem lại giúp em.`;
    return { kind: "ask", question, hint: null, options: optionsOf(formers.map((former) => ({ former }))) };
  }
  const elsewhere = bareName === null ? undefined : places.questions.get(bareName);
  if (elsewhere?.kind === "outside_province") {
    return {
      kind: "ask",
      question: elsewhere.ask,
      hint: null,
      options: optionsOf(formers.map((former) => ({ former }))),
    };
  }
  const candidates = choose({
    mention,
    units: there?.length ? there : units,
    formers: within.length > 0 ? within : formers,
    district: found.district,
  });
  return settle(candidates, mention, places);
}

/** A name typed with diacritics means the one spelled so: Tân Thạnh is not Tân Thành. */
function spelledAlike<T extends { readonly name: string }>(all: readonly T[], { marked }: Mention): readonly T[] {
  if (foldName(marked) === marked) return all;
  const exact = all.filter(({ name }) => spelling(name) === spelling(marked));
  return exact.length > 0 ? exact : all;
}

/** "Hoà" and "Hòa", "Mỹ" and "Mĩ" are one spelling: the marks of a word count, not where they stand. */
const spelling = (name: string): string =>
  wordsOf(name)
    .map(({ folded, marked }) => folded + [...(marked.normalize("NFD").match(/\p{M}/gu) ?? [])].sort().join(""))
    .join(" ");

function ofType<T extends { readonly type: string }>(all: readonly T[], type: string | null): readonly T[] {
  return type === null ? all : all.filter((each) => each.type === type);
}

const isWithin = (former: Former, { district, province }: Named): boolean =>
  district
    ? former.districtKey === district.key && former.province === district.province
    : !province || former.province === province;

function choose(from: {
  mention: Mention;
  units: readonly Unit[];
  formers: readonly Former[];
  district: District | null;
}): readonly Candidate[] {
  const formers = from.formers.map((former): Candidate => ({ former }));
  const units = from.units.map((unit): Candidate => ({ unit }));
  const { reading } = from.mention;
  if (formers.length > 0 && (reading === "former" || from.district !== null)) return formers;
  if (units.length > 0 && reading === "today") return units;
  return [...units, ...formers];
}

function settle(candidates: readonly Candidate[], mention: Mention, places: Places): Resolution | null {
  const [first, ...others] = candidates;
  if (!first) return mention.type === null ? null : settleAnyType(mention, places);
  const codes = new Set(candidates.flatMap(codesNow));
  if (codes.size === 1)
    return "former" in first ? fromFormer(first.former, places) : (withFormer(first.unit, others) ?? null);
  if (others.length === 0 && "former" in first) return fromFormer(first.former, places);
  const asked = questionFor(mention, candidates, places);
  return { kind: "ask", question: asked.ask, hint: asked.hint, options: optionsOf(candidates) };
}

/** "xã Rạch Gốc" was a town: people mix the types up. */
function settleAnyType(mention: Mention, places: Places): Resolution | null {
  return settle(
    mention.names.flatMap((name) => {
      const named = places.named.get(name);
      return [
        ...(named?.units ?? []).map((unit) => ({ unit })),
        ...(named?.formers ?? []).map((former) => ({ former })),
      ];
    }),
    { ...mention, type: null },
    places,
  );
}

const codesNow = (candidate: Candidate): readonly string[] =>
  "unit" in candidate ? [candidate.unit.code] : candidate.former.now.map(({ code }) => code);

/** Today's unit has kept the name of one that is in it: the name says both. */
function withFormer(unit: Unit, others: readonly Candidate[]): Resolution {
  const former = others.flatMap((other) => ("former" in other ? [other.former] : []))[0] ?? null;
  return { kind: "found", unit, former };
}

function fromFormer(former: Former, places: Places): Resolution {
  const [unit, ...more] = former.now;
  if (unit && more.length === 0) return { kind: "found", unit, former };
  const known = places.questions.get(foldName(`${former.type} ${former.name} (${former.district})`));
  return {
    kind: "ask",
    question:
      known?.ask ??
      `${sayFormer(former)} nay chia cho ${former.now.map(({ fullName }) => fullName).join(", ")}. Anh/chị ở phần nào ạ?`,
    hint: known?.hint ?? null,
    options: optionsOf(former.now.map((each) => ({ unit: each }))),
  };
}

function askDistrict(district: District, typed: boolean, places: Places): Resolution {
  const unit = places.named.get(district.key)?.units[0];
  const ambiguous = typed || !unit ? undefined : places.questions.get(district.key);
  const list = `Nay gồm: ${district.now.map(({ fullName }) => fullName).join(", ")}.`;
  return {
    kind: "ask",
    question: ambiguous?.ask ?? district.ask,
    hint: list,
    options:
      ambiguous && unit
        ? [{ label: `${upperFirst(unit.fullName)} hiện nay`, ref: `m${unit.code}`, words: ["hiện nay", "mới"] }]
        : [],
  };
}

function questionFor(mention: Mention, candidates: readonly Candidate[], places: Places) {
  const said = foldName(`${mention.type ?? ""} ${mention.names[0]}`);
  const types = new Set(candidates.map((each) => ("former" in each ? each.former.type : each.unit.type)));
  const typed = foldName(`${[...types][0]} ${mention.names[0]}`);
  const known = places.questions.get(said) ?? (types.size === 1 ? places.questions.get(typed) : undefined);
  // A question written for two of them would leave the third out.
  if (known && known.candidates >= candidates.length) return known;
  const labels = optionsOf(candidates).map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1));
  return { ask: `Anh/chị hỏi ${labels.join(" hay ")} ạ?`, hint: null };
}

function optionsOf(candidates: readonly Candidate[]): readonly PlaceOption[] {
  const mixed = candidates.some((each) => "unit" in each) && candidates.some((each) => "former" in each);
  return candidates.map((each) => {
    if ("unit" in each) {
      const label = upperFirst(each.unit.fullName);
      return {
        label: mixed ? `${label} hiện nay` : label,
        ref: `m${each.unit.code}`,
        words: ["hiện nay", "mới", each.unit.name],
      };
    }
    const { type, name, district, code } = each.former;
    const short = district.replace("thành phố", "TP").replace("thị xã", "TX").replace("huyện ", "");
    return {
      label: `${upperFirst(type)} ${name} cũ (${short})`,
      ref: `c${code}`,
      words: [district, district.replace(/^(huyện|thị xã|thành phố) /, ""), "cũ"],
    };
  });
}

/** "Phường 8 cũ (thành phố Cà Mau)". */
export const sayFormer = ({ type, name, district }: Former): string => `${upperFirst(type)} ${name} cũ (${district})`;

const sayMention = ({ type, marked }: Mention): string => `${type ?? ""} ${marked}`.trim();

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
