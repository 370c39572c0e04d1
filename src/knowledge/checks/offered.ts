/** Ambiguous words, and needs without a record, offer procedures that exist; no phrase stands for two of them. */
import type { Loaded } from "../loaded.ts";
import { type Finding, finding } from "../problems.ts";
import type { Located } from "../read-records.ts";

type Offering = { readonly key: string; readonly phrases: readonly string[] };
type Offered = readonly { readonly procedure: string }[];

export function checkOffered(loaded: Loaded): Finding[] {
  const procedures = new Set([...loaded.procedures.map(({ value }) => value.id), ...loaded.leftOut]);
  return [
    ...check(loaded.ambiguous, "choices", ({ choices }) => choices, procedures),
    ...check(loaded.uncovered, "near", ({ near }) => near ?? [], procedures),
  ];
}

function check<Entry extends Offering>(
  entries: readonly Located<Entry>[],
  field: string,
  offered: (entry: Entry) => Offered,
  procedures: ReadonlySet<string>,
): Finding[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ value, file, path }) => {
    const found: Finding[] = [];
    for (const [index, { procedure }] of offered(value).entries()) {
      if (procedures.has(procedure)) continue;
      const at = [...path, field, index, "procedure"];
      found.push(finding(file, at, `không có thủ tục "${procedure}"`, "sửa cho đúng mã id"));
    }
    for (const [index, phrase] of value.phrases.entries()) {
      const words = phrase.normalize("NFC").toLowerCase();
      const taken = first.get(words);
      first.set(words, taken ?? value.key);
      if (taken === undefined) continue;
      const at = [...path, "phrases", index];
      found.push(finding(file, at, `"${phrase}" đã có ở "${taken}"`, "để ở một nơi thôi"));
    }
    return found;
  });
}
