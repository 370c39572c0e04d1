/** Working days and opening hours in Asia/Ho_Chi_Minh, from `procedures-data/calendar.yaml`. Days are `yyyy-mm-dd`. */
export interface WorkingCalendar {
  /** The local day of an instant (epoch milliseconds UTC). */
  dayOf(instant: number): string;
  isWorkingDay(day: string): boolean;
  /** False where the holidays of that year are not announced yet: then say so, do not count. */
  isCertain(day: string): boolean;
  /** The first working day after `day`. */
  nextWorkingDay(day: string): string;
  /** Working days from `from` (not counted) to `to` (counted); negative when `to` is earlier. */
  workingDaysBetween(from: string, to: string): number;
  /** Holidays in the order of their days, and the times whose days off are not announced yet. */
  closures(): readonly Closure[];
}

export type Closure = {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** False: somewhere between `from` and `to`, nobody knows yet when. */
  readonly announced: boolean;
};
