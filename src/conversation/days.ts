/** Days and hours as people say them: "22/11/2026", "thứ Tư 25/11", "7 giờ sáng". */
const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

/** `2026-11-22` → `22/11/2026`. */
export function shownDay(day: string): string {
  const [year, month, date] = day.split("-");
  return `${date}/${month}/${year}`;
}

/** 0 is Sunday. */
export const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** `2026-11-25` → `thứ Tư 25/11`. */
export function shownWeekday(day: string): string {
  const [, month, date] = day.split("-");
  return `${WEEKDAYS[weekday(day)]} ${date}/${month}`;
}

/** `07:00` → `7 giờ sáng`, `13:30` → `1 giờ 30 chiều`. */
export function shownClock(clock: string): string {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  const part = hours < 11 ? "sáng" : hours < 13 ? "trưa" : hours < 18 ? "chiều" : "tối";
  return `${hours > 12 ? hours - 12 : hours} giờ${minutes ? ` ${String(minutes).padStart(2, "0")}` : ""} ${part}`;
}

/** `07:00` → `7:00`, for opening hours in a line. */
export const shownHour = (clock: string): string => clock.replace(/^0/, "");

export function addDays(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** Việt Nam has no summer time: local time is always UTC+7. */
export const instantOf = (day: string, clock: string): number => Date.parse(`${day}T${clock}:00+07:00`);
