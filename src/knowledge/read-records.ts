/** Reads the records of one kind from their files, each checked against its schema. */
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { z } from "zod";
import { explainIssues } from "./explain.ts";
import { type Finding, finding, type Path, type Problem } from "./problems.ts";
import { readYaml } from "./read-yaml.ts";

/** A record with the place it came from. */
export interface Located<T> {
  readonly value: T;
  readonly file: string;
  /** Empty when the file is the record; `[3]` for the fourth record of a list. */
  readonly path: Path;
  /** SHA-256 of its content, 64 hex digits. */
  readonly digest: string;
  /** Something that was looked for while reading (`Report.lookFor`) stands somewhere in it. */
  readonly isSuspect: boolean;
}

/** Where everything that is wrong gathers, so that one run reports all of it. */
export interface Report {
  readonly findings: Finding[];
  /** Broken files: their line is known already. */
  readonly problems: Problem[];
  /** What to look for in each record, as JSON in lower case, while its text is at hand. */
  lookFor?: RegExp;
}

/** The name that a data file bears: the id or key of the record in it. */
export const bareName = (file: string) => basename(file).replace(/\.ya?ml$/, "");

/** How long reading holds the event loop before others get their turn. */
const PIECE_MS = 10;

/** YAML files under a folder, sorted so that every run reports in the same order. A missing folder is a finding. */
export async function yamlFiles(folder: string, report: Report): Promise<string[]> {
  try {
    const names = await readdir(folder, { recursive: true });
    return names
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => join(folder, name))
      .sort();
  } catch {
    report.findings.push(finding(folder, [], "không có thư mục này", "tạo lại thư mục, hoặc chép lại từ bản gốc"));
    return [];
  }
}

/** One record a file, or a list of records a file (`shape: "list"`). Records with errors are left out and reported. */
export async function readRecords<S extends z.ZodType>(
  files: readonly string[],
  schema: S,
  shape: "record" | "list",
  report: Report,
): Promise<Located<z.output<S>>[]> {
  const records: Located<z.output<S>>[] = [];
  let began = performance.now();
  for (const file of files) {
    records.push(...readOne(file, schema, shape, report));
    if (performance.now() - began < PIECE_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    began = performance.now();
  }
  return records;
}

/** Read at once: a file is a few kilobytes, and asking the disk in the background costs five times the work. */
function readText(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function readOne<S extends z.ZodType>(file: string, schema: S, shape: "record" | "list", report: Report) {
  const text = readText(file);
  if (text === null) {
    report.findings.push(finding(file, [], "không đọc được tệp này", "kiểm tra tệp có còn và có quyền đọc"));
    return [];
  }
  const read = readYaml(file, text);
  if (!read.ok) {
    report.problems.push(read.problem);
    return [];
  }
  if (shape === "record") return accept(file, [], read.value, schema, report);
  if (!Array.isArray(read.value)) {
    report.findings.push(finding(file, [], "tệp phải là một danh sách", "mỗi mục bắt đầu bằng dấu gạch ngang"));
    return [];
  }
  return read.value.flatMap((value, index) => accept(file, [index], value, schema, report));
}

function accept<S extends z.ZodType>(file: string, path: Path, value: unknown, schema: S, report: Report) {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    report.findings.push(...explainIssues(file, path, parsed.error));
    return [];
  }
  const json = JSON.stringify(parsed.data);
  // A copy: strings cut out of a text keep the whole text in memory, and a record is half of its file.
  return [
    {
      value: JSON.parse(json) as z.output<S>,
      file,
      path,
      digest: hash("sha256", json),
      isSuspect: report.lookFor?.test(json.toLowerCase()) ?? false,
    },
  ];
}

/** A record that no file has, or that was changed after it was read: looked through for everything. */
export const located = <T>(value: T, file: string, path: Path): Located<T> => ({
  value,
  file,
  path,
  digest: hash("sha256", JSON.stringify(value)),
  isSuspect: true,
});
