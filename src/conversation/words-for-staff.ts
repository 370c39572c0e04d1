/**
 * After "gặp cán bộ" we ask for the question itself. Those words reach the officer, whatever else we can answer of them:
 * what we cannot answer only earns the word that it was passed on. It ends with the first question that we could answer.
 */
import type { Answer } from "./answer.ts";
import { addForStaff } from "./answers/staff.ts";
import type { Moment } from "./moment.ts";
import type { Answered } from "./respond-to-text.ts";

/** Courtesies between two messages: neither a question for the officer nor the end of it. */
const COURTESIES: ReadonlySet<string> = new Set(["greeting", "thanks_bye", "bot_identity", "abuse"]);

export function withWordsForStaff(answered: Answered, text: string, moment: Moment): Answered {
  const { answer, understanding } = answered;
  if (!moment.state.wordsForStaff || moment.anonymous) return answered;
  // A button, a command, an emergency, or "gặp cán bộ" once more: each has its own way.
  if (understanding === null || answer.alone || answer.effects?.some(({ kind }) => kind === "ask-staff"))
    return answered;
  if (COURTESIES.has(understanding.intent)) return answered;
  const added = addForStaff(text, moment);
  return { understanding, answer: helps(answer) ? both(added, answer) : added };
}

/** It says something, or asks what we can go on with. */
const helps = (answer: Answer) =>
  answer.decision === "answer" || (answer.decision === "ask_back" && answer.remember?.pending != null);

const both = (added: Answer, answer: Answer): Answer => ({
  ...answer,
  blocks: [...added.blocks, ...answer.blocks],
  effects: [...(added.effects ?? []), ...(answer.effects ?? [])],
  remember: { ...answer.remember, wordsForStaff: answer.decision !== "answer" },
});
