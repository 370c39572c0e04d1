/**
 * Days as `yyyy-mm-dd` and instants as epoch milliseconds UTC. Asia/Ho_Chi_Minh has been UTC+7 without summer time
 * since 13/6/1975, so a fixed offset is exact and much cheaper than Intl.
 */
const HOUR = 3_600_000;
const OFFSET = 7 * HOUR;
const DAY = 24 * HOUR;

const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"] as const;

/** The local day of an instant. */
export const dayOf = (instant: number): string => isoDay(instant + OFFSET);

/** The instant at which the local clock shows `clock` ("07:30") on that day. */
export function instantOf(day: string, clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return startOfDay(day) - OFFSET + hours * HOUR + minutes * 60_000;
}

export const addDays = (day: string, days: number): string => isoDay(startOfDay(day) + days * DAY);

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (day: string): number => new Date(startOfDay(day)).getUTCDay();

/** `2026-12-31` to "31/12/2026". */
export const formatDay = (day: string): string => day.split("-").reverse().join("/");

/** `2026-11-25` to "thứ Tư 25/11". */
export const formatWeekday = (day: string): string => `${WEEKDAYS[weekdayOf(day)]} ${formatDay(day).slice(0, 5)}`;

/** "7 giờ sáng thứ Tư 25/11", "1 giờ 30 chiều thứ Sáu 27/11", as people say an hour. */
export function formatInstant(instant: number): string {
  const local = new Date(instant + OFFSET);
  const hour = local.getUTCHours();
  const minutes = local.getUTCMinutes();
  const part = hour < 11 ? "sáng" : hour < 13 ? "trưa" : hour < 18 ? "chiều" : "tối";
  const clock = `${hour > 12 ? hour - 12 : hour} giờ${minutes ? ` ${String(minutes).padStart(2, "0")}` : ""}`;
  return `${clock} ${part} ${formatWeekday(dayOf(instant))}`;
}

const startOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const isoDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
