/** Certified copies by page and copy, the sum shown. The rule and its figures come from the record (`fee_rule`). */
import { type FeeSum, feeByRule } from "../../../knowledge/fee-rule.ts";
import type { FeeRule } from "../../../knowledge/procedure.ts";
import { money, sentence } from "../../wording.ts";

/** Without pages there is nothing to work out: the rule is said. Without copies it is the price of one. */
export function sumByRule(name: string, rule: FeeRule, pages?: number, copies?: number): string[] {
  const sum = pages === undefined ? null : feeByRule(rule, pages, copies || 1);
  if (!sum) return ruleLines(name, rule);
  const each = `${name}: ${money(sum.perCopy)} một bản (${howCounted(sum)})`;
  return [sentence(sum.copies === 1 ? each : `${each}, ${sum.copies} bản là ${money(sum.total)}`)];
}

function howCounted({ capped, pages, parts }: FeeSum): string {
  if (capped) return `mức cao nhất cho một bản, ${pages} trang`;
  const [first, next] = parts;
  if (!next) return `${pages} trang, ${money(first!.price)}/trang`;
  return `${first!.pages} trang đầu ${money(first!.price)}/trang, ${next.pages} trang sau ${money(next.price)}/trang`;
}

function ruleLines(name: string, rule: FeeRule): string[] {
  return [
    `${name}: ${rule.first_pages} trang đầu ${money(rule.first_price)}/trang, từ trang thứ ${rule.first_pages + 1} thì ` +
      `${money(rule.next_price)}/trang, nhiều nhất ${money(rule.cap)} một bản.`,
    "Anh/chị nhắn mấy bản, mỗi bản mấy trang, em tính giúp.",
  ];
}
