/**
 * Long numbers that are clearly no person's: money, dates, procedure codes. Whatever is not clearly one of these stays
 * open to being an ID number.
 */
import type { PlainView } from "../dossiers/index.ts";

export type Range = { readonly from: number; readonly to: number };

/** `1.001612`, `2.000815.01`: not tied to further digits. */
const PROCEDURE = /(?<![0-9a-z]|[0-9][.-])[0-9]\.[0-9]{6}(?:\.[0-9]{2})?(?![0-9]|[.-][0-9])/g;
const DATE = /(?<![0-9]|[0-9][./-])([0-9]{1,2})([./-])([0-9]{1,2})\2((?:19|20)[0-9]{2})(?![0-9]|[./-][0-9])/g;
const SPACED_DATE = /(?<![0-9]|[0-9]{3}[\s.-])([0-9]{1,2})( )([0-9]{1,2}) (20[0-9]{2})(?![0-9]|[\s.-][0-9]{3})/g;
const MONEY =
  /(?<![0-9o]|[0-9][.-])([1-9][0-9]{0,2}(?:[. ][0-9]{3})+|[1-9][0-9]{3,})(?![0-9])(?:\s?(dong|vnd|trieu|tr|ngan|nghin|k|ty|d)(?![a-z]))?/g;

export function findNotPersonal(view: PlainView): Range[] {
  const found: Range[] = [];
  for (const match of view.plain.matchAll(PROCEDURE)) found.push(rangeOf(match));
  for (const pattern of [DATE, SPACED_DATE]) {
    for (const match of view.plain.matchAll(pattern)) {
      if (Number(match[1]) >= 1 && Number(match[1]) <= 31 && isMonth(match[3])) found.push(rangeOf(match));
    }
  }
  for (const match of view.plain.matchAll(MONEY)) if (isMoney(view, match)) found.push(rangeOf(match));
  return found;
}

const rangeOf = (match: RegExpMatchArray): Range => ({ from: match.index!, to: match.index! + match[0].length });
const isMonth = (month: string | undefined) => Number(month) >= 1 && Number(month) <= 12;

/**
 * With a unit: any round sum, or any sum when the unit cannot be another word. Without: thousands with dots, short
 * enough to be no ID number, or round to a million.
 */
function isMoney(view: PlainView, match: RegExpMatchArray): boolean {
  const amount = match[1] ?? "";
  const unit = match[2];
  const isGrouped = /[. ]/.test(amount);
  if (unit) return amount.endsWith("000") || (isGrouped && isMoneyWord(view, match));
  if (!isGrouped) return false;
  return /[. ]000[. ]000$/.test(amount) || (amount.includes(".") && amount.length <= 9 && amount.endsWith(".000"));
}

/** Without diacritics "dong" may be "đóng" (to pay in) and "d" anything: then an ID number may stand before it. */
function isMoneyWord(view: PlainView, match: RegExpMatchArray): boolean {
  const end = match.index! + match[0].length;
  const written = view.original
    .slice(view.at[end - match[2]!.length], view.at[end])
    .normalize("NFC")
    .toLowerCase();
  return /^(?:đồng|đ|vnđ|vnd|triệu|nghìn|ngàn|tỷ|tỉ)$/.test(written);
}
