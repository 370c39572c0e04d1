/** What changed between two sets of lines, in the order of the page. */
import { type Line, PARTS, type Part } from "../facts/lines.ts";

export type Change = {
  readonly part: Part;
  readonly about: string;
  /** Null: it was not there. */
  readonly before: string | null;
  /** Null: it is no more. */
  readonly after: string | null;
};

/** Parts that have one line, or lines whose text is their own name: "about" would only repeat it. */
const UNNAMED: ReadonlySet<Part> = new Set([
  "name",
  "place",
  "result",
  "sure",
  "form",
  "channel",
  "step",
  "condition",
  "news",
  "doubt",
  "basis",
]);

export function changesBetween(before: readonly Line[], after: readonly Line[]): Change[] {
  const was = byKey(before);
  const is = byKey(after);
  const changes: Change[] = [];
  for (const part of Object.keys(PARTS) as Part[]) {
    const keys = new Set([...was.keys(), ...is.keys()].filter((key) => key.startsWith(`${part}\u0000`)));
    for (const key of keys) {
      const [old, now] = [was.get(key), is.get(key)];
      if (old?.text === now?.text) continue;
      const about = UNNAMED.has(part) ? "" : ((now ?? old)?.key ?? "");
      changes.push({ part, about, before: old?.text ?? null, after: now?.text ?? null });
    }
  }
  return changes;
}

/** Two lines may share a key (two fees of one case): they are told apart by their turn. */
function byKey(lines: readonly Line[]): Map<string, Line> {
  const map = new Map<string, Line>();
  for (const line of lines) {
    let turn = 0;
    while (map.has(`${line.part}\u0000${line.key}\u0000${turn}`)) turn++;
    map.set(`${line.part}\u0000${line.key}\u0000${turn}`, line);
  }
  return map;
}
