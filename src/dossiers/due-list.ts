/** Dossiers that are due soon or overdue, for staff: before a citizen has to ask. */
import { addDays, addWorkingDays, formatDay, isCertainBetween, type WorkingCalendar } from "../calendar/index.ts";
import type { Dossier } from "./dossier.ts";

/** What the list asks of a store. */
export interface DueStore {
  /** Dossiers whose days count (statuses 2 and 4) and that are due from `from` up to `until`, the earliest first. */
  dueBetween(from: string, until: string, limit: number): Promise<readonly Dossier[]>;
}

export type DueList = {
  readonly today: string;
  readonly overdue: readonly Dossier[];
  readonly soon: readonly Dossier[];
  /** There are more than were read. */
  readonly isCut: boolean;
};

/** More than anybody reads in a morning. */
export const MOST_LISTED = 2_000;

/** `days`: working days ahead, by the calendar; `today`: `yyyy-mm-dd`. */
export async function listDue(
  store: DueStore,
  calendar: WorkingCalendar,
  today: string,
  days: number,
): Promise<DueList> {
  const overdue = await store.dueBetween("2000-01-01", addDays(today, -1), MOST_LISTED);
  const soon = await store.dueBetween(today, addWorkingDays(calendar, today, days), MOST_LISTED);
  return { today, overdue, soon, isCut: overdue.length === MOST_LISTED || soon.length === MOST_LISTED };
}

/** One line of the officer's list. */
export function dueLine(
  { code, dueOn, unit, procedureName }: Dossier,
  calendar: WorkingCalendar,
  today: string,
): string {
  const where = [unit, procedureName].filter(Boolean).join(", ");
  return `${code}  hẹn ${formatDay(dueOn ?? "")}  ${daysText(dueOn ?? today, calendar, today)}${where ? `  ${where}` : ""}`;
}

function daysText(dueOn: string, calendar: WorkingCalendar, today: string): string {
  if (dueOn === today) return "hôm nay";
  if (!isCertainBetween(calendar, dueOn, today)) return dueOn < today ? "đã trễ" : "sắp tới";
  const days = Math.abs(calendar.workingDaysBetween(today, dueOn));
  return dueOn < today ? `trễ ${days} ngày làm việc` : `còn ${days} ngày làm việc`;
}

/** What the morning's task for staff says; null when there is nothing to say. */
export function dueSummary({ today, overdue, soon, isCut }: DueList): string | null {
  if (overdue.length === 0 && soon.length === 0) return null;
  const atLeast = isCut ? "ít nhất " : "";
  return `${formatDay(today)}: ${atLeast}${overdue.length} hồ sơ trễ hẹn, ${soon.length} hồ sơ sắp tới hẹn. Xem danh sách: npm run dossiers:due`;
}
