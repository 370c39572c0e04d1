/** Old names must lead to communes that exist: one that does not would silently lead nowhere. */
import type { Loaded } from "../loaded.ts";
import { type Finding, finding, type Path } from "../problems.ts";
import type { Units } from "../reference-files.ts";

export function checkUnits(loaded: Loaded): Finding[] {
  return loaded.units.flatMap(({ value, file, path }) => {
    const known = new Set(value.units.map(({ type, name }) => `${type} ${name}`));
    return namesIn(value)
      .filter(({ name }) => !known.has(name))
      .map(({ name, at }) =>
        finding(
          file,
          [...path, ...at],
          `"${name}" không phải xã, phường hiện nay`,
          "viết đúng loại và tên như ở units",
        ),
      );
  });
}

function namesIn({ old_districts }: Units): { name: string; at: Path }[] {
  return old_districts.flatMap((district, index) => {
    const at: Path = ["old_districts", index];
    const lists: [Path, readonly string[]][] = [
      [[...at, "now_units"], district.now_units],
      ...district.units.map(({ now }, i): [Path, readonly string[]] => [[...at, "units", i, "now"], now]),
      ...(district.earlier_units ?? []).map(({ now }, i): [Path, readonly string[]] => {
        return [[...at, "earlier_units", i, "now"], now];
      }),
    ];
    return lists.flatMap(([path, names]) => names.map((name, i) => ({ name, at: [...path, i] })));
  });
}
