/** Copies, pages and papers of a message, with what was told before we asked for the pages. */
import type { CopyJob } from "../understanding/slots.ts";
import type { Understanding } from "../understanding/understanding.ts";
import { plainWords } from "./plain-words.ts";
import type { State } from "./state.ts";

/** Empty when nothing is counted. */
export function jobsOf({ slots }: Understanding, state?: State): readonly CopyJob[] {
  if (slots.jobs) return slots.jobs;
  const { copies, pages, papers } = slots;
  if (copies === undefined && pages === undefined && papers === undefined) return [];
  const job = {
    ...(copies !== undefined && { copies }),
    ...(pages !== undefined && { pages }),
    ...(papers !== undefined && { papers }),
  };
  const before = state?.pending?.kind === "count-pages" ? state.pending : null;
  return [before && copies === undefined ? { ...job, copies: before.copies, papers: before.papers } : job];
}

/** "5", "5 trang", "mỗi bản 5 trang", after we asked how many pages; null for anything else. */
export function pagesAlone(text: string): number | null {
  const found = /^(?:moi (?:ban|cai) |co |khoang )?(\d{1,3})(?: trang)?(?: a| em| nha| nhe)*$/.exec(plainWords(text));
  const pages = Number(found?.[1] ?? 0);
  return pages > 0 ? pages : null;
}

/** What to remember when the rule was said because the pages are missing; null when nothing is missing. */
export function awaitPages(procedure: string, jobs: readonly CopyJob[]): State["pending"] {
  const [only, ...others] = jobs;
  if (!only || others.length > 0 || !only.copies || only.papers === 0 || only.pages !== undefined) return null;
  return { kind: "count-pages", procedure, copies: only.copies, papers: only.papers ?? 1 };
}

/** Words that can only mean certified copies beside a count; signatures, contracts and translations are certified too. */
export const namesCopies = (text: string): boolean =>
  /\b(chung thuc|sao y|cong chung|photo|photocopy)\b/.test(plainWords(text)) &&
  !/\b(dich|chu ky|hop dong|di chuc|uy quyen|mua ban|tang cho|so yeu|ly lich)\b/.test(plainWords(text));
