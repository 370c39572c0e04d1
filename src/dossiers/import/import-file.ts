/**
 * Imports a file of dossiers: reads it bit by bit, checks every row, keeps good rows aside, and makes them dossiers all
 * at once at the end. One wrong row and nothing is taken, unless the officer says to take the good ones.
 */
import type { DossierRecord } from "../dossier.ts";
import type { Pseudonym } from "../phone-key.ts";
import { type Field, guessColumns, headersKey, type Mapping, namedColumns, nameOfField } from "./columns.ts";
import { type RowProblem, readRow } from "./read-row.ts";
import { LIMITS, type Row, unusable } from "./rows.ts";
import { createSeenCodes } from "./seen-codes.ts";
import { readTable } from "./table.ts";

/** What an import asks of a store; in storage/. */
export interface ImportStore {
  /** Keeps rows aside, durable, not to be seen by anybody yet. */
  stage(importId: string, rows: readonly { readonly line: number; readonly record: DossierRecord }[]): Promise<void>;
  /** Makes all of them dossiers in one transaction. Fields that a row leaves empty stay as they are known. */
  commit(importId: string, now: number): Promise<void>;
  discard(importId: string): Promise<void>;
  mappingOf(headers: string): Promise<Mapping | null>;
  rememberMapping(headers: string, mapping: Mapping, now: number): Promise<void>;
}

export type ImportOptions = {
  readonly path: string;
  readonly store: ImportStore;
  readonly pseudonym: Pseudonym;
  readonly now: () => number;
  readonly importId: string;
  /** Checks only: nothing is kept. */
  readonly dryRun: boolean;
  readonly takeGoodRows: boolean;
  /** Columns that the officer named: field to header. */
  readonly columns: ReadonlyMap<Field, string>;
  readonly onProgress?: (rows: number) => void;
};

export type ImportReport = {
  readonly outcome: "taken" | "refused" | "checked";
  readonly rows: number;
  readonly good: number;
  readonly wrong: number;
  /** The first of them, in order. */
  readonly problems: readonly RowProblem[];
  readonly mapping: Mapping;
  readonly headers: readonly string[];
};

const HEADER_WITHIN = 30;
const MOST_PROBLEMS = 1_000;
const ROWS_A_COMMIT = 2_000;
const TOO_MANY = `Tệp có hơn ${LIMITS.rows.toLocaleString("vi-VN")} dòng nên chưa nhập dòng nào. Xin chia thành nhiều tệp (theo năm hay theo đơn vị), tệp nào cũng có dòng tiêu đề, rồi nhập lần lượt.`;
/** So many rows without a single code: rather a wrong column than wrong rows. */
const HOPELESS = 200;

/** Throws `Invalid` with a Vietnamese message when the file as a whole cannot be used, and then keeps nothing. */
export async function importFile(options: ImportOptions): Promise<ImportReport> {
  const { store, importId, dryRun } = options;
  const rows = readTable(options.path);
  try {
    const { mapping, headers } = await findHeader(rows, options);
    const counts = await stageRows(rows, mapping, options);
    const take = !dryRun && counts.good > 0 && (counts.wrong === 0 || options.takeGoodRows);
    if (take) {
      await store.commit(importId, options.now());
      await store.rememberMapping(headersKey(headers), mapping, options.now());
    }
    return { ...counts, mapping, headers, outcome: dryRun ? "checked" : take ? "taken" : "refused" };
  } finally {
    if (!dryRun) await store.discard(importId);
    await rows.return(undefined);
  }
}

async function stageRows(rows: AsyncGenerator<Row>, mapping: Mapping, options: ImportOptions) {
  const { store, importId, pseudonym, dryRun } = options;
  const seen = createSeenCodes();
  const problems: RowProblem[] = [];
  const counts = { rows: 0, good: 0, wrong: 0, problems };
  let batch: { line: number; record: DossierRecord }[] = [];
  const flush = async () => {
    if (!dryRun && batch.length > 0) await store.stage(importId, batch);
    batch = [];
    options.onProgress?.(counts.rows);
    // Lets the rest of the program, should there be one, have its turn.
    await new Promise((resolve) => setImmediate(resolve));
  };
  for await (const row of rows) {
    counts.rows += 1;
    if (counts.rows > LIMITS.rows) throw unusable(TOO_MANY);
    const reading = readRow(row, mapping, pseudonym);
    const before = reading.kind === "record" ? seen.lineBefore(reading.record.code, row.line) : undefined;
    if (reading.kind === "record" && before === undefined) {
      counts.good += 1;
      batch.push({ line: row.line, record: reading.record });
    } else {
      counts.wrong += 1;
      const found: readonly RowProblem[] =
        reading.kind === "wrong"
          ? reading.problems
          : [{ line: row.line, field: "code", reason: `trùng mã với dòng ${before}` }];
      problems.push(...found.slice(0, MOST_PROBLEMS - problems.length));
    }
    if (
      counts.rows === HOPELESS &&
      counts.good === 0 &&
      problems.every(({ field }) => field === "code" || field === "status")
    ) {
      throw unusable(
        `${HOPELESS} dòng đầu không dòng nào đọc được mã hoặc trạng thái. Có lẽ nhầm cột: dùng --column ma-ho-so="Tên cột".`,
      );
    }
    if (counts.rows % ROWS_A_COMMIT === 0) await flush();
  }
  await flush();
  return counts;
}

/** Titles may stand above the header; what the officer named or chose before goes before guessing. */
async function findHeader(rows: AsyncGenerator<Row>, options: ImportOptions) {
  for (let i = 0; i < HEADER_WITHIN; i++) {
    const next = await rows.next();
    if (next.done) break;
    const { cells } = next.value;
    const headers = cells.map(String);
    const named = options.columns.size > 0 ? namedColumns(cells, options.columns) : null;
    const guessed = guessColumns(cells);
    const rest = guessed.kind === "mapping" ? guessed.mapping : {};
    const known = named === null ? await options.store.mappingOf(headersKey(cells)) : null;
    const mapping = { ...rest, ...known, ...named };
    if (mapping.code !== undefined && mapping.status !== undefined) return { mapping, headers };
    if (guessed.kind === "ambiguous" && named === null) {
      const field = nameOfField(guessed.field);
      const said = guessed.headers.map((header) => `“${header}”`).join(", ");
      throw unusable(`Có nhiều cột có thể là ${field}: ${said}. Chọn một: --column ${field}="${guessed.headers[0]}".`);
    }
  }
  throw unusable(
    'Không thấy dòng tiêu đề có cột mã hồ sơ và cột trạng thái. Chỉ tên cột: --column ma-ho-so="…" --column trang-thai="…".',
  );
}
