/** What was typed, compared with phrases of the data files: picks and commands, names and events. */
import { plainWords } from "../knowledge/plain-words.ts";

export { plainWords };

/** Far more than the phrases of the data files. */
const MOST_KEPT = 20_000;
const kept = new Map<string, string>();

/** `plainWords` of a phrase from the data files: each message is compared with all of them, so they are kept. */
export function plainPhrase(phrase: string): string {
  const known = kept.get(phrase);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const plain = plainWords(phrase);
  kept.set(phrase, plain);
  return plain;
}

/** Whether `phrase` stands in `text` as whole words. Both already plain. */
export function hasWords(text: string, phrase: string): boolean {
  return phrase !== "" && text.includes(phrase) && ` ${text} `.includes(` ${phrase} `);
}

/** `text` (plain) without these phrases, longest first. */
export function withoutWords(text: string, phrases: readonly string[]): string {
  let rest = ` ${text} `;
  for (const phrase of phrases.map(plainPhrase).sort((a, b) => b.length - a.length))
    if (phrase !== "") rest = rest.replaceAll(` ${phrase} `, "  ");
  return rest.trim();
}

/** Whether a phrase stands in `text` as typed: with its diacritics where the text has any, "chùa" is not "chưa". */
export function sayingOf(text: string): (phrase: string) => boolean {
  const typed = text.normalize("NFC").toLowerCase();
  const hasMarks = /[^\u0000-\u007f]/.test(typed.normalize("NFD").replace(/[^\p{L}\p{M}]/gu, ""));
  if (!hasMarks) {
    const plain = plainWords(typed);
    return (phrase) => hasWords(plain, plainPhrase(phrase));
  }
  const words = typed.replace(/[^\p{L}\p{M}\d]+/gu, " ").trim();
  return (phrase) => hasWords(words, phrase.normalize("NFC").toLowerCase());
}
