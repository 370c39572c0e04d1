/** When the counter where a dossier was handed in is open: each unit has its own hours, and its own Saturday. */

import type { Dossier } from "../../../dossiers/index.ts";
import { plainView } from "../../../dossiers/index.ts";
import type { Centre } from "../../../knowledge/centre.ts";
import type { Knowledge } from "../../../knowledge/knowledge.ts";
import { placesOf } from "../../../knowledge/places/index.ts";
import type { Moment } from "../../moment.ts";
import { nextOpening, shownOpening, shownPeriods } from "../../opening.ts";

type Counters = Pick<Knowledge, "centre" | "units">;
type Hours = Pick<Centre, "hours" | "saturday">;
const UNKNOWN: Hours = { hours: null, saturday: null };

/**
 * By the beginning of the code, else by the name of the unit, the centre's data before the unit's own. The centre's own hours
 * only where the dossier is the centre's: another counter may be closed while ours is open.
 */
export function hoursOf({ code, unit }: Pick<Dossier, "code" | "unit">, counters: Counters): Hours {
  const agency = code.split("-")[0] ?? "";
  const byCode = counters.centre.unit_hours
    .flatMap((one) => one.prefixes.map((prefix) => ({ prefix, one })))
    .filter(({ prefix }) => agency === prefix || agency.startsWith(`${prefix}.`))
    .sort((a, b) => b.prefix.length - a.prefix.length)[0]?.one;
  if (byCode) return byCode;
  return unit === null ? UNKNOWN : hoursOfUnit(unit, counters);
}

/** By name, old spelling or new; the centre's own only for the centre itself. */
export function hoursOfUnit(unit: string, { centre, units }: Counters): Hours {
  const name = plainView(unit).plain;
  const isOf = (other: string | null) => other !== null && ` ${name} `.includes(` ${plainView(other).plain} `);
  const byName = centre.unit_hours.find((one) => isOf(one.unit));
  if (byName) return byName;
  // At the end: "xã Tân Ân Tây" is not "xã Tân Ân".
  const isNamed = (other: string) => ` ${name}`.endsWith(` ${plainView(other).plain}`);
  const own = units && [...placesOf(units).units.values()].find(({ fullName }) => isNamed(fullName));
  if (own?.desk.hours) return { hours: own.desk.hours, saturday: own.desk.saturday ?? null };
  return isOf(centre.name) || isOf(centre.unit) ? centre : UNKNOWN;
}

/** Lines for who must go there; none where the hours are not confirmed. */
export function openingLines(dossier: Pick<Dossier, "code" | "unit">, { knowledge, calendar, now }: Moment): string[] {
  const hours = hoursOf(dossier, knowledge);
  const opening = nextOpening(hours, calendar, now);
  const next = opening.kind === "opens" ? [`Quầy mở cửa lại lúc ${shownOpening(opening)}.`] : [];
  const open = opening.kind === "open-now" ? ["Quầy đang mở cửa."] : [];
  return [...next, ...open, ...saturdayLines(hours)];
}

/** A Saturday on which a counter is open is no working day: terms do not count it (d1). */
export const isOpenOnSaturday = ({ saturday }: Hours): boolean => saturday !== null && saturday.length > 0;

function saturdayLines({ saturday }: Hours): string[] {
  if (saturday === null) return [];
  return [saturday.length === 0 ? "Thứ Bảy quầy nghỉ." : `Thứ Bảy quầy có mở: ${shownPeriods(saturday)}.`];
}
