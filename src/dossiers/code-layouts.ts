/**
 * The ways in which a run of digits can be cut into agency, day and serial, each with what it costs to believe it:
 * 0 is a code as printed, higher is more guessing. The reader takes the cheapest cut whose day can be true.
 */
import { isReceptionDay } from "./code-shape.ts";
import type { DigitGroups, Gap } from "./digit-groups.ts";

type Levels = {
  /** Sizes of the levels after the first two digits (`H12` + `.34`), and where each begins. */
  readonly sizes: readonly number[];
  readonly starts: readonly number[];
  /** How unusual that is (samples in (a)). */
  readonly cost: number;
};

const levels = (cost: number, ...sizes: number[]): Levels => ({
  sizes,
  starts: sizes.map((_, n) => 2 + sizes.slice(0, n).reduce((sum, size) => sum + size, 0)),
  cost,
});

const LEVELS: readonly Levels[] = [
  levels(0, 2),
  levels(0.3, 3),
  levels(0.6, 2, 2),
  levels(0.8),
  levels(1, 1),
  ...[
    [2, 3],
    [3, 2],
    [3, 3],
    [2, 1],
    [3, 1],
    [1, 2],
    [1, 1],
    [1, 3],
  ].map((sizes) => levels(1.5, ...sizes)),
  ...[
    [2, 2, 2],
    [2, 2, 3],
    [3, 2, 2],
  ].map((sizes) => levels(2, ...sizes)),
];
/** A full old code ends its agency with `H47`: no levels after it. */
const NO_LEVELS: readonly Levels[] = [levels(0)];

const SERIALS: Record<"g" | "h", readonly number[]> = {
  //   length: 0, 1, 2,   3, 4, 5,   6. The national portal (G22.99) numbers with six digits, provinces with four.
  h: [9, 3, 2.5, 2, 0, 1.5, 1],
  g: [9, 3, 2.5, 2, 0.2, 1.5, 0],
};

/** How the day may be written; `to` gives YYMMDD. People copy YYMMDD, but some write the day as they are used to. */
const DAYS: readonly { size: number; cost: number; breaks: readonly number[]; to: (d: string) => string }[] = [
  { size: 6, cost: 0, breaks: [2, 4], to: (d) => d },
  { size: 8, cost: 3, breaks: [4, 6], to: (d) => (d.startsWith("20") ? d.slice(2) : "") },
  { size: 6, cost: 4, breaks: [2, 4], to: turned },
  {
    size: 8,
    cost: 5,
    breaks: [2, 4],
    to: (d) => (d.slice(4, 6) === "20" ? d.slice(6) + d.slice(2, 4) + d.slice(0, 2) : ""),
  },
];

/** DDMMYY to YYMMDD, but only where YYMMDD itself is no day at all: a day in the future is rather a slip of a digit. */
function turned(d: string): string {
  return isReceptionDay(d, null) ? "" : d.slice(4, 6) + d.slice(2, 4) + d.slice(0, 2);
}

const LEVEL_GAP: Record<Gap, number> = { none: 1.5, said: 1, space: 0.5, dot: 0, dash: 0.5 };
const FIELD_GAP: Record<Gap, number> = { none: 3, said: 2, space: 0.5, dot: 0.7, dash: 0 };
const DAY_GAP: Record<Gap, number> = { none: 0, said: 0, space: 0.5, dot: 0.7, dash: 0.7 };
const SERIAL_GAP: Record<Gap, number> = { none: 0, said: 0, space: 1, dot: 2, dash: 5 };
const MISPLACED_GAP: Record<Gap, number> = { none: 0, said: 0, space: 2.7, dot: 4, dash: 5 };
/** Digits left over after the code. A lone word after it is common; something tied on with a dot is not. */
const REST_GAP: Record<Gap, number> = { none: Number.POSITIVE_INFINITY, said: 1, space: 0, dot: 1, dash: 1 };

export type Cut = {
  /** `["12", "34"]` without the letter. */
  readonly agency: readonly string[];
  readonly day: string;
  readonly serial: string;
  readonly cost: number;
  /** Nothing was added, moved or guessed: both field borders were written and all digits were there. */
  readonly asPrinted: boolean;
  /** Both borders of the day were written, whatever they were written with. */
  readonly bordersWritten: boolean;
  /** How many digits the code takes. */
  readonly length: number;
};

/** Above this, a cut is an accident of digits. Everything glued costs 7.5. */
export const BELIEVABLE = 8.5;

/** All believable cuts, cheapest first. `day` is empty where it cannot be turned into YYMMDD; else it is not checked. */
export function cutsOf(groups: DigitGroups, letter: "g" | "h", isOldForm: boolean): Cut[] {
  const cuts: Cut[] = [];
  for (const level of isOldForm ? NO_LEVELS : LEVELS) {
    for (const day of DAYS) {
      for (let serial = 1; serial <= 6; serial++) {
        const cut = tryCut(groups, letter, level, day, serial);
        if (cut) cuts.push(cut);
      }
    }
  }
  return cuts.sort((a, b) => a.cost - b.cost);
}

function tryCut(
  { digits, gaps }: DigitGroups,
  letter: "g" | "h",
  { sizes, starts, cost: levelCost }: Levels,
  day: (typeof DAYS)[number],
  serialSize: number,
): Cut | null {
  const dayAt = sizes.reduce((sum, size) => sum + size, 2);
  const serialAt = dayAt + day.size;
  const length = serialAt + serialSize;
  if (length > digits.length) return null;
  let cost = levelCost + day.cost + SERIALS[letter][serialSize]!;
  if (length < digits.length) cost += REST_GAP[gaps[length]!];
  for (let i = 1; i < length; i++) {
    if (cost > BELIEVABLE) return null;
    const gap = gaps[i]!;
    if (i === dayAt || i === serialAt) cost += FIELD_GAP[gap];
    else if (starts.includes(i)) cost += LEVEL_GAP[gap];
    else if (i > dayAt && i < serialAt && day.breaks.includes(i - dayAt)) cost += DAY_GAP[gap];
    else if (i > serialAt && isHalfway(i - serialAt, serialSize)) cost += SERIAL_GAP[gap];
    else cost += MISPLACED_GAP[gap];
  }
  if (cost > BELIEVABLE || takesFromNeighbour(gaps, dayAt, serialAt, length)) return null;
  const bordersWritten = isWritten(gaps[dayAt]!) && isWritten(gaps[serialAt]!);
  return {
    agency: [digits.slice(0, 2), ...starts.map((at, n) => digits.slice(at, at + sizes[n]!))],
    day: day.to(digits.slice(dayAt, serialAt)),
    serial: digits.slice(serialAt, length),
    cost,
    asPrinted: bordersWritten && day.cost === 0 && serialSize >= 4 && cost < 3,
    bordersWritten,
    length,
  };
}

/**
 * "2608-0583", "2608044-0583": a dash was written, and the cut would end the day or the serial elsewhere. A digit is
 * missing or too many there, and which one nobody can tell.
 */
function takesFromNeighbour(gaps: readonly Gap[], dayAt: number, serialAt: number, length: number): boolean {
  if (gaps[serialAt] !== "none") return false;
  const isDash = (gap: Gap | undefined) => gap === "dash";
  return gaps.slice(dayAt + 1, serialAt).some(isDash) || isDash(gaps[length]);
}

const isWritten = (gap: Gap) => gap !== "none" && gap !== "said";
/** Where a serial may be written with a space: "05 83", "020 175", "02 01 75". */
const isHalfway = (position: number, size: number) => position % 2 === 0 || (size === 6 && position === 3);
