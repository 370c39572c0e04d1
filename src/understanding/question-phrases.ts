/**
 * Questions as people ask them when the procedure is already known (`questions` of intents/ask_procedure.yaml): what the
 * aspect model (aspect-model.ts) and the follow-up model (leaning-model.ts) learn from.
 */
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Aspect } from "./understanding.ts";

export type QuestionPhrase = { readonly text: string; readonly aspect: Aspect };

/** All of them, aspect by aspect in the order of the file; none in a knowledge without intents. */
export function questionPhrases(knowledge: Knowledge): readonly QuestionPhrase[] {
  const byAspect = knowledge.intents.get("ask_procedure")?.questions ?? {};
  return (Object.entries(byAspect) as [Aspect, readonly string[]][]).flatMap(([aspect, texts]) =>
    texts.map((text) => ({ text, aspect })),
  );
}
