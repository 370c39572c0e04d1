/** Days in the forms that systems and people write them in, to `yyyy-mm-dd`. */

/** Days of Excel's calendar count from here (its 29/2/1900, which never was, included). */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
/** 2000 to 2099: no dossier is dated outside. */
const EXCEL_DAYS = { first: 36_526, last: 73_050 } as const;

/**
 * `20260804`, `20260804153000`, `2026-08-04…`, `4/8/2026`, `4-8-26`, `4.8.2026 15:30`, "ngày 4 tháng 8 năm 2026", Excel's
 * `46238`. The day comes first, as in Việt Nam: `8/25/2026` is none. Null: no day that exists.
 */
export function readDay(value: unknown): string | null {
  if (typeof value === "number") return excelDay(value);
  if (typeof value !== "string") return null;
  const text = value.normalize("NFC").trim().toLowerCase();
  const compact = /^(20\d\d)(\d\d)(\d\d)(?:\d{4}|\d{6})?$/.exec(text);
  if (compact) return dayOf(compact[1], compact[2], compact[3]);
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)(?:[t\s]+(.*))?$/.exec(text);
  if (iso) return isoDay(text, iso);
  const local = /^(?:thứ \S+,? |chủ nhật,? )?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?:,?\s+\d.*)?$/.exec(
    text,
  );
  if (local) return dayOf(local[3], local[2], local[1]);
  const clock = /^\d{1,2}[:h]\d{0,2}(?::\d\d)?,?\s+(?:ngày\s+)?(.+)$/.exec(text);
  if (clock) return readDay(clock[1]);
  const words = /^(?:ngày\s+)?(\d{1,2})\s+(?:tháng|thang)\s+(\d{1,2})\s*,?\s*(?:năm|nam)\s+(\d{4})$/.exec(text);
  if (words) return dayOf(words[3], words[2], words[1]);
  return /^\d{5}(?:[.,]\d+)?$/.test(text) ? excelDay(Number(text.replace(",", "."))) : null;
}

/** An instant with its zone is turned into the local day; without one it is local already. */
function isoDay(text: string, [, year, month, day, clock = ""]: RegExpExecArray): string | null {
  if (!/(?:z|[+-]\d\d:?\d\d)$/.test(clock)) return dayOf(year, month, day);
  const instant = Date.parse(text.toUpperCase().replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  return Number.isNaN(instant) ? null : new Date(instant + 7 * 3_600_000).toISOString().slice(0, 10);
}

function excelDay(serial: number): string | null {
  if (!(serial >= EXCEL_DAYS.first && serial < EXCEL_DAYS.last)) return null;
  return new Date(EXCEL_EPOCH + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

function dayOf(year = "", month = "", day = ""): string | null {
  const y = year.length === 2 ? 2000 + Number(year) : Number(year);
  const m = Number(month);
  const d = Number(day);
  if (y < 2000 || y > 2099 || m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return null;
  return `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}

/** `yyyyMMddHHmmss` local, or an ISO instant, to epoch milliseconds; null: neither. A bare day is its beginning. */
export function readInstant(value: unknown): number | null {
  if (typeof value !== "string") return null;
  const text = value.trim();
  const compact = /^(20\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/.exec(text);
  if (compact) {
    const [, y, m, d, hh = "00", mm = "00", ss = "00"] = compact;
    return orNull(Date.parse(`${y}-${m}-${d}T${hh}:${mm}:${ss}+07:00`));
  }
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text);
  return /^\d{4}-\d\d-\d\dT/.test(text) ? orNull(Date.parse(zoned ? text : `${text}+07:00`)) : null;
}

const orNull = (instant: number): number | null => (Number.isNaN(instant) ? null : instant);
