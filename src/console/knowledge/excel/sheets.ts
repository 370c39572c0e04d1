/** The sheets of a chosen file as tables with known headers, or everything that is wrong with them. */
import type { FoundCell, Sheet } from "../../../spreadsheet/index.ts";
import { type Fault, inFile } from "./faults.ts";
import {
  CHOICES_SHEET,
  EXCEL_KINDS,
  GUIDE_SHEET,
  headersOf,
  type Layout,
  mainSheet,
  type SheetLayout,
} from "./layout.ts";

export type TableRow = { readonly line: number; cell(header: string): FoundCell | undefined };
export type Table = { readonly sheet: SheetLayout; readonly rows: readonly TableRow[] };

export type Tables = {
  readonly tables: readonly Table[];
  readonly faults: readonly Fault[];
  /** Sheets of the officer's own, which nobody reads. */
  readonly ignored: readonly string[];
};

export function tablesOf(book: readonly Sheet[], layout: Layout): Tables {
  const byName = new Map(book.map((sheet) => [plain(sheet.name), sheet]));
  const wrongFile = notOurs(byName, layout);
  if (wrongFile) return { tables: [], faults: [wrongFile], ignored: [] };
  const faults: Fault[] = [];
  const tables = layout.sheets.flatMap((sheet): Table[] => {
    const found = byName.get(plain(sheet.name));
    if (!found) {
      faults.push(
        inFile(sheet.name, "thiếu trang này", "xuất lại tệp rồi chép phần đã sửa sang; trang trống thì vẫn để trang"),
      );
      return [];
    }
    const joined = found.merged.map((range) =>
      inFile(sheet.name, `có ô gộp ở ${range}`, "bỏ gộp ô (Unmerge) rồi ghi đủ từng ô", lineOf(range)),
    );
    const columns = columnsOf(found, sheet);
    faults.push(...joined, ...columns.faults);
    return [{ sheet, rows: rowsOf(found, columns.at) }];
  });
  const known = new Set([...layout.sheets.map(({ name }) => name), GUIDE_SHEET, CHOICES_SHEET].map(plain));
  return { tables, faults, ignored: book.map(({ name }) => name).filter((name) => !known.has(plain(name))) };
}

function notOurs(byName: ReadonlyMap<string, Sheet>, { kind, sheets }: Layout): Fault | null {
  if (sheets.some(({ name, shape }) => shape === "record" && byName.has(plain(name)))) return null;
  const other = EXCEL_KINDS.find((each) => each !== kind && byName.has(plain(mainSheet(each))));
  const main = mainSheet(kind);
  if (other) return inFile(main, `đây là tệp “${mainSheet(other)}”`, `nhập tệp này ở mục “${mainSheet(other)}”`);
  return inFile(main, "tệp này không phải tệp xuất từ trang này", "bấm “Xuất Excel”, sửa trong tệp đó rồi nhập lại");
}

function columnsOf({ rows }: Sheet, sheet: SheetLayout): { at: ReadonlyMap<string, number>; faults: Fault[] } {
  const head = rows[0]?.line === 1 ? rows[0].cells : [];
  const wanted = new Map(headersOf(sheet).map((header) => [plain(header), header]));
  const at = new Map<string, number>();
  const faults: Fault[] = [];
  const put = (header: string, what: string, mend: string) =>
    faults.push({ ...inFile(sheet.name, what, mend, 1), column: header });
  for (const { column, value } of head) {
    const said = String(value);
    const header = wanted.get(plain(said));
    if (header === undefined) put(said, "cột lạ", "xoá cột này hoặc đặt lại đúng tên như lúc xuất");
    else if (at.has(header)) put(header, "có hai cột cùng tên", "xoá bớt một cột");
    else at.set(header, column);
  }
  for (const header of wanted.values())
    if (!at.has(header)) put(header, "thiếu cột này", "đặt lại dòng tiêu đề (dòng 1) như lúc xuất");
  return { at, faults };
}

const rowsOf = ({ rows }: Sheet, at: ReadonlyMap<string, number>): TableRow[] =>
  rows
    .filter(({ line }) => line > 1)
    .map(({ line, cells }): TableRow => {
      return { line, cell: (header) => cells.find(({ column }) => column === at.get(header)) };
    })
    .filter(({ cell }) => [...at.keys()].some((header) => cell(header) !== undefined));

const lineOf = (range: string): number | null => Number(/\d+/.exec(range)?.[0]) || null;
const plain = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
