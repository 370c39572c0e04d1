/** Dossier codes in a citizen's words: typed, pasted or dictated (dossier-and-centre.md (a), "Cách dân gõ sai"). */
import { type CodeFinding, findCodes } from "./code-finder.ts";
import type { CodeReading } from "./code-shape.ts";
import { type PlainView, plainView } from "./plain-view.ts";
import { rewriteSpoken } from "./spoken-code.ts";

/** Words without which nobody dictates a code: at least one number word. Saves the second look on most messages. */
const MAY_BE_DICTATED = /\b(?:cham|gach|tru|xet|xec|muoi|khong|hai|ba|bon|tu|nam|sau|bay|tam|chin|mot|ngay|so)\b/;
const HAS_DIGIT = /[\p{Nd}\p{No}]/u;
/** Stands where a code was already found: no digit, letter or separator, so nothing is read across it. */
const TAKEN = "\u0002";

/**
 * All codes in the order in which they stand, each once. `today` is `yyyy-mm-dd` in Asia/Ho_Chi_Minh: a code from the
 * future is none. Pure; never throws.
 */
export function readDossierCodes(text: string, today: string): CodeReading[] {
  const found = findAnywhere(text, today).flatMap(({ reading }) => (reading ? [reading] : []));
  return found.filter((reading, i) => found.findIndex((other) => other.code === reading.code) === i);
}

/**
 * True when somebody clearly tried to give a code, whether or not it can be a true one (an impossible day, serial
 * 0000, a day in the future): then ask for it again. False for procedure codes, ID and phone numbers, money, dates.
 */
export function looksLikeCode(text: string): boolean {
  return findAnywhere(text, null).length > 0;
}

/**
 * Where written codes stand in the view, well-formed or merely shaped like one. For the door, which must not take the
 * digits of a code for a citizen-ID number. Dictated codes have no digits to protect.
 */
export function findWrittenCodes(view: PlainView): { from: number; to: number }[] {
  return findCodes(view.plain, null).map(({ from, to }) => ({ from, to }));
}

function findAnywhere(text: string, today: string | null): (CodeFinding & { start: number })[] {
  const view = plainView(text);
  const written = HAS_DIGIT.test(text) ? located(view, findCodes(view.plain, today)) : [];
  if (!MAY_BE_DICTATED.test(view.plain)) return written;
  const rest = { ...view, plain: cover(view.plain, written) };
  const dictated = bestOf(["tens", "ten"] as const, (muoi) => {
    const rewritten = rewriteSpoken(rest, muoi);
    return located(rewritten, findCodes(rewritten.plain, today));
  });
  return [...written, ...dictated].sort((a, b) => a.start - b.start);
}

function located(view: PlainView, findings: readonly CodeFinding[]): (CodeFinding & { start: number })[] {
  return findings.map((finding) => ({ ...finding, start: view.at[finding.from] ?? 0 }));
}

function cover(plain: string, findings: readonly CodeFinding[]): string {
  let covered = plain;
  for (const { from, to } of findings) {
    covered = covered.slice(0, from) + TAKEN.repeat(to - from) + covered.slice(to);
  }
  return covered;
}

/** The way that gives most true codes, and of these the one with the least to believe. */
function bestOf<Way, Found extends CodeFinding>(ways: readonly Way[], find: (way: Way) => Found[]): Found[] {
  const codes = (found: Found[]) => found.filter(({ reading }) => reading).length;
  const cost = (found: Found[]) => found.reduce((sum, finding) => sum + finding.cost, 0);
  const [best = []] = ways.map(find).sort((a, b) => codes(b) - codes(a) || b.length - a.length || cost(a) - cost(b));
  return best;
}
