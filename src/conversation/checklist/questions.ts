/** What has to be asked before a checklist can leave papers out: at most three short questions and one list of cases. */
import { isWithheld } from "../../knowledge/doubt.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Procedure } from "../../knowledge/procedure.ts";
import { spellOut, upperFirst } from "../wording.ts";
import { groupOf, type Said } from "./selection.ts";

export type Question = {
  readonly group: string;
  readonly ask: string;
  /** `limit`: what the choice means in this record, in its own words ("trong 60 ngày"). */
  readonly choices: readonly {
    readonly key: string;
    readonly label: string;
    readonly limit: string | null;
    /** What people type instead of tapping. */
    readonly words: readonly string[];
  }[];
  /** The button that says that none of the choices is theirs; null when the choices are all there are. */
  readonly otherwise: string | null;
};

/** More would be an interrogation. */
const MOST_QUESTIONS = 3;
const MOST_CASES = 9;

/** Questions whose answer selects papers or fees of this record, in the order of `circumstances.yaml`. */
export function questionsOf(procedure: Procedure, knowledge: Knowledge): readonly Question[] {
  const keys = new Set(factsOf(procedure).flatMap(({ circumstances }) => circumstances ?? []));
  const inOrder = [...(knowledge.circumstances?.keys() ?? [])].filter((key) => keys.has(key));
  const groups = new Set(inOrder.map((key) => groupOf(key, knowledge)));
  return [...groups].flatMap((group) => toQuestion(group, keys, procedure, knowledge) ?? []).slice(0, MOST_QUESTIONS);
}

/** Papers, and the fees of which something certain can be said in one case: else it is the same sentence in every case. */
function factsOf(procedure: Procedure) {
  const isCertain = procedure.fees.some(({ amount }, index) => amount !== null && !isWithheld(procedure, "fee", index));
  return [...procedure.documents, ...(isCertain ? procedure.fees : [])];
}

function toQuestion(
  group: string,
  keys: ReadonlySet<string>,
  procedure: Procedure,
  knowledge: Knowledge,
): Question | null {
  const members = [...(knowledge.circumstances?.values() ?? [])].filter(({ key }) => groupOf(key, knowledge) === group);
  const asked = members.find(({ ask }) => ask !== undefined);
  // One that is neither a choice of several nor has a button for "no" stands in the list of cases.
  if (!asked?.ask || (asked.group === undefined && asked.otherwise === undefined)) return null;
  const choices = members
    .filter(({ key }) => keys.has(key))
    .map(({ key, choice, label, words }) => ({ key, label: choice ?? label, limit: limitOf(key, procedure), words }));
  const otherwise = asked.otherwise ?? (choices.length < members.length ? "Cách khác" : null);
  return { group, ask: asked.ask, choices, otherwise };
}

/** "trong 60 ngày kể từ ngày sinh": how the record itself draws the line, where it has one in brackets. */
function limitOf(key: string, { fees }: Procedure): string | null {
  const fact = fees.find(({ circumstances }) => circumstances?.length === 1 && circumstances[0] === key);
  return /\(([^()]*\d[^()]*)\)/.exec(fact?.case ?? "")?.[1] ?? null;
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

export type Case = {
  readonly label: string;
  /** Places of the papers that only this case needs. */
  readonly papers: readonly number[];
  /** What whoever picks it says of themselves. */
  readonly keys: readonly string[];
  /** The question when it is the only one. */
  readonly ask: string | null;
};

/** A wish on top of the procedure, not a case of it: its price is shown to everybody. */
const EXTRA = "xin-ban-sao";

/** Further cases of the record's papers and fees that no question decides, each once, papers first. */
export function casesOf(procedure: Procedure, knowledge: Knowledge): readonly Case[] {
  const cases = new Map<string, { papers: number[]; keys: readonly string[] }>();
  const groups = new Set(questionsOf(procedure, knowledge).map(({ group }) => group));
  const isAsked = (key: string) => groups.has(groupOf(key, knowledge));
  procedure.documents.forEach(({ when, circumstances = [] }, index) => {
    if (when === null || circumstances.some(isAsked) || NOT_ASKED.test(when)) return;
    const known = cases.get(when);
    if (known) known.papers.push(index);
    else cases.set(when, { papers: [index], keys: circumstances });
  });
  const covered = new Set([...cases.values()].flatMap(({ keys }) => keys));
  for (const { case: label, circumstances = [] } of factsOf(procedure).filter((fact) => "case" in fact)) {
    if (circumstances.length === 0 || circumstances.some((key) => isAsked(key) || covered.has(key) || key === EXTRA))
      continue;
    cases.set(label, { papers: [], keys: circumstances });
  }
  return [...cases].slice(0, MOST_CASES).map(([label, { papers, keys }]) => {
    const ask = keys.length === 1 ? knowledge.circumstances?.get(keys[0]!)?.ask : undefined;
    return { label: caseLabel(label), papers, keys, ask: ask ?? null };
  });
}

const caseLabel = (when: string): string => upperFirst(spellOut(when).replace(/^(chỉ )?(khi|nếu|trường hợp)\s+/i, ""));

/** Whether a checklist of one's own differs from the list of all papers. */
export const hasChecklist = (procedure: Procedure, knowledge: Knowledge): boolean =>
  procedure.documents.length > 2 &&
  (questionsOf(procedure, knowledge).length > 0 || casesOf(procedure, knowledge).length > 0);
