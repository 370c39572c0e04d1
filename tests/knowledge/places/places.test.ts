/** Old names and new names of communes: every name of the data file, in every spelling, is found or asked back. */
import fc from "fast-check";
import { loadKnowledge } from "../../../src/knowledge/index.ts";
import {
  type Former,
  findMentions,
  placesOf,
  type Resolution,
  resolvePlace,
  resolveRef,
} from "../../../src/knowledge/places/index.ts";

const { knowledge } = await loadKnowledge("procedures-data", "intents");
if (!knowledge?.units) throw new Error("the data files have errors: npm run check");
const places = placesOf(knowledge.units);
const formers = [...places.formers.values()];

const read = (text: string, bare = false) => resolvePlace(findMentions(text, places, bare), places);

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D");

/** Today's units to which a resolution can lead. */
function leadsTo(resolution: Resolution | null): string[] {
  if (!resolution) return [];
  if (resolution.kind === "found") return [resolution.unit.fullName];
  return resolution.options.flatMap(({ ref }) => leadsTo(resolveRef(ref, places)));
}

const say = (resolution: Resolution | null) =>
  resolution?.kind === "found" ? resolution.unit.fullName : (resolution?.question ?? null);

test("the index holds the 64 units of today and all 165 older ones", () => {
  expect(places.units.size).toBe(64);
  expect(formers).toHaveLength(165);
  expect(formers.every(({ now }) => now.length > 0)).toBe(true);
});

describe("every older name", () => {
  const SPELLINGS: readonly ((former: Former) => string)[] = [
    ({ type, name, district }) => `${type} ${name} ${district}`,
    ({ type, name, district }) => `${type} ${name}, ${district} giờ thuộc xã nào`,
    ({ type, name, district }) => `tui ở ${type} ${name} cũ, ${district}`,
    ({ type, name }) => `${type} ${name}`,
    ({ type, name }) => `${type} ${name} cũ giờ là xã nào vậy em`,
  ];
  const STYLES: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => plain(text),
    (text) => plain(text).toLowerCase(),
    (text) => text.toUpperCase(),
    (text) => text.normalize("NFD"),
    (text) => text.replace("phường ", "P.").replace("thị trấn", "TT").replace(/^xã /, "x "),
    (text) => text.replace(/Mỹ/g, "Mĩ").replace(/Hòa/g, "Hoà"),
  ];

  test("in every spelling leads to one of its units, or is asked back with a way to them", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...formers),
        fc.constantFrom(...SPELLINGS),
        fc.constantFrom(...STYLES),
        (former, spell, style) => {
          const found = leadsTo(read(style(spell(former))));
          const right = former.now.map(({ fullName }) => fullName);
          expect(found.some((name) => right.includes(name))).toBe(true);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test("with its district is never another unit than its own", () => {
    for (const former of formers) {
      for (const style of STYLES) {
        const resolution = read(style(`${former.type} ${former.name} ${former.district}`));
        const right = former.now.map(({ fullName }) => fullName);
        expect([former, leadsTo(resolution)]).toEqual([former, expect.arrayContaining(right)]);
        expect([former.name, leadsTo(resolution).filter((name) => !right.includes(name))]).toEqual([former.name, []]);
        if (right.length > 1) expect(resolution?.kind).toBe("ask");
      }
    }
  });

  test("that must be asked about is never chosen", () => {
    for (const { text, kind, must_ask } of knowledge.units!.ambiguities) {
      if (!must_ask || kind === "similar_names" || text.startsWith("tên phổ biến")) continue;
      const resolution = read(text, true);
      if (text === "Cà Mau") expect(resolution).toBeNull();
      else expect([text, resolution?.kind]).toEqual([text, "ask"]);
    }
  });
});

test("every unit of today is found by its full name, or asked about when an older one bears it too", () => {
  for (const unit of places.units.values()) {
    for (const text of [unit.fullName, plain(unit.fullName).toLowerCase()]) {
      expect(leadsTo(read(text))).toContain(unit.fullName);
    }
    expect(say(read(`${unit.fullName} mới`))).toBe(unit.fullName);
  }
});

test.each([
  ["xã Tân Tiến huyện Đầm Dơi giờ thuộc xã nào", "xã Tân Tiến"],
  ["xa tan hung tay huyen phu tan", "xã Nguyễn Việt Khái"],
  ["tui ở phường 8 Cà Mau làm khai sinh ở đâu", "phường Lý Văn Lâm"],
  ["p8 tp ca mau", "phường Lý Văn Lâm"],
  ["phường 4 cũ ở Cà Mau", "phường An Xuyên"],
  ["thị trấn U Minh", "xã Nguyễn Phích"],
  ["thi tran rach goc", "xã Phan Ngọc Hiển"],
  ["xã Rạch Gốc cũ", "xã Phan Ngọc Hiển"],
  ["xã Tân Thạnh, Giá Rai", "xã Phong Thạnh"],
  ["ở An Xuyên", "phường An Xuyên"],
  ["xã Phước Long huyện Phước Long", "xã Vĩnh Phước"],
  ["xã Ninh Quới A", "xã Ninh Quới"],
] as const)("%s is %s today", (text, unit) => {
  expect(say(read(text))).toBe(unit);
});

test.each([
  ["phường 8", /phường 8 của thành phố Bạc Liêu hay thành phố Cà Mau/],
  ["phường 1 Bạc Liêu", /phường 1/],
  ["xã Phong Thạnh", /xã Phong Thạnh hiện nay .* hay xã Phong Thạnh cũ/],
  ["phường 6 thành phố Cà Mau", /nay chia cho phường Tân Thành, phường Hòa Thành/],
  ["huyện Đầm Dơi", /Huyện Đầm Dơi cũ nay chia thành 7 đơn vị/],
  ["tui ở Năm Căn", /xã Năm Căn hiện nay hay cả huyện Năm Căn cũ/],
  ["xã Tân Tiến huyện U Minh", /không thấy xã tân tiến trong huyện U Minh cũ/],
] as const)("%s is asked back", (text, question) => {
  const resolution = read(text);
  expect(resolution?.kind).toBe("ask");
  expect(say(resolution)).toMatch(question);
});

test.each([
  "mới mua đất mới làm sổ",
  "xã Tân Tiến tỉnh Đồng Nai",
  "dời nhà qua xã khác",
  "làm khai sinh ở đâu",
  "8 giờ sáng",
])("no place of ours is read into: %s", (text) => {
  expect(read(text)).toBeNull();
});

test("the former places in our own records lead to the unit that the record names", () => {
  const told = knowledge.local!.tourism.flatMap(({ id, unit, old_place }) => {
    // Several communes: the record names the one that people go to.
    if (
      unit === null ||
      old_place === null ||
      !/(xã|phường|thị trấn) \p{Lu}|\d/u.test(old_place) ||
      /, xã |và phường/.test(old_place.replace(/^[^,]*ấp [^,]*, /, ""))
    )
      return [];
    return [{ id, unit, leads: leadsTo(read(old_place)) }];
  });
  expect(told.length).toBeGreaterThan(15);
  expect(told.filter(({ unit, leads }) => !leads.includes(unit))).toEqual([]);
});
