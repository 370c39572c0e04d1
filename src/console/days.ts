/**
 * Days as officers write and read them, dd/mm/yyyy. A browser's own date field speaks the language of the browser, which on
 * an English machine shows 7 January as 01/07: nobody may take that for 1 July, so that days are typed as text.
 */
import { sayDay } from "../knowledge/index.ts";

/** "31/12/2026" of "2026-12-31"; what is no day stays as it was typed. */
export const dayText = (day: string): string => (isRealDay(day) ? sayDay(day) : day);

/** The day `yyyy-mm-dd` of "31/12/2026", "31.12.2026" or "2026-12-31"; null: no day that exists. */
export function readDay(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  const iso = year === undefined ? text.trim() : `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  return isRealDay(iso) ? iso : null;
}

function isRealDay(iso: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(iso);
}

/** The local midnight that a typed day begins with; null: no day was typed. */
export function midnightOf(text: string): number | null {
  const day = readDay(text);
  return day === null ? null : Date.parse(`${day}T00:00:00+07:00`);
}
