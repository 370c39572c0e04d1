/** Certified copies by page and copy, the sum shown. The rule and its figures come from the record (`fee_rule`). */
import type { FeeRule } from "../../../knowledge/procedure.ts";
import { money, sentence } from "../../wording.ts";

/** More than this in one message is a typo or a joke; then the rule is said instead of a sum. */
const MOST = { pages: 2000, copies: 500 };

export function sumByRule(name: string, rule: FeeRule, pages?: number, copies?: number): string[] {
  const many = sensible(pages, MOST.pages);
  if (many === null) return ruleLines(name, rule);
  const wanted = sensible(copies, MOST.copies);
  const one = pricePerCopy(rule, many);
  const each = `${name}: ${money(one)} một bản (${howCounted(rule, many)})`;
  return [sentence(wanted === null || wanted === 1 ? each : `${each}, ${wanted} bản là ${money(one * wanted)}`)];
}

function ruleLines(name: string, rule: FeeRule): string[] {
  return [
    `${name}: ${rule.first_pages} trang đầu ${money(rule.first_price)}/trang, từ trang thứ ${rule.first_pages + 1} thì ` +
      `${money(rule.next_price)}/trang, nhiều nhất ${money(rule.cap)} một bản.`,
    "Anh/chị nhắn mấy bản, mỗi bản mấy trang, em tính giúp.",
  ];
}

export function pricePerCopy(rule: FeeRule, pages: number): number {
  const first = Math.min(pages, rule.first_pages) * rule.first_price;
  const next = Math.max(0, pages - rule.first_pages) * rule.next_price;
  return Math.min(first + next, rule.cap);
}

function howCounted(rule: FeeRule, pages: number): string {
  const full = pricePerCopy({ ...rule, cap: Number.POSITIVE_INFINITY }, pages);
  if (full > rule.cap) return `mức cao nhất cho một bản, ${pages} trang`;
  if (pages <= rule.first_pages) return `${pages} trang, ${money(rule.first_price)}/trang`;
  const rest = pages - rule.first_pages;
  return `${rule.first_pages} trang đầu ${money(rule.first_price)}/trang, ${rest} trang sau ${money(rule.next_price)}/trang`;
}

const sensible = (number: number | undefined, most: number) =>
  number !== undefined && Number.isInteger(number) && number > 0 && number <= most ? number : null;
