/** Two and more questions in one message, in the order asked. */
import { type AspectCue, askingCues, findAspects, firstAspect } from "./aspects.ts";
import { type Clause, ownWords, splitBehindQuestion, splitClauses } from "./clauses.ts";
import { type Models, readTopics } from "./evidence.ts";
import { needWords } from "./features.ts";
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
const NAMED_BEYOND_DOUBT = 0.99;
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

/** "…, có giữ kín tên không", "người tâm thần có trợ cấp không": a short clause that asks for yes or no asks, though nothing in it says what. */
function askedForYes({ tokens, cues }: Clause): AspectCue | null {
  if (tokens.length > BRIEF || !tokens.some(({ folded }, at) => folded === "co" && at < tokens.length - 2)) return null;
  return cues.find(({ aspect }) => aspect === "condition") ?? null;
}

/** How far the whole message is asked where a clause fits several look-alikes ("mất căn cước với bằng lái, …, bằng lái nhiêu tiền"). */
const WHOLE = 0.3;
/** What the whole message does not name at all counts as this likely. */
const UNNAMED = 1e-3;

const hasKeyword = (models: Models, { tokens }: Clause, topic: string): boolean =>
  (models.keywords.weigh(tokens).get(topic) ?? 0) > 0;

/** The same of the topic or of a look-alike of it. */
function saysKeyword(models: Models, clause: Clause, topic: string): boolean {
  if (hasKeyword(models, clause, topic)) return true;
  const alike = readTopics(models, clause.tokens).ranked.slice(0, 3);
  return alike.some(({ id }) => hasKeyword(models, clause, id));
}

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

/** Where what is asked later is foreign to the first question, that names its matter from here on. */
const OPENS = 0.4;
/** A matter to which a clause gives less than this is foreign to it; to the opening, where nothing was said before. */
const FOREIGN = 0.05;
const FOREIGN_TO_OPENING = 0.03;

const scoreIn = (ranked: readonly Scored[], topic: string): number => ranked.find(({ id }) => id === topic)?.score ?? 0;

/** "Sang tên ô tô cần giấy gì? Đổi bằng lái làm online được không?": nobody opens with a question about what is only named behind it. */
function readOpening(models: Models, reads: readonly Read[]): readonly Read[] {
  const [opening, ...later] = reads;
  if (!opening || opening.topic !== null || opening.cue?.strength !== 3) return reads;
  const other =
    later.find(
      ({ topic, sure, cue, clause }) =>
        topic !== null &&
        sure >= NAMED_OUTRIGHT &&
        ((cue !== null && hasKeyword(models, clause, topic)) || clause.joined),
    )?.topic ?? null;
  // A joint procedure is named by each of its parts.
  if (other === null || isJoint(other) || opening.clause.tokens.length > BRIEF) return reads;
  const { ranked, none } = readTopics(models, opening.clause.tokens);
  const [best] = ranked;
  const sure = (1 - none) * (best?.score ?? 0);
  return best && sure >= OPENS && scoreIn(ranked, other) < FOREIGN_TO_OPENING
    ? [{ ...opening, topic: best.id, sure }, ...later]
    : reads;
}

/** Taxes come with many matters. */
const TAX = new Set(["thue", "dong", "nop", "tra", "chiu"]);

/** "…, đóng thuế sao": a clause that says no more than that it asks what tax is paid is about the matter before it. */
const onlyAsksForTax = ({ clause: { tokens }, cue }: Read): boolean =>
  cue?.aspect === "fee" && needWords(tokens).every(({ folded }) => TAX.has(folded));

/** A further matter joined to a question is in view of the whole message from here on. */
const IN_VIEW = 0.001;
/** And named by its own clause from here on. */
const JOINED = 0.35;

/** "Giấy khuyết tật làm ở đâu, rồi trợ cấp mỗi tháng được bao nhiêu": what is joined to a question in words that are foreign to the matter before. */
function readJoined(
  models: Models,
  { clause, cue }: Read,
  before: string | null,
  whole: readonly Scored[],
): Scored | null {
  if (!clause.joined || cue?.strength !== 3 || before === null || ownWords(clause.tokens) < 2) return null;
  const { ranked, none } = readTopics(models, clause.tokens);
  const [best] = ranked;
  const score = (1 - none) * (best?.score ?? 0);
  if (!best || score < JOINED || scoreIn(whole, best.id) < IN_VIEW) return null;
  return scoreIn(ranked, before) < FOREIGN ? { id: best.id, score } : null;
}

/** A look-alike is a topic that the clause alone names at least this surely. */
const LOOKS_ALIKE = 0.005;

/** "Chồng em người Hàn, kết hôn làm ở đâu": what was told before may move a clause to a look-alike of what it names alone. */
function readBehindTold(models: Models, read: Read, told: readonly Token[], whole: readonly Scored[]): Read {
  const together = readClause(models, { ...read.clause, tokens: [...told, ...read.clause.tokens] }, whole);
  if (read.topic === null) return together;
  if (together.topic === null || together.sure < NAMED_OUTRIGHT) return read;
  return scoreIn(readTopics(models, read.clause.tokens).ranked, together.topic) >= LOOKS_ALIKE ? together : read;
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
  const reads = readOpening(
    models,
    clauses.flatMap((clause) => readApart(models, clause, whole)),
  );
  const [only] = reads;
  if (only && reads.length === 1) return [{ ...only, topic: null }];
  const asked = reads.filter(({ cue }) => cue !== null).length;
  let before = main;
  let told: readonly Token[] = [];
  return reads.map((read, at) => {
    const { clause, cue } = read;
    let { topic, sure } = read;
    const goesOn = at > 0 && before !== null && onlyAsksForTax(read);
    if (goesOn) topic = null;
    else if (cue !== null) {
      const further = asked > 1 || reads.slice(at + 1).some((later) => later.topic !== null);
      if (told.length > 0 && further) ({ topic, sure } = readBehindTold(models, read, told, whole));
      if (topic === null && reads[at - 1]?.cue?.strength === 3) {
        const joined = readJoined(models, read, before, whole);
        if (joined) [topic, sure] = [joined.id, joined.score];
      }
      if (at > 0 && topic === null && before !== null) topic = turnsTo(models, clause, before);
    }
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

/** "Khai ở đâu khai sao": how it is done, asked in the same breath. */
const asksHowBehind = ({ tokens, cues }: Clause, strong: readonly AspectCue[]): AspectCue | undefined =>
  cues.find((cue) => cue.aspect === "how" && cue.end === tokens.length && cue.start === strong.at(-1)?.end);

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
    topic !== null && sure >= NAMED_OUTRIGHT && saysKeyword(models, clause, topic);
  const inWhole = new Map(ranked.map(({ id, score }) => [id, score]));
  const asking = read.filter((part, at) => {
    if (part.topic === null) return false;
    if (part.cue !== null || part.clause.announced) return true;
    if (tokens.length <= LISTING && listed(at) && (inWhole.get(part.topic) ?? 0) >= NAMED_IN_PASSING) return true;
    return (
      tokens.length <= LISTING_NAMES &&
      ((beside(at) && outrightNamed(part)) || (further(at) && (part.sure >= NAMED_BEYOND_DOUBT || outrightNamed(part))))
    );
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
    const behind = strong.length > 0 ? asksHowBehind(part.clause, strong) : undefined;
    if (behind) strong.push(behind);
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
