/** The procedure that an answer may have been taken for, one tap away. */
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Procedure } from "../../knowledge/procedure.ts";
import type { Topic } from "../../knowledge/topic.ts";
import type { Aspect } from "../../understanding/understanding.ts";
import type { Answer } from "../answer.ts";
import { BUTTONS } from "../buttons.ts";
import { payloads } from "../payloads.ts";

/** Letters that fit a button. */
const MOST_TITLE = 30;

export const buttonName = ({ short_name }: Procedure) =>
  [...short_name].length <= MOST_TITLE ? short_name : `${[...short_name].slice(0, MOST_TITLE - 1).join("")}…`;

/** The other reading stays one tap away: what the record itself says it is mixed up with, else another of its topic. */
export function withLookAlike(
  answer: Answer,
  topic: Topic,
  chosen: Procedure,
  knowledge: Knowledge,
  aspect: Aspect | null,
): Answer {
  const [other] = [...(chosen.confused_with ?? []), ...(topic.choices ?? []).map(({ procedure }) => procedure)]
    .filter((id) => id !== chosen.id)
    .flatMap((id) => knowledge.procedures.get(id) ?? []);
  if (!other) return answer;
  const button = { title: nameAmong(other, topic, knowledge), say: payloads.procedure(other.id, aspect ?? "overview") };
  return { ...answer, buttons: [...answer.buttons.slice(0, 3), button, BUTTONS.staff] };
}

/** Within its topic as the topic's question calls it; from elsewhere that would be an answer without its question. */
function nameAmong(procedure: Procedure, from: Topic, { topics }: Knowledge): string {
  const topic = topics.get(procedure.topic);
  const label = topic?.choices?.find((choice) => choice.procedure === procedure.id)?.label;
  if (topic?.key === from.key) return label ?? buttonName(procedure);
  if (topic?.procedures.length === 1) return topic.name;
  if ([...procedure.short_name].length <= MOST_TITLE) return procedure.short_name;
  return topic?.usual === procedure.id ? topic.name : (label ?? buttonName(procedure));
}
