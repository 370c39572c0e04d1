/**
 * The answers so far, carried by the buttons themselves: `#GT:<procedure>:uy-quyen+0.cach-nop+c1.3`. So a button that is
 * tapped a day later still knows what was answered.
 */
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { choose, denyAll, type Said } from "./selection.ts";

export type Answers = {
  readonly said: Said;
  /** Groups of which the citizen did not know. */
  readonly skipped: readonly string[];
  /** Cases picked from the list, from 1; empty: none of them; null: not asked yet; "unknown": left open. */
  readonly cases: readonly number[] | "unknown" | null;
  /** They chose to begin again: what was said before counts no more. */
  readonly anew: boolean;
};

export const NO_ANSWERS: Answers = { said: [], skipped: [], cases: null, anew: false };

const TOKEN =
  /^(?:(?<none>0)\.(?<noneGroup>[a-z-]+)|(?<skip>x)\.(?<skipGroup>[a-z-]+)|c(?<cases>[x0]|[1-9](?:\.[1-9])*)|(?<key>[a-z-]+))$/;

/** No circumstance is called so. */
const ANEW = "lai";

export function readAnswers(text: string, knowledge: Knowledge): Answers | null {
  let answers = NO_ANSWERS;
  for (const token of text === "" ? [] : text.split("+")) {
    const next = withToken(answers, TOKEN.exec(token)?.groups ?? {}, knowledge);
    if (!next) return null;
    answers = next;
  }
  return answers;
}

function withToken(answers: Answers, token: Record<string, string | undefined>, knowledge: Knowledge): Answers | null {
  const { noneGroup, skipGroup, cases, key } = token;
  if (key === ANEW) return { ...NO_ANSWERS, anew: true };
  if (noneGroup) return { ...answers, said: denyAll(answers.said, noneGroup, knowledge) };
  if (skipGroup) return { ...answers, skipped: [...answers.skipped, skipGroup] };
  if (cases)
    return { ...answers, cases: cases === "x" ? "unknown" : cases === "0" ? [] : cases.split(".").map(Number) };
  if (key && knowledge.circumstances?.has(key)) return { ...answers, said: choose(answers.said, key, knowledge) };
  return null;
}

export const tokens = {
  anew: ANEW,
  is: (key: string) => key,
  none: (group: string) => `0.${group}`,
  unknown: (group: string) => `x.${group}`,
  cases: (picked: readonly number[] | "unknown") =>
    picked === "unknown" ? "cx" : picked.length === 0 ? "c0" : `c${picked.join(".")}`,
};

/** The answers as text (or as a button's whole payload) once more, with one token added. */
export const addToken = (text: string, token: string): string =>
  text === "" || text.endsWith(":") ? `${text}${token}` : `${text}+${token}`;
