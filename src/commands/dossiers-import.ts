/**
 * `npm run dossiers:import -- FILE`: takes a CSV or Excel file of dossiers into the register. `--dry-run` only checks,
 * `--take-good-rows` takes the good rows of a file with wrong ones, `--column trang-thai="Tình trạng"` names a column.
 */
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { FIELDS, type Field, nameOfField } from "../dossiers/import/columns.ts";
import { type ImportReport, importFile } from "../dossiers/import/import-file.ts";
import { problemText } from "../dossiers/import/read-row.ts";
import { createSealer } from "../secrets/seal.ts";
import { createImportStore } from "../storage/dossier-import.ts";
import { migrate } from "../storage/migrate.ts";
import { openDatabase, shownDatabase } from "../storage/open-database.ts";
import { fail, readDotEnv } from "./command.ts";

const USAGE = `Cách dùng: npm run dossiers:import -- TỆP [--dry-run] [--take-good-rows] [--column TRƯỜNG="Tên cột"]
TRƯỜNG là một trong: ${Object.keys(FIELDS).join(", ")}`;

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean", default: false },
      "take-good-rows": { type: "boolean", default: false },
      column: { type: "string", multiple: true, default: [] },
    },
  });
  const path = positionals[0];
  const columns = readColumns(values.column);
  if (path === undefined || positionals.length > 1 || columns === null) {
    console.error(USAGE);
    return 2;
  }
  readDotEnv();
  const config = readConfig(process.env);
  const database = await openDatabase(config.databaseUrl);
  try {
    await database.write(migrate);
    const report = await importFile({
      path,
      store: createImportStore(database),
      pseudonym: createSealer(config.dataKey ?? (await demoKey(config.dataFolder))).pseudonym,
      now: Date.now,
      importId: `${new Date().toISOString()} ${randomUUID()}`,
      dryRun: values["dry-run"],
      takeGoodRows: values["take-good-rows"],
      columns,
      onProgress: progress,
    });
    for (const line of reportLines(report)) console.log(line);
    console.log(`Kho dữ liệu: ${shownDatabase(config.databaseUrl)}`);
    return report.outcome === "refused" || (report.outcome === "checked" && report.wrong > 0) ? 1 : 0;
  } finally {
    await database.close();
  }
}

/** The simulator comes along with it, so only where there are no settings. */
const demoKey = async (dataFolder: string) => (await import("../start/demo.ts")).demoDataKey(dataFolder);

/** Every 10,000 rows, on a line of its own: a log file is as readable as a screen. */
function progress(rows: number): void {
  if (rows > 0 && rows % 10_000 === 0) console.log(`… đã đọc ${rows.toLocaleString("vi-VN")} dòng`);
}

function reportLines({ outcome, rows, good, wrong, problems, mapping, headers }: ImportReport): string[] {
  const columns = (Object.entries(mapping) as [Field, number][]).map(
    ([field, place]) => `  ${nameOfField(field)}: cột “${headers[place] ?? place + 1}”`,
  );
  const many = (n: number) => n.toLocaleString("vi-VN");
  return [
    "Các cột đã hiểu:",
    ...columns,
    ...problems.map((problem) => problemText(problem)),
    ...(problems.length >= 1_000 ? ["… còn lỗi nữa, chỉ ghi 1.000 lỗi đầu."] : []),
    `Đọc ${many(rows)} dòng: ${many(good)} dòng đúng, ${many(wrong)} dòng sai.`,
    {
      taken: wrong === 0 ? "Đã nhập tất cả." : `Đã nhập ${many(good)} dòng đúng, bỏ ${many(wrong)} dòng sai.`,
      refused:
        good === 0
          ? "CHƯA NHẬP dòng nào: không có dòng đúng."
          : "CHƯA NHẬP dòng nào. Sửa các dòng sai rồi nhập lại, hoặc thêm --take-good-rows để chỉ lấy dòng đúng.",
      checked: "Mới kiểm tra, chưa nhập gì.",
    }[outcome],
  ];
}

/** `trang-thai=Tình trạng`; null when one is written wrongly. */
function readColumns(given: readonly string[]): Map<Field, string> | null {
  const columns = new Map<Field, string>();
  for (const one of given) {
    const [, name = "", header = ""] = /^([a-z-]+)=(.+)$/.exec(one) ?? [];
    if (!Object.hasOwn(FIELDS, name)) return null;
    columns.set(FIELDS[name as keyof typeof FIELDS], header);
  }
  return columns;
}

run().then((code) => {
  process.exitCode = code;
}, fail);
