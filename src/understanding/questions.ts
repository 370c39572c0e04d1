/** Two and more questions in one message, in the order asked. */
import { type AspectCue, askingCues, findAspects, firstAspect } from "./aspects.ts";
import { type Clause, ownWords, splitClauses } from "./clauses.ts";
import { type Models, readTopics } from "./evidence.ts";
import { readTogether } from "./follow-up.ts";
import type { Token } from "./tokens.ts";
import type { Aspect, Scored } from "./understanding.ts";

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
/** What is listed without being asked about is named by the whole message at least this surely. */
const NAMED_IN_PASSING = 0.02;
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

const askedIn = (clause: Clause): AspectCue | null => firstAspect(clause.cues.filter(({ strength }) => strength >= 2));

/** How far the whole message is asked where a clause fits several look-alikes ("mất căn cước với bằng lái, …, bằng lái nhiêu tiền"). */
const WHOLE = 0.3;
/** What the whole message does not name at all counts as this likely. */
const UNNAMED = 1e-3;

function readClause(models: Models, clause: Clause, whole: readonly Scored[]): Read {
  const cue = askedIn(clause);
  if (ownWords(clause.tokens) < 1) return { clause, topic: null, cue };
  const { ranked, none } = readTopics(models, clause.tokens);
  const inWhole = new Map(isJoint(whole[0]?.id ?? null) ? [] : whole.map(({ id, score }) => [id, score]));
  let total = 0;
  let best: Scored | null = null;
  for (const { id, score } of ranked) {
    const fits = score * Math.max(UNNAMED, inWhole.get(id) ?? 0) ** WHOLE;
    total += fits;
    if (best === null || fits > best.score) best = { id, score: fits };
  }
  const sure = best ? (best.score / total) * (1 - none) : 0;
  return { clause, topic: best && sure >= NAMES ? best.id : null, cue };
}

/** Behind the name of the matter before it a clause names another at least this surely. */
const GOES_ON_TO = 0.75;

/** The clauses with what each names; one that names nothing alone may do so behind the matter before it ("mất hộ chiếu báo ở đâu, làm cuốn mới nhiêu tiền"). */
function readClauses(
  models: Models,
  clauses: readonly Clause[],
  main: string | null,
  whole: readonly Scored[],
): Read[] {
  const [only] = clauses;
  if (only && clauses.length === 1) return [{ clause: only, topic: null, cue: askedIn(only) }];
  let before = main;
  return clauses.map((clause, at) => {
    const read = readClause(models, clause, whole);
    let { topic } = read;
    if (at > 0 && topic === null && before !== null && read.cue?.strength === 3 && ownWords(clause.tokens) > 0) {
      const [best] = readTogether(models, before, clause.tokens);
      if (best && best.id !== before && best.score >= GOES_ON_TO) topic = best.id;
    }
    before = topic ?? before;
    return { ...read, topic };
  });
}

/** Joint procedures name what they join: "khai tử với xoá khẩu, mai táng chung một lượt" is one matter, unless each is asked about. */
const isJoint = (topic: string | null): boolean => topic?.endsWith("_lien_thong") ?? false;

/**
 * The questions of a message whose main topic is `main`. One entry for most messages. A clause without a topic of its
 * own asks about the topic before it ("…, nộp ở đâu"); a clause without a question tells, and is not one.
 */
export function readQuestions(
  models: Models,
  tokens: readonly Token[],
  main: string | null,
  ranked: readonly Scored[],
): Question[] {
  const read = readClauses(models, splitClauses(tokens), main, ranked);
  const listed = (at: number): boolean =>
    tokens.length <= LISTING && [read[at], read[at + 1]].some((part) => part?.clause.joined);
  const inWhole = new Map(ranked.map(({ id, score }) => [id, score]));
  const asking = read.filter(
    ({ topic, cue }, at) =>
      topic !== null && (cue !== null || (listed(at) && (inWhole.get(topic) ?? 0) >= NAMED_IN_PASSING)),
  );
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
    const { tokens: words, cues } = part.clause;
    const plain =
      strong.length > 0 || YES_OR_NO.has(words.at(-1)?.folded ?? "") || cues.some(({ end }) => end === words.length);
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
