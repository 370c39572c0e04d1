/** Scene 5, "làm lại giấy khai sinh": words that name several procedures equally are asked about, not guessed. */
import type { Ambiguous } from "../knowledge/ambiguous.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Understanding } from "../understanding/understanding.ts";
import type { Answer } from "./answer.ts";
import { askWhich, type Option } from "./ask-back.ts";
import { pickByWords } from "./choose.ts";
import type { Moment } from "./moment.ts";
import { payloads } from "./payloads.ts";
import { hasWords, plainPhrase, plainWords, withoutWords } from "./plain-words.ts";
import { saysNoMore } from "./says-no-more.ts";

/** The question; null when nothing ambiguous is said, when more is said, or when one of the choices is being talked about. */
export function askAmbiguous(text: string, understood: Understanding, { state, knowledge }: Moment): Answer | null {
  const found = state.askedBack > 0 ? null : findAmbiguous(text, knowledge);
  if (found === null || !saysNoMore(found.rest)) return null;
  if (found.entry.unless_sure && understood.topic !== null && understood.certainty === "answer") return null;
  const options = optionsOf(found.entry, understood, knowledge);
  const isTalkedAbout = found.entry.choices.some(({ procedure }) => procedure === state.procedure);
  return options.length < 2 || isTalkedAbout ? null : askWhich(found.entry.ask, options, null);
}

/** The payload of the choice that the rest of the message names ("… vì sai tên"), where it was read as another topic. */
export function pickAmbiguous(text: string, understood: Understanding, { knowledge }: Moment): string | null {
  const found = findAmbiguous(text, knowledge);
  if (found === null || saysNoMore(found.rest)) return null;
  const picked = pickByWords(found.rest, optionsOf(found.entry, understood, knowledge));
  const choice = found.entry.choices.find(({ label }) => label === picked?.label);
  if (!picked || !choice || knowledge.procedures.get(choice.procedure)?.topic === understood.topic) return null;
  return saysNoMore(withoutWords(found.rest, choice.words)) ? picked.payload : null;
}

function optionsOf({ choices }: Ambiguous, { aspect }: Understanding, knowledge: Knowledge): Option[] {
  return choices
    .filter(({ procedure }) => knowledge.procedures.has(procedure))
    .map(({ procedure, label, words }) => ({
      label,
      words,
      payload: payloads.procedure(procedure, aspect ?? "overview"),
    }));
}

/** The entry whose longest phrase is said, and the other words. */
function findAmbiguous(text: string, { ambiguous }: Knowledge): { entry: Ambiguous; rest: string } | null {
  const said = plainWords(text);
  let best: { entry: Ambiguous; rest: string; length: number } | null = null;
  for (const entry of ambiguous?.values() ?? []) {
    for (const phrase of entry.phrases.map(plainPhrase)) {
      if (!hasWords(said, phrase) || (best && best.length >= phrase.length)) continue;
      best = { entry, rest: ` ${said} `.replace(` ${phrase} `, "  ").trim(), length: phrase.length };
    }
  }
  return best;
}
