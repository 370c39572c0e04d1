/** The one question that tells look-alikes apart, in the citizen's words, with a button for each choice. */
import type { Button } from "../channel/message.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Procedure } from "../knowledge/procedure.ts";
import type { Topic } from "../knowledge/topic.ts";
import type { Aspect, Scored } from "../understanding/understanding.ts";
import { type Answer, say } from "./answer.ts";
import { BUTTONS } from "./buttons.ts";
import { payloads } from "./payloads.ts";

export type Option = { readonly label: string; readonly payload: string; readonly words: readonly string[] };

/** Four choices leave room for "Gặp cán bộ". With more, all are listed in the text and can be picked by number. */
const MOST_BUTTONS = 4;

/** Which procedure of this topic; null when the topic has no question, or only one of its choices has a record. */
export function askWhichProcedure(
  topic: Topic,
  aspect: Aspect | null,
  knowledge: Knowledge,
  scored: readonly Scored[] = [],
): Answer | null {
  const scoreOf = (id: string) => scored.find((each) => each.id === id)?.score ?? 0;
  const options = (topic.choices ?? [])
    .filter(({ procedure }) => knowledge.procedures.has(procedure))
    .sort((a, b) => scoreOf(b.procedure) - scoreOf(a.procedure))
    .map(({ procedure, label, words }) => ({
      label,
      words,
      payload: payloads.procedure(procedure, aspect ?? "overview"),
    }));
  if (options.length < 2) return null;
  return askWhich(topic.ask ?? `${topic.name}: anh/chị cần cái nào ạ?`, options, topic.key);
}

/** Which of several procedures that one code names. */
export function askWhichOfThese(question: string, procedures: readonly Procedure[]): Answer {
  const options = procedures.map(({ id, short_name: label, aliases }) => ({
    label,
    words: aliases,
    payload: payloads.procedure(id, "overview"),
  }));
  return askWhich(question, options, procedures[0]?.topic ?? null);
}

/** Which of a few topics; with one only, whether it is that one. */
export function askWhichTopic(topics: readonly Scored[], aspect: Aspect | null, knowledge: Knowledge): Answer | null {
  const found = topics.flatMap(({ id }) => knowledge.topics.get(id) ?? []).slice(0, 3);
  const options = found.map((topic) => ({
    label: topic.name,
    words: topic.keywords,
    payload: payloads.topic(topic.key, aspect),
  }));
  const [only] = options;
  if (!only) return null;
  if (options.length > 1) return askWhich("Anh/chị hỏi về việc nào ạ?", options, null);
  const question = askWhich(`Anh/chị hỏi về “${only.label}” phải không ạ?`, options, null);
  return { ...question, buttons: [...question.buttons, BUTTONS.help] };
}

/** A question with a button for each option; a typed number or label picks as well. */
export function askWhich(question: string, options: readonly Option[], topic: string | null): Answer {
  const shown = options.slice(0, MOST_BUTTONS);
  const buttons: Button[] = shown.map(({ label, payload }) => ({ title: label, say: payload }));
  const listed = options.length > MOST_BUTTONS ? options.map(({ label }, i) => `${i + 1}. ${label}`) : [];
  const pending = { kind: "choose" as const, options: options.map((each) => ({ ...each, words: [...each.words] })) };
  return say("ask_back", [question, ...listed], [...buttons, BUTTONS.staff], {
    askedBack: true,
    remember: { topic, procedure: null, aspect: null, pending },
  });
}
