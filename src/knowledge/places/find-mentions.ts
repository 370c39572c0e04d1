/** Finds communes, wards, towns and districts in a message, by their type ("xã", "p.", "tt") or by words around them. */
import type { District, Places } from "./places.ts";
import { type Word, wordsOf } from "./words.ts";

export interface Mention {
  /** "xã", "phường", "thị trấn"; null when only the name was said. */
  readonly type: string | null;
  /** Folded, as the index has it; the first is the longest reading ("ninh quoi a", "ninh quoi"). */
  readonly names: readonly string[];
  /** As typed, in lower case. */
  readonly marked: string;
  /** "cũ" stands behind it, or "mới". */
  readonly reading: "former" | "today" | null;
}

/** Units and the district that holds them, as they are resolved. */
export interface Named {
  readonly mentions: readonly Mention[];
  /** The district named beside them, or alone. */
  readonly district: District | null;
  /** The district was named with its type: "huyện Đầm Dơi". */
  readonly districtTyped: boolean;
  /** "Cà Mau" or "Bạc Liêu" without a type: the former province that holds the unit. */
  readonly province: string | null;
}

export interface Found extends Named {
  /** Each unit by itself with the district that stands behind it; each district, where no unit is named. */
  readonly each: readonly Named[];
  /** Words that belong to no name, type or mark of age. */
  readonly otherWords: number;
  /** The text without the names, types kept ("tui ở phường làm khai sinh ở đâu"): what else is asked reads clearer so. */
  readonly withoutNames: string;
}

const TYPES: readonly (readonly [string, string])[] = [
  ["thi tran", "thị trấn"],
  ["tt", "thị trấn"],
  ["xa", "xã"],
  ["x", "xã"],
  ["phuong", "phường"],
  ["p", "phường"],
  ["f", "phường"],
];
const DISTRICT_TYPES = ["huien", "h", "thi xa", "tx", "thanh pho", "tp", "t p"];
/** Words after which a name alone is a place. */
const BEFORE = new Set(["o", "tai", "duoi", "ben", "vung", "que", "ve", "qua", "thuoc", "xuong", "len"]);
/** Names that are everyday words too: only with their type. */
const EVERYDAY = new Set(["dat moi"]);
const AGE = new Set(["cu", "moi", "gio", "nai", "hien", "bai"]);
const CITIES = ["ca mau", "bac lieu"];

type Span = { readonly at: number; readonly end: number };
type UnitSpan = Span & { readonly nameAt: number; readonly mention: Mention };
type DistrictSpan = Span & { readonly value: District; readonly typed: boolean };

/**
 * @param bare whether a name needs no type and no word before it: when a place was asked for.
 */
export function findMentions(text: string, places: Places, bare = false): Found {
  const words = wordsOf(text);
  // Another province is not ours to answer for: "xã Tân Tiến tỉnh Đồng Nai".
  if (
    words.some(
      (_, at) => isAt(words, at, "tinh") && !CITIES.some((city) => isAt(words, at + 1, city)) && isName(words[at + 1]),
    )
  ) {
    return {
      mentions: [],
      district: null,
      districtTyped: false,
      province: null,
      each: [],
      otherWords: words.length,
      withoutNames: text,
    };
  }
  const typed = districtSpans(words, places, true);
  const units = unitSpans(words, places, typed, bare);
  const free = (span: Span) => !units.some((unit) => overlaps(unit, span));
  const all = [...typed, ...districtSpans(words, places, false)].filter(free);
  const mentions = units.map(({ mention }) => mention);
  return {
    ...named(mentions, all[0]),
    each: units.length > 0 ? eachUnit(units, all) : typed.map((span) => named([], span)),
    otherWords: words.filter(
      (word, at) => !AGE.has(word.folded) && ![...units, ...all].some((span) => overlaps(span, { at, end: at + 1 })),
    ).length,
    withoutNames:
      units.length > 0 || typed.length > 0 ? withoutNames(text, words, [...units.map(nameOf), ...all]) : text,
  };
}

function named(mentions: readonly Mention[], district: DistrictSpan | undefined): Named {
  const isCity = district !== undefined && !district.typed && CITIES.includes(district.value.key);
  return {
    mentions,
    district: district && !isCity ? district.value : null,
    districtTyped: district?.typed ?? false,
    province: isCity ? district.value.province : null,
  };
}

/** "Phường 8 và phường 9 thành phố Cà Mau": one district behind all of them holds them all. */
function eachUnit(units: readonly UnitSpan[], districts: readonly DistrictSpan[]): Named[] {
  const shared = districts.length === 1 && districts[0]!.at >= units.at(-1)!.end ? districts[0] : undefined;
  return units.map(({ end, mention }, i) => {
    const next = units[i + 1]?.at ?? Number.POSITIVE_INFINITY;
    return named([mention], districts.find(({ at }) => at >= end && at < next) ?? shared);
  });
}

const nameOf = ({ nameAt, end }: { readonly nameAt: number; readonly end: number }): Span => ({ at: nameAt, end });

function withoutNames(text: string, words: readonly Word[], spans: readonly Span[]): string {
  let left = text.normalize("NFC");
  for (const { at, end } of [...spans].sort((a, b) => b.at - a.at)) {
    left = left.slice(0, words[at]!.at) + left.slice(words[end - 1]!.end);
  }
  return left.replace(/\s+/g, " ").trim();
}

/** "tỉnh nào", "tỉnh mình" name no province. */
const isName = (word: Word | undefined) =>
  word !== undefined && !/^(nao|minh|ta|nha|lo|roi|moi|cu|gi)$/.test(word.folded);

function unitSpans(words: readonly Word[], places: Places, districts: readonly Span[], bare: boolean) {
  const spans: UnitSpan[] = [];
  for (let at = 0; at < words.length; at++) {
    if (districts.some((span) => overlaps(span, { at, end: at + 1 }))) continue;
    const type = TYPES.find(([said]) => isAt(words, at, said));
    const start = at + (type ? type[0].split(" ").length : 0);
    const name = longestName(words, start, places);
    if (!name || isOtherWord(words, name.end)) continue;
    const isBare = !type && !/^\d/.test(name.names[0]!) && !EVERYDAY.has(name.names[0]!);
    const next = words[name.end]?.folded ?? "";
    const placed =
      BEFORE.has(words[at - 1]?.folded ?? "") || next === "cu" || districts.some((span) => span.at === name.end);
    if (
      !type &&
      (!(isBare && (bare || placed)) || holds(name, words.slice(spans.at(-1)?.end, at), spans.at(-1), places))
    )
      continue;
    const reading = next === "cu" ? "former" : next === "moi" && isEnd(words[name.end + 1]) ? "today" : null;
    const marked = words
      .slice(start, name.end)
      .map((word) => word.marked)
      .join(" ");
    spans.push({
      at,
      nameAt: start,
      end: name.end,
      mention: { type: type?.[1] ?? null, names: name.names, marked, reading },
    });
    at = name.end - 1;
  }
  return spans;
}

/** "Phường 5 Bạc Liêu", "phường 5 ở Bạc Liêu": a district's name behind a unit says where that is, and is none itself. */
const holds = (
  { names }: { readonly names: readonly string[] },
  between: readonly Word[],
  unit: UnitSpan | undefined,
  { districts }: Places,
): boolean =>
  unit !== undefined &&
  districts.some(({ key }) => key === names[0]) &&
  between.every(({ folded }) => BEFORE.has(folded));

/** "Đi xa hoa thanh toán": the name's last word begins another one. */
const isOtherWord = (words: readonly Word[], end: number): boolean =>
  COMPOUNDS.has(`${words[end - 1]!.folded} ${words[end]?.folded ?? ""}`);

/** Everyday words whose first half also ends a name. */
const COMPOUNDS = new Set(
  ["toan", "lap", "li", "tra", "nien", "vien", "phan", "tich"].map((second) => `thanh ${second}`),
);

/** "xã Tân Ân mới" is today's; "xã mới sáp nhập" is not. */
const isEnd = (word: Word | undefined) => !/^(sap|nhap|doi|xai|lam|co)$/.test(word?.folded ?? "");

function longestName(words: readonly Word[], start: number, places: Places) {
  for (let size = Math.min(places.longest, words.length - start); size > 0; size--) {
    const said = words.slice(start, start + size);
    const name = said.map(({ folded }) => folded).join(" ");
    if (!places.named.has(name)) continue;
    const last = said.at(-1)!;
    if (size > 1 && last.folded === "a" && last.marked !== "a") continue;
    // "xã Ninh Quới a": the letter of the name, or only a polite "ạ".
    const shorter = name.replace(/ a$/, "");
    const names = shorter !== name && places.named.has(shorter) ? [name, shorter] : [name];
    return { names, end: start + size };
  }
  return null;
}

function districtSpans(words: readonly Word[], places: Places, typed: boolean) {
  const spans: DistrictSpan[] = [];
  const folded = new Set(words.map((word) => word.folded));
  const districts = places.districts.filter(({ key }) => key.split(" ").every((word) => folded.has(word)));
  words.forEach((_, at) => {
    for (const value of districts) {
      const prefixes = typed ? DISTRICT_TYPES.map((type) => `${type} ${value.key}`) : [value.key];
      const said = prefixes.find((prefix) => isAt(words, at, prefix));
      if (said) spans.push({ at, end: at + said.split(" ").length, value, typed });
    }
  });
  return spans;
}

const isAt = (words: readonly Word[], at: number, phrase: string): boolean =>
  phrase.split(" ").every((word, i) => words[at + i]?.folded === word);

const overlaps = (one: Span, other: Span): boolean => one.at < other.end && other.at < one.end;
