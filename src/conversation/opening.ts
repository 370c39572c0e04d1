/** When the centre is next open, from its confirmed hours and the calendar of working days. */
import { addDays, formatInstant, instantOf, type WorkingCalendar, weekdayOf } from "../calendar/index.ts";
import type { Centre } from "../knowledge/centre.ts";

type Period = { readonly from: string; readonly to: string };

export type Opening =
  | { readonly kind: "open-now" }
  | { readonly kind: "opens"; readonly at: number }
  /** Hours not confirmed, or the holidays of that year not announced: nothing is counted. */
  | { readonly kind: "unknown" };

/** Further than any Tết holiday. */
const LOOK_AHEAD_DAYS = 21;
const SATURDAY = 6;

export function nextOpening(centre: Centre, calendar: WorkingCalendar, now: number): Opening {
  let day = calendar.dayOf(now);
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead += 1, day = addDays(day, 1)) {
    if (!calendar.isCertain(day)) return { kind: "unknown" };
    for (const period of periodsOn(day, centre, calendar)) {
      const from = instantOf(day, period.from);
      if (now >= from && now < instantOf(day, period.to)) return { kind: "open-now" };
      if (now < from) return { kind: "opens", at: from };
    }
  }
  return { kind: "unknown" };
}

/** A Saturday that is worked as a swap counts as a working day; other Saturdays have their own hours, or none. */
function periodsOn(day: string, centre: Centre, calendar: WorkingCalendar): readonly Period[] {
  const isSaturday = weekdayOf(day) === SATURDAY;
  const periods = calendar.isWorkingDay(day) ? centre.hours : isSaturday ? centre.saturday : null;
  return [...(periods ?? [])].sort((a, b) => a.from.localeCompare(b.from));
}

/** "7 giờ sáng thứ Tư 25/11". */
export const shownOpening = ({ at }: { readonly at: number }): string => formatInstant(at);

/** "7:00–11:00, 13:00–17:00". */
export const shownPeriods = (periods: readonly Period[]): string =>
  periods.map(({ from, to }) => `${shownHour(from)}–${shownHour(to)}`).join(", ");

const shownHour = (clock: string): string => clock.replace(/^0/, "");
