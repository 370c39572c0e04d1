/** Which checked entry a message speaks of, or which of them are asked for in general. */
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { findMentions, placesOf } from "../../knowledge/places/index.ts";
import { hasWords, plainWords, sayingOf, withoutWords } from "../plain-words.ts";
import { WITHOUT_SUBJECT } from "../without-subject.ts";
import { type Entry, GROUPS, type Group, namesOf, tellable, wordsOf } from "./entries.ts";

export type Local =
  | { readonly kind: "entry"; readonly entry: Entry }
  /** `place`: the commune or district that was named, as typed; null: all of the province. */
  | {
      readonly kind: "several";
      readonly group: Group;
      readonly entries: readonly Entry[];
      readonly place: string | null;
    };

/** What a word asks for. Goods come first ("mua tôm khô làm quà khi đi du lịch"), then care, then places to see. */
const ASKED: readonly (readonly [Group, RegExp])[] = [
  ["ocop", /\b(ocop|dac san|qua que|lam qua|mua qua)\b/],
  ["y-te", /\b(benh vien|tram y te|tram xa|trung tam y te|nha thuong)\b/],
  [
    "du-lich",
    /\b(du lich|tham quan|di choi|gi choi|nao choi|dau choi|choi (o )?dau|gi vui|check ?in|di tich|homestay|phuot|tour|le hoi|(chua|dao|bien|cho|vuon) nao|diem den|canh dep|dau dep|coi rung)\b/,
  ],
];

/** Asked of these, we have nothing checked: they are no places to see and no goods. */
const NOT_OURS =
  /\b(khach san|nha nghi|nha thuoc|phong kham|nha khoa|tiem (chung|ngua|vac xin|phong)|chich ngua|vac xin|kham|cho noi|cho dem|hoi cho|pha|tau cao toc|xe khach|quan|nha hang|lau|bun|bac si|benh vien mat|ngay hoi)\b/;

/** Becoming an OCOP good is a matter of its own, of which we have no record. */
const TO_BECOME = /\b(dang ky|ho so|phan hang|danh gia|tham gia|dua san pham|cong nhan|lam sao de|vo ocop)\b/;

/** Words by which a general question is narrowed down, or that are one by themselves; with diacritics, where it has any. */
const NARROWER: Readonly<Record<Group, readonly string[]>> = {
  "du-lich":
    "chùa|đảo|biển|vườn chim|vườn quốc gia|di tích|lễ hội|rừng|homestay|nhà thờ|sinh thái|cộng đồng|khu tưởng niệm|đền thờ".split(
      "|",
    ),
  ocop: "1 sao|2 sao|3 sao|4 sao|5 sao|mắm|khô|tôm khô|mật ong|bánh phồng|muối|rượu|yến|nước mắm|chả lụa|ba khía".split(
    "|",
  ),
  "y-te": "sản nhi|phụ sản|đa khoa|bệnh viện lao|tư nhân".split("|"),
};

/** Null when nothing of ours is asked for. */
export function findLocal(text: string, knowledge: Knowledge): Local | null {
  const said = plainWords(text).replace(/\bbv\b/g, "benh vien");
  const named = namedIn(said, knowledge);
  const [only, ...others] = named;
  if (only && others.length === 0) return { kind: "entry", entry: only };
  if (only) return { kind: "several", group: only.group, entries: named, place: null };
  const place = placeIn(text, knowledge);
  const isSaid = sayingOf(text);
  const asked = ASKED.find(([, words]) => words.test(said))?.[0];
  const group = asked ?? GROUPS.find((each) => NARROWER[each].some(isSaid));
  if (!group || NOT_OURS.test(said) || (group !== "du-lich" && TO_BECOME.test(said))) return null;
  const narrower = NARROWER[group].filter(isSaid);
  const fitting = listed(group, knowledge).filter((entry) => fits(entry, narrower, place));
  const [one, ...more] = fitting;
  if (one && more.length === 0) return { kind: "entry", entry: one };
  return one || asked ? { kind: "several", group, entries: fitting, place } : null;
}

/** The entry whose name is all that is said, with nothing beside it that carries a subject. */
export function namedAlone(text: string, knowledge: Knowledge): Entry | null {
  const said = plainWords(text);
  const [only, ...others] = namedIn(said, knowledge);
  if (!only || others.length > 0) return null;
  const rest = withoutWords(said, namesOf(only)).split(" ");
  return rest.every((word) => word === "" || WITHOUT_SUBJECT.has(word)) ? only : null;
}

function fits(entry: Entry, narrower: readonly string[], place: string | null): boolean {
  const words = wordsOf(entry);
  return narrower.every(sayingOf(words)) && (place === null || hasWords(plainWords(words), plainWords(place)));
}

/** Those of a group that people can go to; a centre that was closed is only told of when it is named. */
export const listed = (group: Group, knowledge: Knowledge): readonly Entry[] =>
  tellable(knowledge).filter((entry) => entry.group === group && !/đã giải thể|công trình/.test(entry.value.kind));

/** Those whose longest name is said; several when they bear it together. */
function namedIn(said: string, knowledge: Knowledge): readonly Entry[] {
  // "Homestay ở Đất Mũi" is named "homestay Đất Mũi"; "xã Đất Mũi có gì chơi" asks for all of the commune.
  const readings = [said, said.replace(/ (o|tai|ben|duoi) /g, " ")].map((each) => each.replace(COMMUNE, " "));
  const isFestival = /\bngay hoi\b/.test(said);
  const longest = (entry: Entry) => {
    let length = 0;
    for (const name of namesOf(entry)) {
      if (name.length > length && readings.some((reading) => hasWords(reading, name))) length = name.length;
    }
    return length;
  };
  let best = 0;
  let named: Entry[] = [];
  for (const entry of tellable(knowledge)) {
    if (isFestival && entry.group !== "du-lich") continue;
    const length = longest(entry);
    if (length > best) [best, named] = [length, [entry]];
    else if (length > 0 && length === best) named.push(entry);
  }
  return named;
}

/** A name behind its type is the commune's. */
const COMMUNE = /\b(xa|phuong) (?!y te)\w+ \w+(?= co\b)/g;

/** A commune, a district, or the former province of Bạc Liêu; "Cà Mau" is all of it. */
function placeIn(text: string, { units }: Knowledge): string | null {
  if (!units) return null;
  const { mentions, district, province } = findMentions(text, placesOf(units), true);
  const [mention] = mentions;
  const place = mention?.marked ?? district?.name ?? province;
  return place === null || place === undefined || plainWords(place) === "ca mau" ? null : place;
}
