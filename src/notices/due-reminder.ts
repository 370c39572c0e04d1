/** Every working morning one task for staff: how many dossiers are overdue or due soon. */
import { dayOf, instantOf, type WorkingCalendar } from "../calendar/index.ts";
import { type DueStore, dueSummary, listDue } from "../dossiers/due-list.ts";

export type ReminderOptions = {
  readonly store: DueStore;
  readonly calendar: WorkingCalendar;
  readonly now: () => number;
  readonly days: number;
  /** Keeps it for staff; the same kind and detail at most once, whether it is still open or not. */
  readonly raiseOnce: (kind: string, detail: string) => Promise<void>;
};

/** Before the desk opens. */
const FROM = "06:30";

/** Called often; does something once a day. */
export async function remindOfDue({ store, calendar, now, days, raiseOnce }: ReminderOptions): Promise<void> {
  const today = dayOf(now());
  if (now() < instantOf(today, FROM) || !calendar.isWorkingDay(today)) return;
  const summary = dueSummary(await listDue(store, calendar, today, days));
  if (summary !== null) await raiseOnce("dossiers.due", summary);
}
