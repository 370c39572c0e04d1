/**
 * The working calendar of public offices. A term in working days leaves out Saturdays, Sundays and public holidays;
 * a Saturday worked in exchange counts (dossier-and-centre.md (d), d1 and d5).
 */
import type { CalendarData } from "./calendar-data.ts";
import { addDays, dayOf, weekdayOf } from "./days.ts";
import type { Closure, WorkingCalendar } from "./working-calendar.ts";

export function createCalendar(data: CalendarData): WorkingCalendar {
  const off = new Set(data.holidays.map(({ day }) => day));
  const makeup = new Set(data.makeup_days.map(({ day }) => day));
  const firstDay = [...off].sort()[0] ?? data.checked_on;

  const closures: Closure[] = [
    ...data.holidays.map(({ day, label }) => ({ label, from: day, to: day, announced: true })),
    ...data.not_announced.map(({ label, from, to }) => ({ label, from, to, announced: false })),
  ].sort((one, other) => (one.from < other.from ? -1 : 1));

  const isWorkingDay = (day: string): boolean => {
    if (makeup.has(day)) return true;
    const weekday = weekdayOf(day);
    return weekday !== 0 && weekday !== 6 && !off.has(day);
  };
  const workingDaysForward = (from: string, to: string): number => {
    let count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count++;
    return count;
  };

  return {
    dayOf,
    isWorkingDay,
    // Years before the first holiday of the file are as unknown as years after the last.
    isCertain: (day) =>
      day >= firstDay.slice(0, 4) &&
      day <= data.known_until &&
      !data.not_announced.some(({ from, to }) => from <= day && day <= to),
    nextWorkingDay(day) {
      let next = addDays(day, 1);
      while (!isWorkingDay(next)) next = addDays(next, 1);
      return next;
    },
    closures: () => closures,
    workingDaysBetween: (from, to) => (from <= to ? workingDaysForward(from, to) : -workingDaysForward(to, from)),
  };
}
