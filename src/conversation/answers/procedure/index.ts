/** One aspect of one procedure, as an answer: what was asked, what changed lately, what is in doubt, its basis. */
import type { Button } from "../../../channel/message.ts";
import type { Centre } from "../../../knowledge/centre.ts";
import type { Knowledge } from "../../../knowledge/knowledge.ts";
import type { Resolution } from "../../../knowledge/places/index.ts";
import type { Procedure } from "../../../knowledge/procedure.ts";
import { feesOn, timesOn } from "../../../knowledge/valid-facts.ts";
import { sayDay, standingOn } from "../../../knowledge/validity.ts";
import type { CopyJob } from "../../../understanding/slots.ts";
import { ASPECTS, type Aspect } from "../../../understanding/understanding.ts";
import { type Answer, type Block, line } from "../../answer.ts";
import { basisLine } from "../../basis-line.ts";
import { ASPECT_TITLES, BUTTONS } from "../../buttons.ts";
import { hasChecklist } from "../../checklist/questions.ts";
import type { Said } from "../../checklist/selection.ts";
import { awaitPages } from "../../copy-jobs.ts";
import { payloads } from "../../payloads.ts";
import { isUnknown, sentence, spellOut } from "../../wording.ts";
import { tellDocuments } from "./documents.ts";
import { holdsOn, inDoubt } from "./facts.ts";
import { tellFee } from "./fee.ts";
import { tellCondition, tellForm, tellHow, tellLegal, tellResult } from "./lists.ts";
import { isOnline, tellOnline } from "./online.ts";
import { tellOverview } from "./overview.ts";
import { tellPlace } from "./place.ts";
import { tellTime } from "./time.ts";
import { type Asked, otherDesk, type Tell, type Told } from "./told.ts";

const TELLERS: Readonly<Record<Aspect, Tell>> = {
  documents: tellDocuments,
  fee: tellFee,
  time: tellTime,
  place: tellPlace,
  how: tellHow,
  form: tellForm,
  online: tellOnline,
  result: tellResult,
  condition: tellCondition,
  legal: tellLegal,
  overview: tellOverview,
};

export type ProcedureQuestion = {
  readonly procedure: Procedure;
  readonly aspects: readonly Aspect[];
  readonly from?: number;
  /** What is to be copied, for a fee by page and copy. */
  readonly jobs?: readonly CopyJob[];
  /** What the citizen said of their case: facts for it are said first. */
  readonly said?: Said;
  /** The commune that they told of, now or before. */
  readonly where?: Resolution | null;
};

/** Answers one or several aspects of one procedure, in the order asked, with one basis line at the end. */
export function answerProcedure(question: ProcedureQuestion, knowledge: Knowledge, today: string): Answer {
  const { procedure, aspects, said = [] } = question;
  if (!holdsOn(procedure, today)) return withdrawn(procedure, knowledge.centre, today);
  const asked: Asked = { ...question, procedure, today, centre: knowledge.centre, from: question.from ?? 1, said };
  const told = aspects.map((aspect) => TELLERS[aspect](asked));
  const certain = isCertain(told, procedure);
  const mine = CHECKED.some((aspect) => aspects.includes(aspect)) && hasChecklist(procedure, knowledge);
  const own = mine ? [{ title: "Chỉ giấy tờ của tôi", say: payloads.checklist(procedure.id, "") }] : [];
  const buttons = buttonsFor(procedure, aspects, certain, today);
  const answer = answerFrom(told, { procedure, aspects, said, today, buttons: withOwn(own, buttons) });
  const unit = question.where?.kind === "found" ? { unit: question.where.unit.code } : {};
  const pending = aspects.includes("fee") && procedure.fee_rule ? awaitPages(procedure.id, question.jobs ?? []) : null;
  return { ...answer, remember: { ...answer.remember, ...unit, ...(pending && { pending }) } };
}

/** Aspects after which a checklist of one's own papers is offered. */
const CHECKED: readonly Aspect[] = ["documents", "overview"];

/** In place of the last aspect, so that a person stays in reach. */
const withOwn = (own: readonly Button[], buttons: readonly Button[]): Button[] =>
  own.length === 0 ? [...buttons] : [...own, ...buttons.filter((_, i) => i !== 3)];

export type AnswerParts = {
  readonly procedure: Procedure;
  readonly aspects: readonly Aspect[];
  readonly said: Said;
  readonly buttons: readonly Button[];
  readonly today: string;
};

/** Joins what was told, what changed lately, what is in doubt, and the basis. */
export function answerFrom(told: readonly Told[], parts: AnswerParts): Answer {
  const { procedure, aspects, said, buttons, today } = parts;
  const changes = (procedure.changes ?? []).filter(
    (change) => change.aspects.some((aspect) => aspects.includes(aspect as Aspect)) && holdsOn(change, today),
  );
  const bases = [...told.flatMap((each) => each.bases), ...changes.flatMap((change) => change.basis ?? [])];
  const blocks: Block[] = [
    ...told.flatMap((each) => each.blocks),
    ...changes.map((change) => line(sentence(spellOut(change.say)))),
    ...(procedure.confidence === "low" && !told.every((each) => each.hedged) ? [line(low(procedure))] : []),
    ...reviewLines(procedure, today),
    line(basisLine(bases, procedure.main_basis, procedure.checked_on)),
  ];
  return {
    decision: isCertain(told, procedure) ? "answer" : "desk",
    blocks,
    buttons,
    records: [procedure.id],
    facts: told.flatMap((each) => each.facts.map((fact) => `${procedure.id}#${fact}`)),
    remember: { topic: procedure.topic, procedure: procedure.id, aspect: aspects.at(-1) ?? null, said: [...said] },
  };
}

const isCertain = (told: readonly Told[], procedure: Procedure) =>
  told.some((each) => each.certain) && procedure.confidence !== "low";

const low = (procedure: Procedure) =>
  `Phần này em chưa đối chiếu đủ, anh/chị hỏi lại ${otherDesk(procedure) ?? "quầy"} cho chắc trước khi đi.`;

/** Nobody has looked at the record since its review date: a law may have ended meanwhile. */
function reviewLines(procedure: Procedure, today: string): Block[] {
  if (procedure.review_by === undefined || procedure.review_by > today || procedure.confidence === "low") return [];
  return [line("Quy định này đã tới hạn đối chiếu lại, anh/chị hỏi quầy cho chắc trước khi đi.")];
}

/** A record whose time is over, or has not come, withdraws itself. */
function withdrawn(procedure: Procedure, centre: Centre, today: string): Answer {
  const why = procedure.withdrawn
    ? "trung tâm đang xem lại nội dung này"
    : standingOn(procedure, today) === "coming"
      ? `quy định em đang giữ từ ${sayDay(procedure.valid_from!)} mới áp dụng`
      : "quy định em đang giữ đã hết hiệu lực";
  return {
    decision: "desk",
    blocks: [
      line(`${procedure.short_name}: ${why} nên em không dám trả lời.`),
      line(`Anh/chị hỏi quầy của ${centre.name} giúp em.`),
    ],
    buttons: [BUTTONS.staff, BUTTONS.help],
    records: [procedure.id],
    facts: [],
    remember: { topic: procedure.topic, procedure: procedure.id, aspect: null },
  };
}

const OFFERED: readonly Aspect[] = ["documents", "fee", "time", "place", "online", "how", "form"];

/** What else this record can say, most wanted first; a person first when the answer was not certain. */
function buttonsFor(procedure: Procedure, aspects: readonly Aspect[], certain: boolean, today: string): Button[] {
  const rest = OFFERED.filter((aspect) => !aspects.includes(aspect) && has(procedure, aspect, today)).map((aspect) => ({
    title: ASPECT_TITLES[aspect],
    say: payloads.procedure(procedure.id, aspect),
  }));
  return certain ? [...rest.slice(0, 4), BUTTONS.staff] : [...rest.slice(0, 2), BUTTONS.staff, ...rest.slice(2, 4)];
}

/** Whether the record has something certain to say on an aspect: nothing null is offered. */
export function has(procedure: Procedure, aspect: Aspect, today: string): boolean {
  if (!ASPECTS.includes(aspect) || !holdsOn(procedure, today)) return false;
  switch (aspect) {
    case "documents":
      return procedure.documents.length > 0;
    case "fee":
      return feesOn(procedure, today).holding.some(
        ({ fact, index }) => fact.amount !== null && !inDoubt(procedure, "fee", index),
      );
    case "time":
      return timesOn(procedure, today).holding.some(
        ({ fact, index }) => !fact.unknown && !isUnknown(fact.text) && !inDoubt(procedure, "time", index),
      );
    case "how":
      return procedure.steps.length > 0;
    case "form":
      return procedure.forms.length > 0;
    case "online":
      return procedure.channels.some(isOnline);
    case "condition":
      return procedure.conditions.length > 0;
    case "legal":
      return procedure.legal_basis.length > 0;
    default:
      return true;
  }
}
