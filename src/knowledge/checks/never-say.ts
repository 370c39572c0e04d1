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
  return [...loaded.procedures, ...loaded.faqs].flatMap(({ value, file, path }) =>
    said(value, path).flatMap(([text, at]) =>
      wrong
        .filter(({ words }) => fold(text).includes(words))
        .map(({ words, say }) =>
          finding(file, at, `có câu không được nói với dân: "${words}"`, `nói cho đúng: ${say}`),
        ),
    ),
  );
}

function said(value: unknown, path: Path): [text: string, at: Path][] {
  if (typeof value === "string") return [[value, path]];
  if (Array.isArray(value)) return value.flatMap((each, index) => said(each, [...path, index]));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, each]) => (NOT_SAID.has(key) ? [] : said(each, [...path, key])));
}

const fold = (text: string) => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ");
