/** Two and more questions in one message, in the order asked. */
import { type AspectCue, askingCues, findAspects, firstAspect } from "./aspects.ts";
import { type Clause, ownWords, splitBehindQuestion, splitClauses } from "./clauses.ts";
import { type Models, readTopics } from "./evidence.ts";
import { readWithContext } from "./follow-up.ts";
import type { Token } from "./tokens.ts";
import type { Aspect, Intent, Scored } from "./understanding.ts";

export type Question = {
  readonly topic: string | null;
  readonly aspect: Aspect | null;
  /** Asked with a strong cue or for yes or no, not only mentioned. */
  readonly plain: boolean;
};

/** A clause names its own topic when at least this sure. */
const NAMES = 0.75;
/** The same where it asks, and says a keyword of that topic. */
const NAMES_BY_KEYWORD = 0.5;
/** Messages up to this length list their needs ("làm khai sinh và nhập khẩu"); longer ones tell a story. */
const LISTING = 16;
/** What is listed without being asked about is named by the whole message at least this surely. */
const NAMED_IN_PASSING = 0.02;
/** Up to this length what a clause names outright, by a keyword of its own, is listed too. */
const LISTING_NAMES = 22;
const NAMED_OUTRIGHT = 0.9;
/** A clause this short with a fair cue is a question of its own ("…, có phí không"). */
const BRIEF = 9;
/** From this length on a message may tell a story; clauses that end this far before its last question are the story. */
const STORY = 24;
const BEFORE_QUESTION = 8;
/** More questions than this are a story, not a list. */
const MOST = 4;

/** How a question for yes or no ends. */
const YES_OR_NO = new Set(["khong", "chua", "ha", "a"]);

type Read = {
  readonly clause: Clause;
  readonly topic: string | null;
  /** How surely the clause names its topic, from 0 to 1. */
  readonly sure: number;
  readonly cue: AspectCue | null;
};

const askedIn = (clause: Clause): AspectCue | null =>
  firstAspect(clause.cues.filter(({ strength }) => strength >= 2)) ?? askedForYes(clause);

/** "…, có giữ kín tên không": a short clause that asks for yes or no asks, though nothing in it says what. */
function askedForYes({ tokens, cues, joined }: Clause): AspectCue | null {
  const opens = joined || tokens[0]?.clause !== "";
  if (!opens || tokens.length > BRIEF || !tokens.slice(0, 2).some(({ folded }) => folded === "co")) return null;
  return cues.find(({ aspect }) => aspect === "condition") ?? null;
}

/** How far the whole message is asked where a clause fits several look-alikes ("mất căn cước với bằng lái, …, bằng lái nhiêu tiền"). */
const WHOLE = 0.3;
/** What the whole message does not name at all counts as this likely. */
const UNNAMED = 1e-3;

const hasKeyword = (models: Models, { tokens }: Clause, topic: string): boolean =>
  (models.keywords.weigh(tokens).get(topic) ?? 0) > 0;

function readClause(models: Models, clause: Clause, whole: readonly Scored[]): Read {
  const cue = askedIn(clause);
  if (ownWords(clause.tokens) < 1) return { clause, topic: null, sure: 0, cue };
  const { ranked, none } = readTopics(models, clause.tokens);
  const inWhole = new Map(isJoint(whole[0]?.id ?? null) ? [] : whole.map(({ id, score }) => [id, score]));
  const plain = ranked[0];
  const sureAlone = (plain?.score ?? 0) * (1 - none);
  const enough = cue !== null && plain && hasKeyword(models, clause, plain.id) ? NAMES_BY_KEYWORD : NAMES;
  if (plain && sureAlone >= enough) return { clause, topic: plain.id, sure: sureAlone, cue };
  let total = 0;
  let best: Scored | null = null;
  for (const { id, score } of ranked) {
    const fits = score * Math.max(UNNAMED, inWhole.get(id) ?? 0) ** WHOLE;
    total += fits;
    if (best === null || fits > best.score) best = { id, score: fits };
  }
  const sure = best ? (best.score / total) * (1 - none) : 0;
  return { clause, topic: best && sure >= NAMES ? best.id : null, sure, cue };
}

/** A clause as one, or as the two questions about two matters that it runs together. */
function readApart(models: Models, clause: Clause, whole: readonly Scored[]): readonly Read[] {
  const parts = splitBehindQuestion(clause)?.map((part) => readClause(models, part, whole));
  const [one, other] = parts ?? [];
  const apart =
    one?.cue?.strength === 3 &&
    other?.cue?.strength === 3 &&
    one.topic !== other.topic &&
    Math.min(one.sure, other.sure) >= NAMES;
  return apart ? [one, other] : [readClause(models, clause, whole)];
}

/** What a clause turns to is named at least this surely. */
const TURNS = 0.35;

/** The matter that a clause turns to behind the one before it, as a message would in a talk; null when it goes on about that. */
function turnsTo(models: Models, { tokens, cues }: Clause, before: string): string | null {
  if (ownWords(tokens) === 0) return null;
  const evidence = { ...readTopics(models, tokens), cues, intents: NO_INTENTS };
  const { ranked } = readWithContext(models, tokens, evidence, before, models.leaning.leans(tokens));
  const other = ranked.find(({ id }) => id !== before);
  return other && other.score >= TURNS ? other.id : null;
}

const NO_INTENTS: ReadonlyMap<Intent, number> = new Map();

/**
 * The clauses with what each names. One that names nothing alone may do so with what was told before it ("thẻ hết hạn rồi, giờ
 * đổi cần gì"), or behind the matter before it ("mất hộ chiếu báo ở đâu, làm cuốn mới nhiêu tiền").
 */
function readClauses(
  models: Models,
  clauses: readonly Clause[],
  main: string | null,
  whole: readonly Scored[],
): readonly Read[] {
  const reads = clauses.flatMap((clause) => readApart(models, clause, whole));
  const [only] = reads;
  if (only && reads.length === 1) return [{ ...only, topic: null }];
  const asked = reads.filter(({ cue }) => cue !== null).length;
  let before = main;
  let told: readonly Token[] = [];
  return reads.map((read, at) => {
    const { clause, cue } = read;
    let { topic, sure } = read;
    if (cue !== null && topic === null && told.length > 0 && asked > 1)
      ({ topic, sure } = readClause(models, { ...clause, tokens: [...told, ...clause.tokens] }, whole));
    if (at > 0 && topic === null && before !== null && cue !== null) topic = turnsTo(models, clause, before);
    told = cue === null ? [...told, ...clause.tokens] : [];
    before = topic ?? before;
    return { ...read, topic, sure };
  });
}

/** "Lý lịch tư pháp với hộ chiếu cần giấy gì", "sao y bao nhiêu, chứng thực chữ ký thì sao": what is only named is asked what its neighbour is asked. */
const shareAspects = (questions: readonly Question[]): readonly Question[] =>
  questions.map((question, at) =>
    question.aspect !== null
      ? question
      : { ...question, aspect: questions[at - 1]?.aspect ?? questions[at + 1]?.aspect ?? null },
  );

/** How a clause ends that asks the same of its own matter. */
const SAME = /(?:^| )(?:thi|con) sao(?: vay| a| ha| em| ad)*$/;

const asksTheSame = ({ tokens }: Clause): boolean => SAME.test(tokens.map(({ folded }) => folded).join(" "));

/** Apps that are a matter of their own: asked about themselves they are no way of handing in. */
const APPS = new Set(["vneid", "vssid"]);

function aspectOf({ aspect, start, end }: AspectCue, { tokens }: Clause, topic: string | null): Aspect {
  const isItself = tokens.slice(start, end).some(({ folded }) => APPS.has(folded) && topic?.endsWith(folded));
  return aspect === "online" && isItself ? "how" : aspect;
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
  const listed = (at: number): boolean => [read[at], read[at + 1]].some((part) => part?.clause.joined);
  const beside = (at: number): boolean => [read[at], read[at + 1]].some((part) => part?.clause.beside);
  /** "…, mà đổi bằng lái nữa": named behind a question, it is asked about too. */
  const further = (at: number): boolean => listed(at) && read.slice(0, at).some(({ cue }) => cue !== null);
  const outrightNamed = ({ clause, topic, sure }: Read): boolean =>
    topic !== null && sure >= NAMED_OUTRIGHT && hasKeyword(models, clause, topic);
  const inWhole = new Map(ranked.map(({ id, score }) => [id, score]));
  const asking = read.filter((part, at) => {
    if (part.topic === null) return false;
    if (part.cue !== null || part.clause.announced) return true;
    if (tokens.length <= LISTING && listed(at) && (inWhole.get(part.topic) ?? 0) >= NAMED_IN_PASSING) return true;
    return tokens.length <= LISTING_NAMES && (beside(at) || further(at)) && outrightNamed(part);
  });
  // Two topics are two questions when each is asked about, or when a short message lists them.
  const outright = asking.filter(({ cue, topic }) => cue?.strength === 3 && !isJoint(topic));
  const apart = outright.length > 1 || asking.some(({ clause }) => clause.announced);
  const several = (!isJoint(main) || apart) && new Set(asking.map(({ topic }) => topic)).size > 1;
  const questions: Question[] = [];
  let current = several ? (asking[0]?.topic ?? main) : main;
  const last = tokens.length >= STORY ? askingCues(findAspects(tokens), 3).at(-1) : undefined;
  let end = 0;
  for (const part of read) {
    end += part.clause.tokens.length;
    // What a long story wonders about on its way is not what it asks in the end, unless it names and asks outright.
    if (last && last.start - end > BEFORE_QUESTION && !(part.topic !== null && part.cue?.strength === 3)) continue;
    const opens = several && asking.includes(part) && (part.topic !== current || questions.length === 0);
    if (opens) {
      current = part.topic;
      questions.push({ topic: current, aspect: null, plain: false });
    }
    // "…, chứng thực chữ ký thì sao": the same is asked of another matter.
    if (opens && questions.length > 1 && asksTheSame(part.clause)) continue;
    const strong = askingCues(part.clause.cues, 3);
    const { tokens: words, cues } = part.clause;
    const plain =
      strong.length > 0 || YES_OR_NO.has(words.at(-1)?.folded ?? "") || cues.some(({ end }) => end === words.length);
    for (const cue of strong.length > 0 ? strong : part.cue ? [part.cue] : []) {
      const aspect = aspectOf(cue, part.clause, current);
      const open = questions.at(-1);
      if (open?.aspect === null) questions[questions.length - 1] = { topic: current, aspect, plain };
      else if (strong.length > 0 || questions.length === 0 || part.clause.tokens.length <= BRIEF)
        questions.push({ topic: current, aspect, plain });
    }
  }
  const same = (one: Question, other: Question): boolean => one.topic === other.topic && one.aspect === other.aspect;
  return shareAspects(questions)
    .filter((question, at, all) => all.findIndex((other) => same(question, other)) === at)
    .slice(0, MOST);
}
