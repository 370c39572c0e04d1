/** Two and more questions in one message, in the order asked. */
import { type AspectCue, askingCues, findAspects, firstAspect } from "./aspects.ts";
import { type Clause, ownWords, splitClauses } from "./clauses.ts";
import { type Models, readTopics } from "./evidence.ts";
import type { Token } from "./tokens.ts";
import type { Aspect } from "./understanding.ts";

export type Question = {
  readonly topic: string | null;
  readonly aspect: Aspect | null;
  /** Asked with a strong cue or for yes or no, not only mentioned. */
  readonly plain: boolean;
};

/** A clause names its own topic when at least this sure. */
const NAMES = 0.75;
/** Messages up to this length list their needs ("làm khai sinh và nhập khẩu"); longer ones tell a story. */
const LISTING = 16;
/** A clause this short with a fair cue is a question of its own ("…, có phí không"). */
const BRIEF = 9;
/** From this length on a message may tell a story; clauses that end this far before its last question are the story. */
const STORY = 24;
const BEFORE_QUESTION = 8;
/** More questions than this are a story, not a list. */
const MOST = 4;

/** How a question for yes or no ends. */
const YES_OR_NO = new Set(["khong", "chua", "ha", "a"]);

type Read = { readonly clause: Clause; readonly topic: string | null; readonly cue: AspectCue | null };

function readClause(models: Models, clause: Clause): Read {
  const cue = firstAspect(clause.cues.filter(({ strength }) => strength >= 2));
  if (ownWords(clause.tokens) < 1) return { clause, topic: null, cue };
  const { ranked, none } = readTopics(models, clause.tokens);
  const best = ranked[0];
  const sure = best ? best.score * (1 - none) : 0;
  return { clause, topic: best && sure >= NAMES ? best.id : null, cue };
}

/** Joint procedures name what they join: "khai tử với xoá khẩu, mai táng chung một lượt" is one matter, unless each is asked about. */
const isJoint = (topic: string | null): boolean => topic?.endsWith("_lien_thong") ?? false;

/**
 * The questions of a message whose main topic is `main`. One entry for most messages. A clause without a topic of its
 * own asks about the topic before it ("…, nộp ở đâu"); a clause without a question tells, and is not one.
 */
export function readQuestions(models: Models, tokens: readonly Token[], main: string | null): Question[] {
  const read = splitClauses(tokens).map((clause) => readClause(models, clause));
  const listed = (at: number): boolean =>
    tokens.length <= LISTING && [read[at], read[at + 1]].some((part) => part?.clause.joined);
  const asking = read.filter(({ topic, cue }, at) => topic !== null && (cue !== null || listed(at)));
  // Two topics are two questions when each is asked about, or when a short message lists them.
  const outright = asking.filter(({ cue }) => cue?.strength === 3);
  const several = (!isJoint(main) || outright.length > 1) && new Set(asking.map(({ topic }) => topic)).size > 1;
  const questions: Question[] = [];
  let current = several ? (asking[0]?.topic ?? main) : main;
  const last = tokens.length >= STORY ? askingCues(findAspects(tokens), 3).at(-1) : undefined;
  let end = 0;
  for (const part of read) {
    end += part.clause.tokens.length;
    // What a long story wonders about on its way is not what it asks in the end, unless it names and asks outright.
    if (last && last.start - end > BEFORE_QUESTION && !(part.topic !== null && part.cue?.strength === 3)) continue;
    if (several && asking.includes(part) && (part.topic !== current || questions.length === 0)) {
      current = part.topic;
      questions.push({ topic: current, aspect: null, plain: false });
    }
    const strong = askingCues(part.clause.cues, 3);
    const plain = strong.length > 0 || YES_OR_NO.has(part.clause.tokens.at(-1)?.folded ?? "");
    for (const { aspect } of strong.length > 0 ? strong : part.cue ? [part.cue] : []) {
      const open = questions.at(-1);
      if (open?.aspect === null) questions[questions.length - 1] = { topic: current, aspect, plain };
      else if (strong.length > 0 || questions.length === 0 || part.clause.tokens.length <= BRIEF)
        questions.push({ topic: current, aspect, plain });
    }
  }
  const same = (one: Question, other: Question): boolean => one.topic === other.topic && one.aspect === other.aspect;
  return questions
    .filter((question, at) => questions.findIndex((other) => same(question, other)) === at)
    .slice(0, MOST);
}
