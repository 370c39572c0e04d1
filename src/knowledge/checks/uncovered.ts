/** Needs without a record offer procedures that exist, and no words name two of them. */
import type { Loaded } from "../loaded.ts";
import { type Finding, finding } from "../problems.ts";

export function checkUncovered(loaded: Loaded): Finding[] {
  const procedures = new Set([...loaded.procedures.map(({ value }) => value.id), ...loaded.leftOut]);
  const first = new Map<string, string>();
  return loaded.uncovered.flatMap(({ value, file, path }) => {
    const found: Finding[] = [];
    for (const [index, { procedure }] of (value.near ?? []).entries()) {
      if (procedures.has(procedure)) continue;
      const at = [...path, "near", index, "procedure"];
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
