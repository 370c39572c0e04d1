/** Finds dossier codes in a plain view: the letter, the digits after it, and the most believable cut of them. */
import { type Cut, cutsOf } from "./code-layouts.ts";
import { type CodeReading, canonicalCode, isReceptionDay } from "./code-shape.ts";
import { asDigits, type DigitGroups, readDigitGroups, SAID } from "./digit-groups.ts";

/** Where in the view a code, or something that was meant as one, stands. `reading` null: it cannot be a true code. */
export type CodeFinding = {
  readonly from: number;
  readonly to: number;
  readonly reading: CodeReading | null;
  /** How much had to be believed; to choose between two ways of hearing the same words. */
  readonly cost: number;
};

/**
 * The letter, perhaps glued to a word for "code" or to the seven digits of an old code ("0000019h47…"). Not after
 * another letter or digit ("69H1", "ACH12"), and not of a word ("ho 12", "hoi 12").
 */
const LETTER =
  /(?:(?<![a-z0-9])(?:mahoso|maso|mahs|mshs|hoso|sohs|mhs|ma|hs|so)?|(?<=(?<![a-z0-9])[0o]{3}[\s.-]?[0-9oil]{2}[\s.-]?[0-9oil]{2}))([gh])(?=[\s.:-]{0,3}[0-9oil\u0001])(?![oil]+\s)/g;
/** `000.00.19.` before the letter of a full old code. */
const OLD_PREFIX =
  /(?<![a-z0-9\u0001])((?:\u0001?[0-9oil]){3})([\s.-]{0,3})((?:\u0001?[0-9oil]){2})([\s.-]{0,3})((?:\u0001?[0-9oil]){2})([\s.-]{0,3})$/;
/** A number that runs into the letter: a procedure code with its province (`1.013855.H17`), not a list number. */
const RUNS_INTO = /[0-9]{3,}[.-]$|[0-9oil][.-][0-9oil]+[.-]$/;
/** The letter was forgotten; the rest is printed too exactly to be anything else. */
const NO_LETTER = /(?<![a-z0-9.-])([0-9]{2})[. ]([0-9]{2,3})-([0-9]{6})-([0-9]{4})(?![0-9])/g;
/** Written with all its borders: surely meant as a code even if its day is impossible. */
const SHAPED = 3;

/**
 * `today` null leaves out only the check that a code is not from the future. Findings are in order and do not overlap.
 */
export function findCodes(plain: string, today: string | null): CodeFinding[] {
  const findings: CodeFinding[] = [];
  let done = 0;
  for (const match of plain.matchAll(LETTER)) {
    if (match.index < done) continue;
    const finding = codeAt(plain, done, match, today);
    if (!finding) continue;
    findings.push(finding);
    done = finding.to;
  }
  return [...findings, ...withoutLetter(plain, findings, today)].sort((a, b) => a.from - b.from);
}

function codeAt(plain: string, done: number, match: RegExpMatchArray, today: string | null): CodeFinding | null {
  const letter = match[1] as "g" | "h";
  const letterAt = match.index! + match[0].length - 1;
  const groups = readDigitGroups(plain, letterAt + 1);
  if (groups.digits.length < 9) return null;
  const before = plain.slice(Math.max(done, match.index! - 30), match.index!);
  const prefix = OLD_PREFIX.exec(before);
  const from = prefix ? match.index! - prefix[0].length : letterAt;
  const levels = [1, 3, 5].map((n) => asDigits(prefix?.[n] ?? ""));
  const isWhole = !prefix || [2, 4, 6].every((n) => prefix[n] !== "");
  const cuts = cutsOf(groups, letter, prefix !== null).filter((cut) => prefix || !takesPersonalNumber(groups, cut));
  const best = cuts.find((cut) => isTrue(cut, today));
  if (best && (prefix || !RUNS_INTO.test(before))) {
    const to = groups.ends[best.length - 1]!;
    const agency = [...levels.filter(Boolean), letter + best.agency[0]!, ...best.agency.slice(1)];
    const isSure = best.asPrinted && isWhole && !plain.slice(from, to).includes(SAID);
    const code = canonicalCode(agency, best.day, best.serial);
    return { from, to, reading: { code, certainty: isSure ? "sure" : "doubtful" }, cost: best.cost };
  }
  const meant = cuts.find((cut) => cut.cost <= SHAPED && cut.bordersWritten);
  return meant ? { from, to: groups.ends[meant.length - 1]!, reading: null, cost: meant.cost } : null;
}

function isTrue(cut: Cut, today: string | null): boolean {
  // No province and no unit is numbered 0: such a cut took a digit from its neighbour.
  const isNumbered = cut.agency.every((level) => Number(level) > 0);
  return isNumbered && Number(cut.serial) > 0 && cut.day.length === 6 && isReceptionDay(cut.day, today);
}

/**
 * Nine or twelve digits in one piece are an ID number, whatever letter stands before them. Only when tied to an agency
 * by a dot or dash can they be a code whose own dash was forgotten (`H12.118261020-0021`, `G22.99-251225020175`); the
 * day check then tells them apart, for an ID number begins with 0.
 */
function takesPersonalNumber({ digits, gaps }: DigitGroups, { length }: Cut): boolean {
  let start = 0;
  for (let i = 1; i <= length; i++) {
    if (i < length && gaps[i] === "none") continue;
    const size = i - start;
    const isTied = start >= 2 && (gaps[start] === "dot" || gaps[start] === "dash");
    if ((size === 9 || size === 12) && !(isTied && digits[start] !== "0")) return true;
    start = i;
  }
  return false;
}

function withoutLetter(plain: string, taken: readonly CodeFinding[], today: string | null): CodeFinding[] {
  const found: CodeFinding[] = [];
  for (const match of plain.matchAll(NO_LETTER)) {
    const from = match.index;
    const to = from + match[0].length;
    const [, province, unit, day, serial] = match as unknown as [string, string, string, string, string];
    if (taken.some((other) => from < other.to && other.from < to) || !isReceptionDay(day, today)) continue;
    if (Number(serial) === 0) continue;
    // Only provinces number like this (a4): the national portal's codes start with 22.99 and have longer serials.
    const code = canonicalCode([`h${province}`, unit], day, serial);
    found.push({ from, to, reading: { code, certainty: "doubtful" }, cost: 0 });
  }
  return found;
}
