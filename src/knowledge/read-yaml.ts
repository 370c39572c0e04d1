/**
 * Two YAML readers, each for what it is good at: js-yaml is several times faster and reads every file; `yaml` keeps
 * positions and is asked only about a file that has something wrong in it (limits.md §4).
 */
import { load } from "js-yaml";
import { isNode, LineCounter, parseDocument } from "yaml";
import type { Path, Problem } from "./problems.ts";

export type ReadResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem };

/** Reads one YAML text. Dates stay strings (YAML 1.2). Never throws: a broken text becomes a problem with its line. */
export function readYaml(file: string, text: string): ReadResult {
  try {
    return { ok: true, value: load(text) };
  } catch (error) {
    const line = lineOfSyntaxError(text) ?? markedLine(error);
    const problem: Problem = {
      level: "error",
      file,
      line,
      field: "",
      what: "tệp viết sai cú pháp YAML nên không đọc được",
      mend: "xem lại dòng này và dòng ngay trên: thụt đầu dòng bằng dấu cách, dấu hai chấm có dấu cách theo sau, câu có dấu hai chấm thì đặt trong nháy",
    };
    return { ok: false, problem };
  }
}

function lineOfSyntaxError(text: string): number | null {
  const lines = new LineCounter();
  const first = parseDocument(text, { lineCounter: lines, logLevel: "silent" }).errors[0];
  return first ? lines.linePos(first.pos[0]).line : null;
}

function markedLine(error: unknown): number | null {
  const mark = (error as { mark?: { line?: number } } | null)?.mark;
  return typeof mark?.line === "number" ? mark.line + 1 : null;
}

/** Looks up lines in one text. A path that does not exist gives the line of its nearest parent that does. */
export function lineFinder(text: string): (path: Path) => number | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: "silent" });
  return (path) => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return null;
  };
}
