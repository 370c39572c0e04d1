/** A question about procedures: which record is meant, what is asked of it, and a second question in the same message. */
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Resolution } from "../../knowledge/places/index.ts";
import type { Procedure } from "../../knowledge/procedure.ts";
import type { Topic } from "../../knowledge/topic.ts";
import type { Aspect, Understanding } from "../../understanding/understanding.ts";
import { type Answer, line } from "../answer.ts";
import { askWhichProcedure, askWhichTopic } from "../ask-back.ts";
import { BUTTONS } from "../buttons.ts";
import { together as joinSaid, type Said, saidIn } from "../checklist/selection.ts";
import { jobsOf } from "../copy-jobs.ts";
import { payloads } from "../payloads.ts";
import { askPlace } from "../places/answer-place.ts";
import { isCommuneLevel } from "../places/place-line.ts";
import { unitBefore, whereIn } from "../places/where.ts";
import { plainWords } from "../plain-words.ts";
import type { State } from "../state.ts";
import { noRecord, stillUnclear } from "./desk.ts";
import { asksFine, withFine } from "./fine.ts";
import { buttonName, withLookAlike } from "./look-alike.ts";
import { answerProcedure } from "./procedure/index.ts";
import { unclear } from "./small-talk.ts";
import { namedAlone, whichProcedure } from "./which-procedure.ts";

/** A topic this far ahead of the next is not asked about again; its look-alikes are. */
const CLEAR = 0.2;
/** Less likely topics are not worth a button. */
const WORTH_ASKING = 0.15;
/** After one ask-back we answer the best reading when it is at least as likely as not. */
const LIKELY = 0.5;

export function answerAskProcedure(
  text: string,
  read: Understanding,
  state: State,
  knowledge: Knowledge,
  today: string,
): Answer {
  const understood = withNamed(text, withoutCountedPapers(text, read), knowledge);
  const goesOn = understood.topic !== null && understood.topic === state.topic;
  const aspects = understood.aspect ? [understood.aspect] : [];
  const said = joinSaid(goesOn ? state.said : [], saidIn(text, aspects, knowledge));
  const where = whereIn(text, state, knowledge);
  const unit = where?.resolution.kind === "found" ? { unit: where.resolution.unit.code } : {};
  const answered = answerAsked(
    { said, where: where?.resolution ?? unitBefore(state, knowledge) },
    understood,
    state,
    knowledge,
    today,
  );
  const answer = aspects.includes("legal") && asksFine(text) ? withFine(answered) : answered;
  if (!answer.remember) return answer;
  // A question back keeps it too: "khai sinh trễ hạn" is still late after the place was chosen.
  const told = { ...answer, remember: { ...answer.remember, said: [...said], ...unit } };
  const procedure = knowledge.procedures.get(told.remember.procedure ?? "");
  const asks = aspects.includes("place") && procedure !== undefined && isCommuneLevel(procedure);
  return asks && where?.resolution.kind === "ask" ? withPlaceQuestion(told, where.resolution) : told;
}

/** "Sao y căn cước 2 bản, sổ đỏ 3 bản 4 trang": the papers are what is copied, nobody asks which to bring. */
function withoutCountedPapers(text: string, understood: Understanding): Understanding {
  const isAsked = /\b(can (giay|gi|nhung|ho so)|giay to (gi|nao)|giay (gi|nao)|mang (gi|theo)|ho so gom)\b/.test(
    plainWords(text),
  );
  if (understood.slots.pages === undefined || understood.aspect !== "documents" || isAsked) return understood;
  return { ...understood, aspect: "fee" };
}

/** A likely topic and nothing but the words of one of its choices: there is nothing to ask. */
function withNamed(text: string, understood: Understanding, knowledge: Knowledge): Understanding {
  const [best] = understood.topics;
  const topic =
    best && best.id === understood.topic && best.score >= LIKELY ? knowledge.topics.get(best.id) : undefined;
  const named = topic && namedAlone(text, topic, knowledge);
  if (!named) return understood;
  return { ...understood, certainty: "answer", procedures: [{ id: named.id, score: 1 }] };
}

/** The record's answer first, then which of the places is meant: the next answer names today's unit. */
function withPlaceQuestion(answer: Answer, question: Extract<Resolution, { kind: "ask" }>): Answer {
  if (answer.decision === "ask_back") return answer;
  const asked = askPlace(question, answer.remember?.procedure ?? null, null);
  return {
    ...answer,
    blocks: [...answer.blocks, ...asked.blocks],
    buttons: [...asked.buttons.filter((button) => button !== BUTTONS.staff), BUTTONS.staff],
    remember: { ...answer.remember, ...asked.remember },
  };
}

/** What the citizen told of their case and of their place. */
type Theirs = { readonly said: Said; readonly where: Resolution | null };

function answerAsked(
  theirs: Theirs,
  understood: Understanding,
  state: State,
  knowledge: Knowledge,
  today: string,
): Answer {
  const mayAsk = state.askedBack === 0;
  const topic = understood.topic === null ? undefined : knowledge.topics.get(understood.topic);
  const best = understood.topics[0]?.score ?? 0;
  // What is being talked about is not asked about: "bao lâu thì có?" after an answer about the identity card.
  const isClear = topic && (topic.key === state.topic || byRule(topic, understood, knowledge) !== undefined);
  if (understood.certainty === "ask_back" && !isClear) {
    const question = mayAsk ? askBack(understood, topic, knowledge) : null;
    if (question) return question;
    if (!topic || best < LIKELY) return mayAsk ? unclear() : stillUnclear(knowledge.centre);
  }
  if (!topic) return mayAsk ? unclear() : stillUnclear(knowledge.centre);
  return answerTopics(theirs, topic, understood, state, knowledge, today);
}

/** Between the look-alikes of a topic that is likely and has no usual one, else between the likely topics. */
function askBack(understood: Understanding, topic: Topic | undefined, knowledge: Knowledge): Answer | null {
  const { topics, aspect } = understood;
  const [first, second] = topics;
  const isLikely = first !== undefined && first.score >= LIKELY && first.score - (second?.score ?? 0) >= CLEAR;
  const alike =
    topic && isLikely && topic.usual === null
      ? askWhichProcedure(topic, aspect, knowledge, understood.procedures)
      : null;
  return (
    alike ??
    askWhichTopic(
      topics.filter(({ score }) => score >= WORTH_ASKING),
      aspect,
      knowledge,
    )
  );
}

/** Copies and pages are only ever given for the one procedure that is charged by them. */
function byRule(topic: Topic, { slots, aspect }: Understanding, knowledge: Knowledge): Procedure | undefined {
  // "Sao y 5 bản căn cước": nothing else is asked, so it is the sum.
  const asksSum = aspect === null || aspect === "overview" || aspect === "fee";
  const counted = slots.pages !== undefined || (slots.copies !== undefined && asksSum);
  if (!counted) return undefined;
  return topic.procedures.map((id) => knowledge.procedures.get(id)).find((procedure) => procedure?.fee_rule);
}

function answerTopics(
  theirs: Theirs,
  topic: Topic,
  understood: Understanding,
  state: State,
  knowledge: Knowledge,
  today: string,
): Answer {
  if (topic.withdrawn) return noRecord(topic, knowledge.centre);
  const counted = byRule(topic, understood, knowledge);
  const procedure = counted ?? whichProcedure(topic, understood, state, knowledge);
  if (procedure === "ask") {
    const question =
      state.askedBack === 0 ? askWhichProcedure(topic, understood.aspect, knowledge, understood.procedures) : null;
    if (question) return question;
  }
  const chosen = procedure === "ask" ? firstOf(topic, knowledge) : procedure;
  if (!chosen) return noRecord(topic, knowledge.centre);
  const jobs = jobsOf(understood, state);
  // "Chứng thực 3 bản, mỗi bản 5 trang" asks for the sum without a word for it.
  const named = aspectsOf(understood, topic.key);
  const bare = named.filter((aspect) => aspect !== "overview" && aspect !== "fee");
  const aspects: Aspect[] = counted ? [...bare, "fee"] : named;
  const first = answerProcedure({ procedure: chosen, aspects, jobs, ...theirs }, knowledge, today);
  const others = understood.also.filter((also) => also.topic !== topic.key).slice(0, 2);
  if (others.length > 0) return together(first, chosen, others, knowledge, today);
  return chosen.id === state.procedure ? first : withLookAlike(first, topic, chosen, knowledge, understood.aspect);
}

function aspectsOf(understood: Understanding, topic: string): Aspect[] {
  const more = understood.also.filter((also) => also.topic === topic).map((also) => also.aspect);
  const all = [...(understood.aspect ? [understood.aspect] : []), ...more];
  return all.length > 0 ? [...new Set(all)] : ["overview"];
}

const firstOf = (topic: Topic, knowledge: Knowledge): Procedure | null =>
  topic.procedures.map((id) => knowledge.procedures.get(id)).find((procedure) => procedure !== undefined) ?? null;

/** Two procedures in one message: each in its own paragraph with its own basis, in the order asked. */
function together(
  first: Answer,
  procedure: Procedure,
  others: Understanding["also"],
  knowledge: Knowledge,
  today: string,
): Answer {
  const parts = [first, ...others.map((other) => answerOther(other.topic, other.aspect, knowledge, today))];
  const more = parts.slice(1).flatMap((part) => part.buttons.slice(0, 1));
  return {
    ...first,
    decision: parts.some((part) => part.decision === "answer") ? "answer" : "desk",
    blocks: parts.flatMap((part, i) => (i === 0 ? part.blocks : [line(""), ...part.blocks])),
    buttons: [
      { title: buttonName(procedure), say: payloads.procedure(procedure.id, "overview") },
      ...more,
      BUTTONS.staff,
    ],
    records: parts.flatMap((part) => part.records),
    facts: parts.flatMap((part) => part.facts),
  };
}

function answerOther(key: string, aspect: Aspect, knowledge: Knowledge, today: string): Answer {
  const topic = knowledge.topics.get(key);
  const usual = topic && (topic.usual ?? (topic.procedures.length === 1 ? topic.procedures[0] : undefined));
  const procedure = usual ? knowledge.procedures.get(usual) : undefined;
  if (procedure && !topic?.withdrawn) {
    const title = { title: buttonName(procedure), say: payloads.procedure(procedure.id, "overview") };
    return { ...answerProcedure({ procedure, aspects: [aspect] }, knowledge, today), buttons: [title] };
  }
  if (!topic || topic.withdrawn || topic.procedures.length === 0) {
    return { ...(topic ? noRecord(topic, knowledge.centre) : stillUnclear(knowledge.centre)), buttons: [] };
  }
  return {
    decision: "desk",
    blocks: [line(`${topic.name} có nhiều loại, anh/chị bấm nút để chọn.`)],
    buttons: [{ title: topic.name, say: payloads.topic(topic.key, aspect) }],
    records: [],
    facts: [],
  };
}

/** A topic chosen by a button. */
export function answerTopic(topic: Topic, aspect: Aspect | null, knowledge: Knowledge, today: string): Answer {
  if (topic.withdrawn) return noRecord(topic, knowledge.centre);
  const known = topic.procedures.filter((id) => knowledge.procedures.has(id));
  const id = topic.usual ?? (known.length === 1 ? known[0] : undefined);
  const procedure = id === undefined ? undefined : knowledge.procedures.get(id);
  if (!procedure) return askWhichProcedure(topic, aspect, knowledge) ?? answerFirst(topic, aspect, knowledge, today);
  const answer = answerProcedure({ procedure, aspects: [aspect ?? "overview"] }, knowledge, today);
  return withLookAlike(answer, topic, procedure, knowledge, aspect);
}

function answerFirst(topic: Topic, aspect: Aspect | null, knowledge: Knowledge, today: string): Answer {
  const procedure = firstOf(topic, knowledge);
  if (!procedure) return noRecord(topic, knowledge.centre);
  return answerProcedure({ procedure, aspects: [aspect ?? "overview"] }, knowledge, today);
}
