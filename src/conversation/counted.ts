/** Messages of which counts of pages and copies say enough. */
import type { Understanding } from "../understanding/understanding.ts";
import type { Answer } from "./answer.ts";
import { answerProcedure } from "./answers/procedure/index.ts";
import { jobsOf, namesCopies, pagesAlone } from "./copy-jobs.ts";
import type { Moment } from "./moment.ts";

/** "5 trang", after we asked how many pages a copy has. */
export function countedPages(text: string, { state, knowledge, today }: Moment): Answer | null {
  if (state.pending?.kind !== "count-pages") return null;
  const { copies, papers } = state.pending;
  const procedure = knowledge.procedures.get(state.pending.procedure);
  const pages = pagesAlone(text);
  if (!procedure || pages === null) return null;
  return answerProcedure({ procedure, aspects: ["fee"], jobs: [{ copies, papers, pages }] }, knowledge, today);
}

/** "Chung thuc 2 ban 300 trang het bao nhieu": counts and the word for it name the one procedure charged by them. */
export function answerCounted(text: string, understood: Understanding, { knowledge, today }: Moment): Answer | null {
  const jobs = jobsOf(understood);
  if (jobs.length === 0 || !namesCopies(text)) return null;
  const usual = [...knowledge.topics.values()].flatMap((topic) => knowledge.procedures.get(topic.usual ?? "") ?? []);
  const procedure = usual.find(({ fee_rule }) => fee_rule !== undefined);
  return procedure ? answerProcedure({ procedure, aspects: ["fee"], jobs }, knowledge, today) : null;
}
