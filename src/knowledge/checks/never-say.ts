/** Words of `never-say.yaml` that only a wrong sentence has, looked for in everything that is said to a citizen. */
import type { Loaded } from "../loaded.ts";
import { type Finding, finding, type Path } from "../problems.ts";
import type { NeverSay } from "../reference-files.ts";

/** What is kept for staff, for finding things, or is somebody else's words. */
const NOT_SAID = new Set([
  "staff_note",
  "notes",
  "disputed",
  "local_unknown",
  "sources",
  "aliases",
  "variants",
  "keywords",
]);

export function checkNeverSay(loaded: Loaded): Finding[] {
  const wrong = loaded.neverSay.flatMap(({ value }) =>
    (value.words ?? []).map((words) => ({ words: fold(words), say: value.say })),
  );
  const suspects = [...loaded.procedures, ...loaded.faqs].filter(({ isSuspect }) => isSuspect);
  return suspects.flatMap(({ value, file, path }) =>
    said(value, path).flatMap(([text, at]) => {
      const folded = fold(text);
      return wrong
        .filter(({ words }) => folded.includes(words))
        .map(({ words, say }) =>
          finding(file, at, `có câu không được nói với dân: "${words}"`, `nói cho đúng: ${say}`),
        );
    }),
  );
}

function said(value: unknown, path: Path): [text: string, at: Path][] {
  if (typeof value === "string") return [[value, path]];
  if (Array.isArray(value)) return value.flatMap((each, index) => said(each, [...path, index]));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, each]) => (NOT_SAID.has(key) ? [] : said(each, [...path, key])));
}

const fold = (text: string) => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ");

/**
 * One look that nearly every record passes: none of the words stands anywhere in it. For JSON in lower case, with any
 * white space between words. Null: there are no such words. Common beginnings are written once, which is twice as fast.
 */
export function wordsToLookFor(neverSay: readonly NeverSay[]): RegExp | null {
  const words = neverSay.flatMap((entry) => entry.words ?? []);
  if (words.length === 0) return null;
  const root: Beginnings = new Map();
  for (const each of words) {
    let at = root;
    for (const letter of JSON.stringify(fold(each)).slice(1, -1)) {
      const next = at.get(letter) ?? new Map();
      at.set(letter, next);
      at = next;
    }
    // Whatever follows, it is found already.
    at.clear();
    at.set("", new Map());
  }
  return new RegExp(asPattern(root));
}

/** By its first letter, how each goes on; "" where one ends. */
type Beginnings = Map<string, Beginnings>;

function asPattern(beginnings: Beginnings): string {
  if (beginnings.has("")) return "";
  const each = [...beginnings].map(([letter, rest]) => {
    return (letter === " " ? "\\s+" : letter.replace(/[.*+?^${}()|[\]\\]/, "\\$&")) + asPattern(rest);
  });
  return each.length === 1 ? each[0]! : `(?:${each.join("|")})`;
}
