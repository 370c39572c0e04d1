/** Words of `never-say.yaml` that only a wrong sentence has, looked for in everything that is said to a citizen. */
import type { Loaded } from "../loaded.ts";
import { type Finding, finding, type Path } from "../problems.ts";

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
  if (wrong.length === 0) return [];
  // Nearly every record has none of the words: that is seen in one look at all of it.
  const any = new RegExp(wrong.map(({ words }) => asPattern(words)).join("|"), "i");
  const isSuspect = (value: unknown): boolean => any.test(JSON.stringify(value));
  const suspects = [...loaded.procedures, ...loaded.faqs].filter(({ value }) => isSuspect(value));
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

/** The words as they stand in JSON, with any white space between them. */
const asPattern = (words: string): string =>
  JSON.stringify(words)
    .slice(1, -1)
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll(" ", "\\s+");
