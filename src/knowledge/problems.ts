/** What is wrong in a data file, in words for the officer who has to mend it. */
export interface Problem {
  /** An error refuses the whole set of files; a warning only asks for attention. */
  readonly level: "error" | "warning";
  /** Path of the file as it was given to the loader. */
  readonly file: string;
  /** Line in the file, from 1; null when the file as a whole is meant. */
  readonly line: number | null;
  /** Where in the record: `fees.0.amount`; empty for the whole file. */
  readonly field: string;
  /** What is wrong, in Vietnamese. */
  readonly what: string;
  /** How to mend it, in Vietnamese. */
  readonly mend: string;
}

export type Path = readonly (string | number)[];

/** A problem whose line has not been looked up yet. `path` is where in the file's YAML it stands. */
export interface Finding {
  readonly level: Problem["level"];
  readonly file: string;
  readonly path: Path;
  readonly what: string;
  readonly mend: string;
}

export function finding(file: string, path: Path, what: string, mend: string): Finding {
  return { level: "error", file, path, what, mend };
}

export function warning(file: string, path: Path, what: string, mend: string): Finding {
  return { level: "warning", file, path, what, mend };
}

/** One line for an officer: "Tệp …, dòng …, mục …: …; cách sửa: …". */
export function problemText(problem: Problem): string {
  const line = problem.line === null ? "" : `, dòng ${problem.line}`;
  const field = problem.field === "" ? "" : `, mục ${problem.field}`;
  return `Tệp ${problem.file}${line}${field}: ${problem.what}; cách sửa: ${problem.mend}`;
}
