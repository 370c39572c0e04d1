/** Certified copies by page and copy, the sum shown. The rule and its figures come from the record (`fee_rule`). */
import { type FeeSum, feeByRule } from "../../../knowledge/fee-rule.ts";
import type { FeeRule } from "../../../knowledge/procedure.ts";
import type { CopyJob } from "../../../understanding/slots.ts";
import { money, sentence } from "../../wording.ts";

/** Without pages there is nothing to work out: the rule is said. Without copies it is the price of one. */
export function sumByRule(name: string, rule: FeeRule, jobs: readonly CopyJob[]): string[] {
  const sums = jobs.map((job) => sumOf(rule, job));
  if (sums.length === 0 || sums.some((sum) => sum === null)) return ruleLines(name, rule, jobs);
  const known = sums.filter((sum) => sum !== null);
  const [only, ...others] = known;
  if (only && others.length === 0) return [sentence(`${name}: ${lineOf(only)}`)];
  const total = known.reduce((sum, { total: part }) => sum + part, 0);
  return [
    `${name}:`,
    ...known.map((sum) => `- ${sentence(lineOf(sum))}`),
    `Tất cả: ${known.map((sum) => money(sum.total)).join(" + ")} = ${money(total)}.`,
  ];
}

type Sum = FeeSum & { readonly papers: number };

function sumOf(rule: FeeRule, { pages, copies = 1, papers = 1 }: CopyJob): Sum | null {
  const sum = pages === undefined ? null : feeByRule(rule, pages, copies * papers);
  return sum && { ...sum, papers };
}

/** "7.000 đồng một bản (…), 3 bản là 21.000 đồng"; "2 giấy, mỗi giấy 3 bản: 6 bản là …". */
function lineOf(sum: Sum): string {
  const each = `${money(sum.perCopy)} một bản (${howCounted(sum)})`;
  if (sum.copies === 1) return each;
  const papers = sum.papers === 1 ? "" : ` ${sum.papers} giấy, mỗi giấy ${sum.copies / sum.papers} bản:`;
  return `${each},${papers} ${sum.copies} bản là ${money(sum.total)}`;
}

function howCounted({ capped, pages, parts }: FeeSum): string {
  if (capped) return `mức cao nhất cho một bản, ${pages} trang`;
  const [first, next] = parts;
  if (!next) return `${pages} trang, ${money(first!.price)}/trang`;
  return `${first!.pages} trang đầu ${money(first!.price)}/trang, ${next.pages} trang sau ${money(next.price)}/trang`;
}

function ruleLines(name: string, rule: FeeRule, jobs: readonly CopyJob[]): string[] {
  const isImpossible = jobs.some((job) => Object.values(job).includes(0));
  const isCounted = jobs.some(({ copies }) => copies !== undefined);
  return [
    `${name}: ${rule.first_pages} trang đầu ${money(rule.first_price)}/trang, từ trang thứ ${rule.first_pages + 1} thì ` +
      `${money(rule.next_price)}/trang, nhiều nhất ${money(rule.cap)} một bản.`,
    isImpossible
      ? "Số bản hay số trang đó em không tính được, anh/chị nhắn lại giúp em, ví dụ: 3 bản, mỗi bản 5 trang."
      : isCounted
        ? "Mỗi bản mấy trang anh/chị nhắn em, em tính giúp."
        : "Anh/chị nhắn mấy bản, mỗi bản mấy trang, em tính giúp.",
  ];
}
