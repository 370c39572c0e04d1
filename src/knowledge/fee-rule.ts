/** The one piece of fee arithmetic: certified copies, by page, with a cap on each copy (Thông tư 226/2016/TT-BTC). */
import type { FeeRule } from "./procedure.ts";

export interface FeeSum {
  /** Đồng for one copy, the cap applied. */
  readonly perCopy: number;
  readonly total: number;
  /** The cap decided the price of a copy. */
  readonly capped: boolean;
  /** What one copy is made of, before the cap: "2 trang × 2.000 đồng". */
  readonly parts: readonly { readonly pages: number; readonly price: number; readonly sum: number }[];
  readonly pages: number;
  readonly copies: number;
}

/** Works out the fee, or null when pages or copies are not whole numbers of at least one (nothing is guessed). */
export function feeByRule(rule: FeeRule, pages: number, copies: number): FeeSum | null {
  if (!isCount(pages) || !isCount(copies)) return null;
  const first = Math.min(pages, rule.first_pages);
  const next = pages - first;
  const parts = [{ pages: first, price: rule.first_price, sum: first * rule.first_price }];
  if (next > 0) parts.push({ pages: next, price: rule.next_price, sum: next * rule.next_price });
  const uncapped = parts.reduce((sum, part) => sum + part.sum, 0);
  const perCopy = Math.min(uncapped, rule.cap);
  return { perCopy, total: perCopy * copies, capped: uncapped > rule.cap, parts, pages, copies };
}

// More than this is a typing mistake, or a job for the desk.
const isCount = (value: number) => Number.isSafeInteger(value) && value >= 1 && value <= 100_000;

/** The sum as a citizen reads it, every step shown. Two or three short lines, no full stop at line ends. */
export function sayFeeSum(rule: FeeRule, sum: FeeSum): string {
  const [first, next] = sum.parts;
  const how = [`${first!.pages} trang đầu × ${sayMoney(first!.price)} = ${sayMoney(first!.sum)}`];
  if (next) how.push(`${next.pages} trang sau × ${sayMoney(next.price)} = ${sayMoney(next.sum)}`);
  const copy = sum.capped
    ? `Một bản ${sum.pages} trang: ${sayMoney(sum.perCopy)} (tính theo trang thì hơn, nhưng mỗi bản thu tối đa ${sayMoney(rule.cap)})`
    : `Một bản ${sum.pages} trang: ${sayMoney(sum.perCopy)} (${how.join("; ")})`;
  if (sum.copies === 1) return copy;
  return `${copy}\n${sum.copies} bản × ${sayMoney(sum.perCopy)} = ${sayMoney(sum.total)}`;
}

/** "21.000 đồng". */
export function sayMoney(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")} đồng`;
}
