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
    const [what, mend] = wordsFor(error, text, line);
    return { ok: false, problem: { level: "error", file, line, field: keyAt(text, line), what, mend } };
  }
}

/** The commonest slips each in their own words; for the rest, what to look at. */
function wordsFor(error: unknown, text: string, line: number | null): [what: string, mend: string] {
  const reason = String((error as { reason?: unknown } | null)?.reason ?? error);
  const said = text.split("\n")[(line ?? 1) - 1] ?? "";
  if (text.trim() === "") return ["tệp trống", "điền nội dung theo một tệp cùng loại, hoặc xoá tệp này"];
  if (/duplicate/i.test(reason)) return ["mục này ghi hai lần trong tệp", "giữ một, xoá một"];
  if (/^\s*\t|\t/.test(said))
    return ["thụt đầu dòng bằng phím Tab", "thay bằng dấu cách, thẳng hàng với dòng cùng cấp"];
  if (/^[^'"#]*: [^'"#]*: /.test(said)) {
    return ["câu có dấu hai chấm nên máy đọc nhầm", "đặt cả câu sau tên mục trong nháy đơn: 'như thế này: …'"];
  }
  return [
    "viết sai cú pháp YAML nên không đọc được",
    "xem lại dòng này và dòng ngay trên: thụt đầu dòng bằng dấu cách, dấu hai chấm có dấu cách theo sau, ngoặc và nháy đủ cặp",
  ];
}

/** The name of the entry that the line begins, or that it belongs to. */
function keyAt(text: string, line: number | null): string {
  const above = text
    .split("\n")
    .slice(0, line ?? 0)
    .reverse();
  return above.map((each) => /^\s*(?:- )?([a-z_]+):/.exec(each)?.[1]).find((key) => key !== undefined) ?? "";
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
