/**
 * Numbers with a meaning for a rule: copies and pages of certified copies ("sao y 3 bản mỗi bản 5 trang"), digits or
 * words. What is not said stays unknown: "3 bản" has no pages, "tổng cộng 15 trang" does not say how many each.
 */
import { readNumber } from "./number-words.ts";
import type { Token } from "./tokens.ts";

/** One thing to copy, or several that are copied alike. 0: a number was said that cannot be ("0 bản", "2,5 bản"). */
export type CopyJob = {
  readonly copies?: number;
  /** Of one copy. */
  readonly pages?: number;
  /** How many different papers are copied so ("2 giấy, mỗi giấy 3 bản"); absent: one. */
  readonly papers?: number;
};

export type Counts = CopyJob & {
  /** Jobs that differ ("căn cước 2 bản 1 trang, sổ đỏ 3 bản 4 trang"); absent when there is one. */
  readonly jobs?: readonly CopyJob[];
};

type Unit = keyof CopyJob;

/** Words that count copies, pages or papers; the second list holds other words with the same bare letters. */
const UNITS: readonly (readonly [Unit, RegExp, RegExp | null])[] = [
  ["copies", /^(ban|bo)$/, /^(bạn|bàn|bán|bận|bố|bỏ|bò)$/],
  ["pages", /^(trang|mat)$/, /^(mất|mắt|mật|mát|tráng|trắng)$/],
  ["papers", /^(giay|loai|cai|cuon|tam|to)$/, /^(giây|giầy|tôi|tối|tám|tạm|to|tô)$/],
];

const MOST = 1000;

export function readCounts(tokens: readonly Token[]): Counts {
  const jobs: CopyJob[] = [{}];
  for (let at = 0; at < tokens.length; at++) {
    const number = readNumber(tokens, at) ?? (tokens[at]?.folded === "nua" ? { value: 0, length: 1 } : null);
    if (!number) continue;
    const unit = unitAt(tokens[at + number.length]);
    if (!unit || (unit === "pages" && isTotal(tokens, at))) {
      at += number.length - 1;
      continue;
    }
    // "Mỗi bản 2 tờ": sheets, and nobody knows how many pages; "2 tờ, mỗi tờ 3 bản": papers.
    const isSheets = tokens[at + number.length]?.folded === "to" && jobs.at(-1)!.copies !== undefined;
    const isCount = number.value <= MOST && !isDecimal(tokens, at);
    if (!isSheets) put(jobs, unit, isCount ? number.value : 0);
    at += number.length;
  }
  const known = jobs.filter((job) => job.copies !== undefined || job.pages !== undefined || job.papers !== undefined);
  const [first = {}, ...others] = known.map(withoutLonePapers);
  return others.length === 0 ? first : { ...first, jobs: [first, ...others] };
}

function unitAt(token: Token | undefined): Unit | null {
  if (!token) return null;
  const found = UNITS.find(
    ([, bare, other]) => bare.test(token.folded) && !(token.marked !== null && other?.test(token.typed)),
  );
  return found?.[0] ?? null;
}

/** "2,5 bản": the comma stands right between two numbers. */
const isDecimal = (tokens: readonly Token[], at: number): boolean =>
  /^\d+$/.test(tokens[at - 1]?.folded ?? "") && /^[,.]$/.test(tokens[at]?.clause ?? "");

/** "Tổng cộng 15 trang", "cả thảy 15 trang": of all together. */
const isTotal = (tokens: readonly Token[], at: number): boolean =>
  /\b(tong|cong|thay|het thay|tat ca)$/.test(
    tokens
      .slice(Math.max(0, at - 2), at)
      .map(({ folded }) => folded)
      .join(" "),
  );

/** A second count of the same kind begins another job, unless it says "one": "3 bản, một bản 5 trang". */
function put(jobs: CopyJob[], unit: Unit, value: number): void {
  const last = jobs.at(-1)!;
  if (last[unit] === undefined) jobs[jobs.length - 1] = { ...last, [unit]: value };
  else if (value !== 1 && value !== last[unit]) jobs.push({ [unit]: value });
}

/** "Sao y 3 cái": three copies, as people say it. */
const withoutLonePapers = (job: CopyJob): CopyJob => {
  if (job.papers === undefined || job.copies !== undefined) return job;
  const { papers, ...rest } = job;
  return { ...rest, copies: papers };
};
