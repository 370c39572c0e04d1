/** When the centre is next open, from its confirmed hours and the calendar of working days. */
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Centre } from "../knowledge/centre.ts";
import { addDays, instantOf, shownClock, shownHour, shownWeekday, weekday } from "./days.ts";

type Period = { readonly from: string; readonly to: string };

export type Opening =
  | { readonly kind: "open-now" }
  | { readonly kind: "opens"; readonly at: number; readonly day: string; readonly clock: string }
  /** Hours not confirmed, or the holidays of that year not announced: nothing is counted. */
  | { readonly kind: "unknown" };

/** Further than any Tết holiday. */
const LOOK_AHEAD_DAYS = 21;

export function nextOpening(centre: Centre, calendar: WorkingCalendar, now: number): Opening {
  let day = calendar.dayOf(now);
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead += 1, day = addDays(day, 1)) {
    if (!calendar.isCertain(day)) return { kind: "unknown" };
    for (const period of periodsOn(day, centre, calendar)) {
      const from = instantOf(day, period.from);
      if (now >= from && now < instantOf(day, period.to)) return { kind: "open-now" };
      if (now < from) return { kind: "opens", at: from, day, clock: period.from };
    }
  }
  return { kind: "unknown" };
}

/** A Saturday that is worked as a swap counts as a working day; other Saturdays have their own hours, or none. */
function periodsOn(day: string, centre: Centre, calendar: WorkingCalendar): readonly Period[] {
  const periods = calendar.isWorkingDay(day) ? centre.hours : weekday(day) === 6 ? centre.saturday : null;
  return [...(periods ?? [])].sort((a, b) => a.from.localeCompare(b.from));
}

/** "7 giờ sáng thứ Tư 25/11". */
export const shownOpening = (opening: { clock: string; day: string }): string =>
  `${shownClock(opening.clock)} ${shownWeekday(opening.day)}`;

/** "7:00–11:00, 13:00–17:00". */
export const shownPeriods = (periods: readonly Period[]): string =>
  periods.map(({ from, to }) => `${shownHour(from)}–${shownHour(to)}`).join(", ");
