/** A message read behind a name: what names nothing alone ("dưới 14 tuổi thì sao") names something there. */
import type { Token } from "./tokens.ts";
import type { Scored } from "./understanding.ts";

/** What the name of the context counts beside the words of the message when both are read as one. */
const NAME_WEIGHT = 0.6;

/** A message behind a name, and what each word counts. */
export function behind(name: readonly Token[], tokens: readonly Token[]): [readonly Token[], (token: Token) => number] {
  const words = new Set(name);
  const message = tokens.map((token, at) => (at === 0 ? { ...token, clause: "," as const } : token));
  return [[...name, ...message], (token) => (words.has(token) ? NAME_WEIGHT : 1)];
}

/** The folded words with a space after each, for patterns over whole words. */
export const lineOf = (tokens: readonly Token[]): string => tokens.map(({ folded }) => folded).join(" ") + " ";

/** 0 for a topic that is not among them. */
export const scoreOf = (ranked: readonly Scored[], topic: string): number =>
  ranked.find(({ id }) => id === topic)?.score ?? 0;
