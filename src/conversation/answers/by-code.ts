/** "KS1", "1.000894": a code printed on a sheet or a form names the procedure; the words beside it say what about it. */
import { readProcedureCode } from "../../knowledge/procedure-codes.ts";
import type { Aspect } from "../../understanding/understanding.ts";
import { type Answer, say } from "../answer.ts";
import { askWhichOfThese } from "../ask-back.ts";
import { BUTTONS } from "../buttons.ts";
import { saidIn } from "../checklist/selection.ts";
import { jobsOf } from "../copy-jobs.ts";
import type { Moment } from "../moment.ts";
import { answerProcedure } from "./procedure/index.ts";

/** Null when the text names no procedure by code, or clearly asks about something else than the one it names. */
export function answerByCode(text: string, moment: Moment): Answer | null {
  const { knowledge, today } = moment;
  const named = readProcedureCode(text, knowledge);
  if (!named) return null;
  const found = named.ids.flatMap((id) => knowledge.procedures.get(id) ?? []);
  const [procedure, ...others] = found;
  if (!procedure) return named.rest === "" ? noLonger(named.code) : null;
  if (others.length > 0) return askWhichOfThese(`Mã ${named.code}: anh/chị cần việc nào ạ?`, found);
  if (named.rest === "") return answerProcedure({ procedure, aspects: ["overview"] }, knowledge, today);
  const context = { topic: procedure.topic, procedure: procedure.id, aspect: null };
  const asked = moment.understander.understand(named.rest, context);
  if (asked.intent !== "ask_procedure" || asked.topic !== procedure.topic) return null;
  const also = asked.also.filter(({ topic }) => topic === procedure.topic).map(({ aspect }) => aspect);
  const aspects = new Set<Aspect>([asked.aspect ?? "overview", ...also]);
  const jobs = jobsOf(asked);
  const said = saidIn(named.rest, [...aspects], knowledge);
  return answerProcedure({ procedure, aspects: [...aspects], said, jobs }, knowledge, today);
}

const noLonger = (code: string): Answer =>
  say(
    "desk",
    [`Dạ, mã ${code} nay không còn dùng. Anh/chị nhắn tên giấy tờ cần làm, em chỉ tiếp nghen.`],
    [BUTTONS.help, BUTTONS.staff],
  );
