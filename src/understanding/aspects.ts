/**
 * Which side of a procedure is asked about: cues over the folded words. A *strong* cue asks ("bao nhiêu tiền", "ở
 * đâu"), a *fair* one asks in most sentences ("lệ phí"), a *weak* one merely mentions ("online", "giấy tờ"). The first
 * of the strongest wins, since people put the question they came for first.
 */
import { CLAUSE_CUES, CUES, type CueRow } from "./aspect-cues.ts";
import type { Token } from "./tokens.ts";
import type { Aspect } from "./understanding.ts";

export type AspectCue = {
  readonly aspect: Aspect;
  readonly strength: 1 | 2 | 3;
  /** Token range, end excluded. */
  readonly start: number;
  readonly end: number;
};

type Compiled = Pick<AspectCue, "aspect" | "strength"> & { readonly regex: RegExp; readonly words: readonly string[] };

type Rows = {
  readonly compiled: readonly Compiled[];
  /** For each word the rows it can take part in, as bits: a row none of whose words is there need not be tried. */
  readonly ofWord: ReadonlyMap<string, number>;
};

const compile = ([aspect, strength, pattern]: CueRow): Compiled => ({
  aspect,
  strength,
  regex: new RegExp(` (?:${pattern})(?= )`, "g"),
  words: pattern.match(/[a-z]+[0-9]*/g) ?? [],
});

function inRows(compiled: readonly Compiled[]): Rows {
  const ofWord = new Map<string, number>();
  for (const [row, { words }] of compiled.entries())
    for (const word of words) ofWord.set(word, (ofWord.get(word) ?? 0) | (1 << (row % 31)));
  return { compiled, ofWord };
}

const COMMON = CUES.map(compile);
const OF_MESSAGE = inRows(COMMON);
const OF_CLAUSE = inRows([...CLAUSE_CUES.map(compile), ...COMMON]);

/** Cues of messages that are being read: each step asks for them, and they are found once. */
const found = new WeakMap<readonly Token[], readonly AspectCue[]>();

/** All cues in the order in which they stand; overlapping weaker ones are dropped. */
export function findAspects(tokens: readonly Token[]): readonly AspectCue[] {
  const known = found.get(tokens);
  if (known) return known;
  const cues = readCues(tokens, OF_MESSAGE);
  found.set(tokens, cues);
  return cues;
}

/** The same in one clause of a message, where some more ways to ask are heard. */
export const findAspectsOfClause = (tokens: readonly Token[]): readonly AspectCue[] => readCues(tokens, OF_CLAUSE);

function readCues(tokens: readonly Token[], { compiled, ofWord }: Rows): AspectCue[] {
  if (tokens.length === 0) return [];
  const starts: number[] = [];
  let line = " ";
  let rows = 0;
  for (const token of tokens) {
    // A bar keeps a cue from running over punctuation: "bà mới mất, tiền mai táng" is not "mất tiền".
    if (token.clause !== "") line += "| ";
    starts.push(line.length);
    rows |= ofWord.get(token.folded) ?? 0;
    line += token.folded + " ";
  }
  const cues: AspectCue[] = [];
  for (const [row, { aspect, strength, regex }] of compiled.entries()) {
    if ((rows & (1 << (row % 31))) === 0) continue;
    regex.lastIndex = 0;
    for (let match = regex.exec(line); match !== null; match = regex.exec(line)) {
      const from = match.index + 1;
      const to = match.index + match[0].trimEnd().length;
      const start = starts.findIndex((at) => at >= from);
      if (start < 0) continue;
      let end = start;
      while (end < starts.length && starts[end]! < to) end++;
      const covered = cues.some((cue) => cue.start < end && start < cue.end && cue.strength >= strength);
      if (!covered) cues.push({ aspect, strength, start, end });
    }
  }
  return cues.sort((one, other) => one.start - other.start);
}

/** What is asked stands at the end of a story; what lies further before the last strong cue than this is told. */
const ASKING_ZONE = 14;
/** In a long message the asking part is shorter still: everything before it is the story. */
const LONG = 24;
const ASKING_ZONE_OF_STORY = 3;

/** The cues of one strength without those that stand in the story, in their order. */
export function askingCues(cues: readonly AspectCue[], strength: AspectCue["strength"]): AspectCue[] {
  const equals = cues.filter((candidate) => candidate.strength === strength);
  const last = equals.at(-1);
  if (!last) return [];
  const zone = last.end >= LONG ? ASKING_ZONE_OF_STORY : ASKING_ZONE;
  return equals.filter(({ end }) => last.start - end <= zone);
}

/** The aspect asked first among the strongest cues of the asking part, or null. */
export function firstAspect(cues: readonly AspectCue[]): AspectCue | null {
  return askingCues(cues, 3)[0] ?? askingCues(cues, 2)[0] ?? askingCues(cues, 1)[0] ?? null;
}
