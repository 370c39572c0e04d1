/** The procedures of a life event, in order, and the one to start with. */
import type { Button } from "../../channel/message.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type LifeEvent, type LifeStep, stepTarget } from "../../knowledge/life-event.ts";
import type { Understanding } from "../../understanding/understanding.ts";
import { type Answer, line, list } from "../answer.ts";
import { BUTTONS } from "../buttons.ts";
import { payloads } from "../payloads.ts";
import { sentence } from "../wording.ts";
import { matchEvent } from "./match-event.ts";

type Step = { readonly step: LifeStep; readonly name: string; readonly topic: string; readonly payload: string };

/** Null when the message tells of no event, or asks about something in particular. */
export function answerEvent(text: string, knowledge: Knowledge): Answer | null {
  const event = matchEvent(text, [...(knowledge.lifeEvents?.values() ?? [])]);
  return event && toAnswer(event, knowledge);
}

function toAnswer(event: LifeEvent, knowledge: Knowledge): Answer | null {
  const steps = event.steps.flatMap((step) => readStep(step, knowledge) ?? []);
  const at = Math.max(
    0,
    steps.findIndex(({ step }) => stepTarget(step) === event.start),
  );
  const start = steps[at];
  if (!start) return null;
  const together = event.together && knowledge.procedures.has(event.together.procedure) ? event.together : null;
  const inOrder = [start, ...steps.filter((each) => each !== start)];
  const joint: Button[] = together
    ? [{ title: together.label, say: payloads.procedure(together.procedure, "overview") }]
    : [];
  const buttons: Button[] = inOrder.map(({ step, payload }) => ({ title: step.label, say: payload }));
  return {
    decision: "answer",
    blocks: [
      line("Các việc nên làm, theo thứ tự:"),
      list(
        steps.map(({ name, step }) => sentence(`${name}: ${step.why}`)),
        { numbered: true, noun: "việc" },
      ),
      ...(together ? [line(together.say)] : []),
      ...(event.not_known ? [line(event.not_known)] : []),
      line(
        `${event.start_when ? `${event.start_when} anh` : "Anh"}/chị bắt đầu từ việc số ${at + 1}, bấm nút hoặc nhắn số để em chỉ tiếp.`,
      ),
    ],
    buttons: [...buttons.slice(0, 4 - joint.length), ...joint, BUTTONS.staff],
    records: steps.flatMap(({ step }) => step.procedure ?? []),
    facts: [],
    remember: {
      topic: start.topic,
      procedure: start.step.procedure ?? null,
      aspect: "overview",
      pending: {
        kind: "choose",
        options: steps.map(({ step, name, payload }) => ({ label: step.label, payload, words: [name] })),
      },
    },
  };
}

function readStep(step: LifeStep, knowledge: Knowledge): Step | null {
  const procedure = step.procedure === undefined ? undefined : knowledge.procedures.get(step.procedure);
  if (procedure) {
    const payload = payloads.procedure(procedure.id, "overview");
    return { step, name: procedure.short_name, topic: procedure.topic, payload };
  }
  const topic = step.topic === undefined ? undefined : knowledge.topics.get(step.topic);
  return topic ? { step, name: topic.name, topic: topic.key, payload: payloads.topic(topic.key, null) } : null;
}

/** What was understood, with the topic to start with first. */
export function understoodAs(answer: Answer, understood: Understanding): Understanding {
  const topic = answer.remember?.topic ?? null;
  if (topic === null) return understood;
  const topics = [{ id: topic, score: 1 }, ...understood.topics.filter(({ id }) => id !== topic)].slice(0, 3);
  return { ...understood, intent: "ask_procedure", topic, topics, aspect: "overview", also: [], certainty: "answer" };
}
