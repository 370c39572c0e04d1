/** One question measured: what was right, how sure we were, how long it took. */
import type { Understander, Understanding } from "../../understanding/index.ts";
import type { Labelled } from "./labelled.ts";

export type Measured = {
  readonly question: Labelled;
  readonly understood: Understanding;
  readonly intent: boolean;
  /** Null where the question is about no topic. */
  readonly first: boolean | null;
  readonly inThree: boolean | null;
  readonly aspect: boolean | null;
  readonly also: boolean | null;
  readonly code: boolean | null;
  /** Answered as certain, but about the wrong topic or none of ours. */
  readonly certainAndWrong: boolean;
  readonly ms: number;
};

/** Intents that must never be taken for a procedure. */
export const NOT_OURS: ReadonlySet<string> = new Set(["out_of_scope", "unclear", "abuse"]);

export function measure(question: Labelled, understander: Understander): Measured {
  const began = performance.now();
  const understood = understander.understand(question.text, { topic: question.context });
  const ms = performance.now() - began;
  const topic = question.procedure;
  const code = question.slots.dossier_code;
  const certain =
    understood.certainty === "answer" && understood.intent === "ask_procedure" && understood.topic !== null;
  return {
    question,
    understood,
    intent: understood.intent === question.intent,
    first: topic === null ? null : understood.topic === topic,
    inThree: topic === null ? null : understood.topics.some(({ id }) => id === topic),
    aspect: question.aspect === null ? null : understood.aspect === question.aspect,
    also: question.also.length === 0 ? null : question.also.every((other) => hasAlso(understood, other)),
    code: code === undefined ? null : understood.slots.dossierCodes[0]?.code === code,
    certainAndWrong: certain && understood.topic !== topic,
    ms,
  };
}

const hasAlso = (understood: Understanding, other: { procedure: string; aspect: string }) =>
  understood.also.some(({ topic, aspect }) => topic === other.procedure && aspect === other.aspect);
