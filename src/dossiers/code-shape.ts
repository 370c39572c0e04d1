/**
 * What a dossier code is made of, and whether a date in it can be true (dossier-and-centre.md (a), a3–a4):
 * agency, day of reception as YYMMDD, running number of the day.
 */

/** A dossier code as read from a message. The same shape as understanding's `CodeReading`. */
export type CodeReading = {
  /** Upper case, dots in the agency part, dashes between parts, serial of at least four digits. */
  readonly code: string;
  /** `sure`: as written on a slip. `doubtful`: we added or guessed something, so it is read back and asked. */
  readonly certainty: "sure" | "doubtful";
};

/** No dossier of this numbering is older: the decree that made it is of 2018 (NĐ 61/2018). */
const FIRST_YEAR = 2018;

/** Whether YYMMDD is a real day from 2018 on and, with `today` (`yyyy-mm-dd`), not after it. */
export function isReceptionDay(yymmdd: string, today: string | null): boolean {
  const year = 2000 + Number(yymmdd.slice(0, 2));
  const month = Number(yymmdd.slice(2, 4));
  const day = Number(yymmdd.slice(4, 6));
  if (year < FIRST_YEAR || month < 1 || month > 12 || day < 1) return false;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return false;
  return today === null || `${year}-${yymmdd.slice(2, 4)}-${yymmdd.slice(4, 6)}` <= today;
}

/** `["000","00","19","H47"]`, `"260105"`, `"0001"` to `000.00.19.H47-260105-0001`. A short serial is padded to four. */
export function canonicalCode(agency: readonly string[], date: string, serial: string): string {
  return `${agency.join(".").toUpperCase()}-${date}-${serial.padStart(4, "0")}`;
}

/** A code exactly as a slip prints it: the form in which the register keeps it. */
export function isCanonicalCode(code: string): boolean {
  return /^(?:\d{3}\.\d{2}\.\d{2}\.)?[GH]\d{2}(?:\.\d{1,3}){0,3}-\d{6}-\d{4,6}$/.test(code);
}

/** A code as a system or a clerk's table has it, made canonical; null when it is none. Nothing is guessed. */
export function canonicalFrom(text: string): string | null {
  const code = text.trim().toUpperCase().replace(/[–—]/g, "-");
  const day = /-(\d{6})-/.exec(code)?.[1];
  return isCanonicalCode(code) && day !== undefined && isReceptionDay(day, null) ? code : null;
}
