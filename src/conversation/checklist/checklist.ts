/** "Chỉ giấy tờ của tôi": a few short questions, then only the papers of this person's case, the fee and the place. */
import type { Button } from "../../channel/message.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Procedure } from "../../knowledge/procedure.ts";
import { type Answer, line, list, say } from "../answer.ts";
import { paperLine, paperOfOthers } from "../answers/procedure/documents.ts";
import { holdsOn } from "../answers/procedure/facts.ts";
import { tellFee } from "../answers/procedure/fee.ts";
import { answerFrom, answerProcedure } from "../answers/procedure/index.ts";
import { tellOnline } from "../answers/procedure/online.ts";
import { tellPlace } from "../answers/procedure/place.ts";
import type { Asked, Told } from "../answers/procedure/told.ts";
import { ASPECT_TITLES, BUTTONS } from "../buttons.ts";
import { payloads } from "../payloads.ts";
import { lowerFirst, sentence } from "../wording.ts";
import { type Answers, addToken, tokens } from "./answers-code.ts";
import { type Case, casesOf, openQuestion, type Question } from "./questions.ts";
import { choose, isForOthers, isTheirs, type Said, saysWholeCase, together } from "./selection.ts";

export type ChecklistAsked = {
  readonly procedure: Procedure;
  readonly answers: Answers;
  /** The answers as the button carried them. */
  readonly code: string;
  /** A continued list starts here; else 1. */
  readonly from: number;
  /** What was said of the same subject before. */
  readonly before: Said;
};

export function answerChecklist(asked: ChecklistAsked, knowledge: Knowledge, today: string): Answer {
  const { procedure, answers, code, before } = asked;
  const said = answers.anew ? answers.said : together(before, answers.said);
  // A record that has ended says so; there is nothing to choose from.
  if (!holdsOn(procedure, today)) return answerProcedure({ procedure, aspects: ["documents"], said }, knowledge, today);
  const question = openQuestion(procedure, said, answers.skipped, knowledge);
  if (question) return askCircumstance(procedure, question, code, said);
  const cases = casesOf(procedure, knowledge);
  if (answers.cases === null && cases.length > 0) return askCases(procedure, cases, code, said);
  return myPapers(asked, withCases(said, cases, answers.cases, knowledge), cases, knowledge, today);
}

/**
 * What was picked of the list is theirs, what was not is not. A paper for one of several circumstances does not say which
 * of them is theirs; a fee for several is for all of them alike.
 */
function withCases(said: Said, cases: readonly Case[], answer: Answers["cases"], knowledge: Knowledge): Said {
  if (!Array.isArray(answer)) return said;
  const picked = cases.filter((_, index) => answer.includes(index + 1));
  const theirs = picked.flatMap(({ keys, papers }) => (papers.length === 0 || keys.length === 1 ? keys : []));
  const open = new Set([...said, ...picked.flatMap(({ keys }) => keys)]);
  const denied = cases.flatMap(({ keys }) => keys).filter((key) => !open.has(key));
  return [...theirs.reduce<Said>((all, key) => choose(all, key, knowledge), said), ...denied.map((key) => `!${key}`)];
}

/** What people type instead of tapping. */
const NONE = ["không", "ko", "hông", "không có", "không phải", "tự đi", "tôi tự đi", "tui tự đi", "tự làm"];
const UNKNOWN = ["không rõ", "không biết", "chưa biết", "chưa chắc"];

function askCircumstance(
  procedure: Procedure,
  { ask, choices, otherwise, group }: Question,
  code: string,
  said: Said,
): Answer {
  const option = (label: string, token: string, words: readonly string[] = []) => ({
    label,
    payload: payloads.checklist(procedure.id, addToken(code, token)),
    words: [...words],
  });
  const options = [
    ...choices.map(({ key, label, words }) => option(label, tokens.is(key), words)),
    ...(otherwise ? [option(otherwise, tokens.none(group), NONE)] : []),
    option("Chưa rõ", tokens.unknown(group), UNKNOWN),
  ];
  const limits = choices.flatMap(({ label, limit }) => (limit === null ? [] : [sentence(`“${label}” là ${limit}`)]));
  return asking(
    procedure,
    said,
    [ask, ...limits],
    options.map(({ label, payload }) => ({ title: label, say: payload })),
    {
      kind: "choose",
      options,
    },
  );
}

/** All remaining cases at once: a number or several pick them. */
function askCases(procedure: Procedure, cases: readonly Case[], code: string, said: Said): Answer {
  const button = (title: string, picked: readonly number[] | "unknown"): Button => ({
    title,
    say: payloads.checklist(procedure.id, addToken(code, tokens.cases(picked))),
  });
  const [only, ...others] = cases;
  const pending = { kind: "pick-cases" as const, payload: payloads.checklist(procedure.id, code), count: cases.length };
  if (only && others.length === 0) {
    const question = only.ask ?? `Anh/chị có thuộc trường hợp này không: ${lowerFirst(only.label)}?`;
    return asking(
      procedure,
      said,
      [question],
      [button("Có", [1]), button("Không", []), button("Chưa rõ", "unknown")],
      pending,
    );
  }
  const lines = [
    "Anh/chị có trường hợp nào dưới đây?",
    ...cases.map(({ label }, i) => `${i + 1}. ${label}`),
    HOW_TO_PICK,
  ];
  return asking(procedure, said, lines, [button("Không có", []), button("Chưa rõ", "unknown")], pending);
}

const HOW_TO_PICK = "Có thì anh/chị nhắn số (có nhiều thì nhắn nhiều số, ví dụ: 1 2), không có thì bấm nút.";

const asking = (
  procedure: Procedure,
  said: Said,
  lines: readonly string[],
  buttons: readonly Button[],
  pending: NonNullable<NonNullable<Answer["remember"]>["pending"]>,
): Answer =>
  say("ask_back", lines, buttons, {
    remember: { topic: procedure.topic, procedure: procedure.id, aspect: "documents", said: [...said], pending },
  });

function myPapers(
  asked: ChecklistAsked,
  said: Said,
  cases: readonly Case[],
  knowledge: Knowledge,
  today: string,
): Answer {
  const { procedure, answers, code } = asked;
  const about: Asked = { procedure, today, centre: knowledge.centre, from: 1, said, onlyTheirs: true };
  const told = [tellPapers(asked, said, cases, knowledge, today), tellFee(about), whereTo(about, said)];
  const all = { title: "Xem đủ mọi trường hợp", say: payloads.procedure(procedure.id, "documents") };
  const buttons: Button[] = [
    ...(procedure.forms.length > 0 ? [aspectButton(procedure, "form")] : []),
    aspectButton(procedure, "time"),
    all,
    ...(code === "" || answers.cases === null
      ? []
      : [{ title: "Chọn lại", say: payloads.checklist(procedure.id, tokens.anew) }]),
    BUTTONS.staff,
  ];
  return answerFrom(told, { procedure, aspects: ["documents", "fee"], said, buttons, today });
}

const aspectButton = (procedure: Procedure, aspect: "form" | "time"): Button => ({
  title: ASPECT_TITLES[aspect],
  say: payloads.procedure(procedure.id, aspect),
});

/** Where it is handed in, in one line; who hands in on the network reads how. */
const whereTo = (about: Asked, said: Said): Told =>
  said.includes("truc-tuyen")
    ? tellOnline(about)
    : { ...tellPlace(about), blocks: tellPlace(about).blocks.slice(0, 1) };

function tellPapers(
  asked: ChecklistAsked,
  said: Said,
  cases: readonly Case[],
  knowledge: Knowledge,
  today: string,
): Told {
  const { procedure, answers, code, from } = asked;
  const picked = new Set(
    Array.isArray(answers.cases) ? answers.cases.flatMap((at) => cases[at - 1]?.papers ?? []) : [],
  );
  const denied = new Set(Array.isArray(answers.cases) ? cases.flatMap(({ papers }) => papers) : []);
  const papers = procedure.documents.map((paper, index) => ({ paper, index }));
  const isLeftOut = ({ paper, index }: (typeof papers)[number]) =>
    isForOthers(paper, said) || (denied.has(index) && !picked.has(index) && !isTheirs(paper, said));
  const kept = papers.filter((each) => !isLeftOut(each));
  // Nothing is left only when the answers contradict the record: then every paper is shown with its case.
  const shown = kept.length > 0 ? kept : papers;
  const left = kept.length > 0 ? papers.filter(isLeftOut) : [];
  const items = shown.map(({ paper, index }) => {
    const theirs = picked.has(index) || (isTheirs(paper, said) && saysWholeCase(paper, said, knowledge));
    return paperLine(theirs ? { ...paper, when: null } : paper, procedure, index, today);
  });
  const more = `${payloads.checklist(procedure.id, code)}:`;
  return {
    blocks: [
      line(`${procedure.short_name}, giấy tờ của riêng anh/chị:`),
      list(items, { numbered: true, noun: "giấy tờ", more, from: Math.min(from, items.length) }),
      ...(left.length > 0
        ? [
            line("Em không kể các giấy chỉ dành cho trường hợp khác:"),
            list(
              left.map(({ paper }) => paperOfOthers(paper)),
              { noun: "giấy tờ" },
            ),
          ]
        : []),
    ],
    facts: shown.map(({ index }) => `documents.${index}`),
    bases: [],
    certain: true,
  };
}
