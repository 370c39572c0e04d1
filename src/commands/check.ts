/**
 * `npm run check`: reads every data file and says all that is wrong, with file, line and how to mend it.
 * `npm run check -- --coverage` adds the coverage table, `-- --to-fill` the list of what only the centre can say. Ends with 1 when there is an error, 0 otherwise.
 */
import { fileURLToPath } from "node:url";
import { calendarSchema } from "../calendar/index.ts";
import {
  type CoverageRow,
  coverage,
  type Knowledge,
  loadKnowledge,
  type Problem,
  problemText,
  toFill,
} from "../knowledge/index.ts";
import { localDay } from "./local-day.ts";

export interface CheckOptions {
  readonly dataDir: string;
  readonly intentsDir: string;
  /** The local day, `yyyy-mm-dd`. */
  readonly today: string;
  readonly coverage: boolean;
  readonly toFill?: boolean;
  readonly print: (line: string) => void;
}

/** Returns the exit code. */
export async function check(options: CheckOptions): Promise<number> {
  const { knowledge, problems } = await loadKnowledge(options.dataDir, options.intentsDir, options.today, [
    { name: "calendar.yaml", schema: calendarSchema },
  ]);
  const errors = problems.filter((problem) => problem.level === "error");
  const warnings = problems.filter((problem) => problem.level === "warning");
  printProblems("LỖI", errors, options.print);
  printProblems("NÊN XEM", warnings, options.print);
  if (knowledge) options.print(summary(knowledge));
  options.print(
    errors.length === 0 ? `Không có lỗi; ${warnings.length} điều nên xem.` : `${errors.length} lỗi phải sửa.`,
  );
  if (options.coverage && knowledge) for (const line of table(coverage(knowledge, options.today))) options.print(line);
  if (options.toFill && knowledge) {
    const gaps = toFill(knowledge);
    options.print(`Hỏi trung tâm ${gaps.length} điều (chưa điền thì trợ lý không nói, chỉ mời hỏi quầy):`);
    for (const gap of gaps) options.print(`- ${gap}`);
  }
  return errors.length === 0 ? 0 : 1;
}

function printProblems(title: string, problems: readonly Problem[], print: (line: string) => void): void {
  for (const problem of problems) print(`${title}: ${problemText(problem)}`);
}

function summary({ procedures, topics, faqs, version }: Knowledge): string {
  return `${procedures.size} thủ tục, ${topics.size} chủ đề, ${faqs.size} câu hỏi thường gặp; phiên bản ${version}.`;
}

function table(rows: readonly CoverageRow[]): string[] {
  const head = ["Lĩnh vực", "Thủ tục", "Chắc", "Vừa", "Thấp", "Chưa biết", "Chưa chắc", "Tới hạn xem"];
  const cells = (row: CoverageRow) => [
    row.field,
    ...[row.records, row.high, row.medium, row.low, row.unknownFacts, row.doubtful, row.dueForReview].map(String),
  ];
  const sum = (key: Exclude<keyof CoverageRow, "field">) => rows.reduce((total, row) => total + row[key], 0);
  const keys = ["records", "high", "medium", "low", "unknownFacts", "doubtful", "dueForReview"] as const;
  const lines = [head, ...rows.map(cells), ["Tất cả", ...keys.map((key) => String(sum(key)))]];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines.map((line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join("  "),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await check({
    dataDir: "procedures-data",
    intentsDir: "intents",
    today: localDay(Date.now()),
    coverage: process.argv.includes("--coverage"),
    toFill: process.argv.includes("--to-fill"),
    print: (line) => console.log(line),
  });
}
