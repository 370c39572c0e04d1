/** Terms and opening hours, worked out on any working calendar. */
import { addDays, instantOf, weekdayOf } from "./days.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

export type Hours = readonly { readonly from: string; readonly to: string }[];

/** No closing is longer than a Tết holiday with the days swapped around it. */
const LOOK_AHEAD_DAYS = 21;

/** The day on which `count` working days have passed after `from` (which is not counted). `count` 0 gives `from`. */
export function addWorkingDays(calendar: WorkingCalendar, from: string, count: number): string {
  let day = from;
  for (let left = count; left > 0; left--) day = calendar.nextWorkingDay(day);
  return day;
}

/** Whether every day after `from` up to `to` is announced: only then may a count between them be told to anyone. */
export function isCertainBetween(calendar: WorkingCalendar, from: string, to: string): boolean {
  const [first, last] = from <= to ? [from, to] : [to, from];
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) if (!calendar.isCertain(day)) return false;
  return true;
}

/**
 * The earliest instant from `now` on at which the centre is open: `now` itself while it is. Null when the hours are not
 * confirmed, or when a day on the way is not announced yet. A Saturday worked in exchange has weekday hours.
 */
export function nextOpening(
  calendar: WorkingCalendar,
  now: number,
  hours: Hours | null,
  saturday: Hours | null,
): number | null {
  if (!hours) return null;
  let day = calendar.dayOf(now);
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++, day = addDays(day, 1)) {
    if (!calendar.isCertain(day)) return null;
    const open = calendar.isWorkingDay(day) ? hours : weekdayOf(day) === 6 ? (saturday ?? []) : [];
    const starts = open
      .filter(({ to }) => now < instantOf(day, to))
      .map(({ from }) => Math.max(now, instantOf(day, from)));
    if (starts.length > 0) return Math.min(...starts);
  }
  return null;
}
