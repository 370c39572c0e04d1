/** Reads the records of one kind from their files, each checked against its schema. */
import { readdir, readFile } from "node:fs/promises";
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
}

/** Where everything that is wrong gathers, so that one run reports all of it. */
export interface Report {
  readonly findings: Finding[];
  /** Broken files: their line is known already. */
  readonly problems: Problem[];
}

/** The name that a data file bears: the id or key of the record in it. */
export const bareName = (file: string) => basename(file).replace(/\.ya?ml$/, "");

/** Files that open at once: enough to keep the disk busy, few enough to keep memory flat. */
const AT_ONCE = 16;

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
  const perFile: Located<z.output<S>>[][] = new Array(files.length);
  let next = 0;
  const work = async () => {
    while (next < files.length) {
      const index = next++;
      perFile[index] = await readOne(files[index]!, schema, shape, report);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, files.length) }, work));
  return perFile.flat();
}

async function readOne<S extends z.ZodType>(file: string, schema: S, shape: "record" | "list", report: Report) {
  const text = await readFile(file, "utf8").catch(() => null);
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
  if (parsed.success) return [{ value: parsed.data, file, path }];
  report.findings.push(...explainIssues(file, path, parsed.error));
  return [];
}
