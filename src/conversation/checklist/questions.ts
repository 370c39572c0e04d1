/** What has to be asked before a checklist can leave papers out: at most two short questions and one list of cases. */
import { isDoubtful } from "../../knowledge/doubt.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Procedure } from "../../knowledge/procedure.ts";
import { spellOut, upperFirst } from "../wording.ts";
import { groupOf, type Said } from "./selection.ts";

export type Question = {
  readonly group: string;
  readonly ask: string;
  readonly choices: readonly { readonly key: string; readonly label: string }[];
  /** The button that says that none of the choices is theirs; null when the choices are all there are. */
  readonly otherwise: string | null;
};

/** More would be an interrogation. */
const MOST_QUESTIONS = 2;
const MOST_CASES = 9;

/** Questions whose answer selects papers or fees of this record; papers first. */
export function questionsOf(procedure: Procedure, knowledge: Knowledge): readonly Question[] {
  // A fee that is in doubt is said the same way in every case.
  const fees = procedure.fees.filter((_, index) => !isDoubtful(procedure, "fee", index));
  const facts = [...procedure.documents, ...fees];
  const keys = new Set(facts.flatMap(({ circumstances }) => circumstances ?? []));
  const groups = new Set([...keys].map((key) => groupOf(key, knowledge)));
  return [...groups].flatMap((group) => toQuestion(group, keys, knowledge) ?? []).slice(0, MOST_QUESTIONS);
}

function toQuestion(group: string, keys: ReadonlySet<string>, knowledge: Knowledge): Question | null {
  const members = [...(knowledge.circumstances?.values() ?? [])].filter(({ key }) => groupOf(key, knowledge) === group);
  const asked = members.find(({ ask }) => ask !== undefined);
  if (!asked?.ask) return null;
  const choices = members
    .filter(({ key }) => keys.has(key))
    .map(({ key, choice, label }) => ({ key, label: choice ?? label }));
  const otherwise = asked.otherwise ?? (choices.length < members.length ? "Cách khác" : null);
  return { group, ask: asked.ask, choices, otherwise };
}

/** The first question that nothing said so far answers. `skipped`: the citizen did not know. */
export function openQuestion(
  procedure: Procedure,
  said: Said,
  skipped: readonly string[],
  knowledge: Knowledge,
): Question | null {
  const isAnswered = ({ group, choices }: Question) =>
    skipped.includes(group) ||
    choices.some(({ key }) => said.includes(key)) ||
    choices.every(({ key }) => said.includes(`!${key}`));
  return questionsOf(procedure, knowledge).find((question) => !isAnswered(question)) ?? null;
}

/** Cases that only an office can judge, that stand for the usual, or that are no cases: always shown, never asked. */
const NOT_ASKED =
  /^luôn|nếu (có|còn)|còn thì|tuỳ|tùy|khai thác|tra được|cơ quan|dữ liệu|theo cấp học|khoản \d|điểm [a-z]\b|^trừ|^mọi trường hợp|không phải nộp|mang theo|thông thường|còn lại|kèm|(còn|đang) giữ|còn (giấy|bản)|phải (có|làm)|cần tới|yêu cầu/i;

export type Case = { readonly label: string; readonly papers: readonly number[] };

/** Further cases of the record's papers that no question decides, each once, in the order of the papers. */
export function casesOf(procedure: Procedure, knowledge: Knowledge): readonly Case[] {
  const cases = new Map<string, number[]>();
  const isAsked = (key: string) => toQuestion(groupOf(key, knowledge), new Set([key]), knowledge) !== null;
  procedure.documents.forEach(({ when, circumstances }, index) => {
    if (when === null || circumstances?.some(isAsked) || NOT_ASKED.test(when)) return;
    const papers = cases.get(when);
    if (papers) papers.push(index);
    else cases.set(when, [index]);
  });
  return [...cases].slice(0, MOST_CASES).map(([when, papers]) => ({ label: caseLabel(when), papers }));
}

const caseLabel = (when: string): string => upperFirst(spellOut(when).replace(/^(chỉ )?(khi|nếu|trường hợp)\s+/i, ""));

/** Whether a checklist of one's own differs from the list of all papers. */
export const hasChecklist = (procedure: Procedure, knowledge: Knowledge): boolean =>
  procedure.documents.length > 2 &&
  (questionsOf(procedure, knowledge).length > 0 || casesOf(procedure, knowledge).length > 0);
