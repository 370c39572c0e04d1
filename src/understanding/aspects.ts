/**
 * Which side of a procedure is asked about: cues over the folded words. A *strong* cue asks ("bao nhiêu tiền", "ở
 * đâu"), a *fair* one asks in most sentences ("lệ phí"), a *weak* one merely mentions ("online", "giấy tờ"). The first
 * of the strongest wins, since people put the question they came for first.
 */
import { CUES } from "./aspect-cues.ts";
import type { Token } from "./tokens.ts";
import type { Aspect } from "./understanding.ts";

export type AspectCue = {
  readonly aspect: Aspect;
  readonly strength: 1 | 2 | 3;
  /** Token range, end excluded. */
  readonly start: number;
  readonly end: number;
};

const COMPILED = CUES.map(
  ([aspect, strength, pattern]) => ({ aspect, strength, regex: new RegExp(`(?<= )(?:${pattern})(?= )`, "g") }) as const,
);

/** All cues in the order in which they stand; overlapping weaker ones are dropped. */
export function findAspects(tokens: readonly Token[]): AspectCue[] {
  if (tokens.length === 0) return [];
  const starts: number[] = [];
  let line = " ";
  for (const token of tokens) {
    // A bar keeps a cue from running over punctuation: "bà mới mất, tiền mai táng" is not "mất tiền".
    if (token.clause !== "") line += "| ";
    starts.push(line.length);
    line += token.folded + " ";
  }
  const found: AspectCue[] = [];
  for (const { aspect, strength, regex } of COMPILED) {
    for (const match of line.matchAll(regex)) {
      const from = match.index;
      const to = from + match[0].trimEnd().length;
      const start = starts.findIndex((at) => at >= from);
      if (start < 0) continue;
      let end = start;
      while (end < starts.length && starts[end]! < to) end++;
      const covered = found.some((cue) => cue.start < end && start < cue.end && cue.strength >= strength);
      if (!covered) found.push({ aspect, strength, start, end });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** The aspect asked first among the strongest cues, or null. */
export function firstAspect(cues: readonly AspectCue[]): AspectCue | null {
  for (const strength of [3, 2, 1] as const) {
    const cue = cues.find((candidate) => candidate.strength === strength);
    if (cue) return cue;
  }
  return null;
}
