/** A day as people say it: "mai", "thứ Hai tuần sau", "mùng 3 tháng 4", "28/11". */
import { addDays, weekdayOf } from "./days.ts";

const NUMBERS = "mot hai ba bon nam sau bay tam chin muoi".split(" ");
const numberOf = (word: string): number => (/^\d/.test(word) ? Number(word) : NUMBERS.indexOf(word) + 1);

const AWAY: readonly (readonly [RegExp, number])[] = [
  [/\b(?:hom|bua|ngay) (?:nay|ni)\b|\bbay gio\b/, 0],
  [/\b(?:ngay|bua|sang|chieu|hom)? ?mot\b(?= (?:co|lam|mo|nghi|di|ra|len))|\bngay (?:mot|kia)\b/, 2],
  [/\b(?:ngay|sang|chieu|bua|hom) mai\b|^mai\b|\bmai (?=co |lam |mo |nghi |chu nhat|thu |di |ra |len )/, 1],
];
const WEEKDAY_NAMES = "hai|ba|tu|nam|sau|bay|[2-7]";
const WEEKDAY = new RegExp(
  `\\b(?:(chu nhat|cn)|(?:thu|t) ?(${WEEKDAY_NAMES}))\\b(?! tuc)(?: (tuan (?:sau|toi|ke|nay)|nay|toi|sau))?`,
);
const WEEKDAY_NUMBER: Record<string, number> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 };

/** `said`: lower case, without diacritics, signs between numbers kept (`/`, `-`). Null: no day is named, or none that exists. */
export function dayInWords(said: string, today: string): string | null {
  const dated = datedDay(said, today);
  if (dated !== undefined) return dated;
  for (const [pattern, days] of AWAY) if (pattern.test(said) && !WEEKDAY.test(said)) return addDays(today, days);
  const named = WEEKDAY.exec(said);
  if (!named) return null;
  const [, sunday, name = "", week = ""] = named;
  const wanted = sunday ? 0 : (WEEKDAY_NUMBER[name] ?? Number(name) - 1);
  const ahead = (wanted - weekdayOf(today) + 7) % 7;
  if (!/tuan (?:sau|toi|ke)/.test(week)) return addDays(today, ahead);
  // A week begins on Monday: Sunday is its last day.
  const untilMonday = (8 - weekdayOf(today)) % 7 || 7;
  return addDays(today, untilMonday + ((wanted + 6) % 7));
}

/** The next day of that date; undefined: no date is said; null: there is no such day. */
function datedDay(said: string, today: string): string | null | undefined {
  const word = `\\d{1,2}|${NUMBERS.join("|")}`;
  const match =
    /(?<![\d/.-])(\d{1,2})\s*[/-]\s*(\d{1,2})(?:\s*[/-]\s*(\d{4}))?(?![\d/-])/.exec(said) ??
    new RegExp(`\\b(?:mung|mong|ngay)? ?(${word}) (?:thang|t) ?(gieng|chap|${word})(?: nam (\\d{4}))?\\b`).exec(said);
  if (!match) return undefined;
  const month = match[2] === "gieng" ? 1 : match[2] === "chap" ? 12 : numberOf(match[2]!);
  const day = numberOf(match[1]!);
  const years = match[3] ? [Number(match[3])] : [0, 1].map((more) => Number(today.slice(0, 4)) + more);
  for (const year of years) {
    if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) continue;
    const found = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    if (match[3] || found >= today) return found;
  }
  return null;
}
