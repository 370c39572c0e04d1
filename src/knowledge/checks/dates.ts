/** Facts in time: wrong ranges, facts that ended or soon will, reviews that are due or that nobody planned. */
import type { Loaded } from "../loaded.ts";
import { type Finding, finding, type Path, warning } from "../problems.ts";
import { datedFacts, factsOn } from "../valid-facts.ts";
import { addDays, sayDay, standingOn, type Validity } from "../validity.ts";

interface Dated {
  readonly file: string;
  readonly path: Path;
  readonly fact: Validity;
}

export function checkDates(loaded: Loaded, today: string | null): Finding[] {
  const dated = everyDated(loaded);
  const ranges = dated.filter(({ fact }) => fact.valid_from && fact.valid_to && fact.valid_from > fact.valid_to);
  const unplanned = [...loaded.procedures, ...loaded.faqs].filter(({ value }) => value.review_by === undefined);
  return [
    ...ranges.map(({ file, path }) =>
      finding(
        file,
        [...path, "valid_to"],
        "ngày hết hiệu lực đứng trước ngày bắt đầu",
        "xem lại valid_from và valid_to",
      ),
    ),
    ...unplanned.map(({ file, path }) =>
      warning(
        file,
        [...path, "review_by"],
        "chưa hẹn ngày xem lại",
        "thêm review_by, ví dụ sáu tháng sau ngày đối chiếu",
      ),
    ),
    ...(today === null ? [] : [...ended(loaded, dated, today), ...ending(loaded, dated, today), ...due(dated, today)]),
  ];
}

function ended(loaded: Loaded, dated: readonly Dated[], today: string): Finding[] {
  // A fee that a later one took over from has ended as planned; nobody need do anything.
  const planned = new Set<Validity>();
  for (const { value } of loaded.procedures) {
    for (const list of [value.fees, value.times]) {
      const left = new Set<Validity>(factsOn<Validity>(list, today).ended.map(({ fact }) => fact));
      for (const fact of list) if (standingOn(fact, today) === "ended" && !left.has(fact)) planned.add(fact);
    }
  }
  return dated
    .filter(({ fact }) => standingOn(fact, today) === "ended" && !planned.has(fact))
    .map(({ file, path, fact }) =>
      warning(
        file,
        [...path, "valid_to"],
        `đã hết hiệu lực sau ngày ${sayDay(fact.valid_to!)} nên không còn được nói với dân`,
        "thay bằng quy định mới, hoặc xoá",
      ),
    );
}

/** Time enough to ask what comes after. */
const SOON_DAYS = 45;

function ending(loaded: Loaded, dated: readonly Dated[], today: string): Finding[] {
  const last = addDays(today, SOON_DAYS);
  const lists = loaded.procedures.flatMap(({ value }): (readonly Validity[])[] => [value.fees, value.times]);
  // What comes after is written already.
  const planned = new Set(
    lists.flatMap((list) =>
      list.filter((old) => list.some(({ valid_from }) => (valid_from ?? "") > (old.valid_to ?? "9"))),
    ),
  );
  return dated
    .filter(({ fact }) => fact.valid_to !== undefined && fact.valid_to >= today && fact.valid_to <= last)
    .filter(({ fact }) => !planned.has(fact))
    .map(({ file, path, fact }) =>
      warning(
        file,
        [...path, "valid_to"],
        `sắp hết hiệu lực: chỉ nói với dân đến hết ${sayDay(fact.valid_to!)}`,
        "hỏi quy định sau ngày đó, thêm mục mới có valid_from",
      ),
    );
}

function due(dated: readonly Dated[], today: string): Finding[] {
  return dated
    .filter(({ fact }) => fact.review_by !== undefined && fact.review_by <= today)
    .map(({ file, path, fact }) =>
      warning(
        file,
        [...path, "review_by"],
        `đã tới ngày xem lại ${sayDay(fact.review_by!)}`,
        "đối chiếu với nguồn rồi sửa checked_on và review_by",
      ),
    );
}

function everyDated(loaded: Loaded): Dated[] {
  const split = (where: string) =>
    where === "" ? [] : where.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const procedures = loaded.procedures.flatMap(({ value, file }) =>
    datedFacts(value).map(({ where, fact }) => ({ file, path: split(where), fact })),
  );
  return [...procedures, ...loaded.faqs.map(({ value, file, path }) => ({ file, path, fact: value }))];
}
