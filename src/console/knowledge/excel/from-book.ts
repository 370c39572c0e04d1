/** What a filled-in file says of each item, as its form would have been sent, and where in the file each part stands. */
import type { FoundCell } from "../../../spreadsheet/index.ts";
import type { Field } from "../form/fields.ts";
import { readCell } from "./cells.ts";
import type { Fault, Place } from "./faults.ts";
import { ID, type Layout, LINE, MARK, NUMBER, namesEntries, type SheetLayout } from "./layout.ts";
import type { Table, TableRow } from "./sheets.ts";

export type FoundItem = {
  /** As it stands in the file: `moi-1` for a new one. */
  readonly id: string;
  readonly line: number;
  readonly mark: string;
  /** As `Form` takes it: `f.fees.0.amount`. */
  readonly body: Record<string, string | string[]>;
  /** By where in the item: `fees.0.amount`. */
  readonly places: Map<string, Place & { readonly text: string }>;
  readonly faults: Fault[];
};

/** As many entries as a form can have. */
const MOST_ENTRIES = 200;
const IS_NEW = /^(?:moi|mới)[-\s_]*\d{1,4}$/i;
export const isNewId = (id: string): boolean => IS_NEW.test(id);

export function itemsIn(
  tables: readonly Table[],
  layout: Layout,
): { items: readonly FoundItem[]; faults: readonly Fault[] } {
  const items = new Map<string, FoundItem>();
  const faults: Fault[] = [];
  for (const { sheet, rows } of tables) {
    for (const row of rows) {
      const id = idOf(row);
      const at: Place = { sheet: sheet.name, line: row.line, column: ID };
      if (id === "") faults.push({ ...at, id: null, what: "thiếu mã", mend: "chép mã của mục, hoặc xoá cả dòng" });
      else if (sheet.shape === "record") {
        const twice = items.get(id);
        if (twice) twice.faults.push({ ...at, id, what: `trùng mã với dòng ${twice.line}`, mend: "xoá bớt một dòng" });
        else items.set(id, begin(id, row, sheet));
      } else {
        const item = items.get(id);
        if (item && sheet.shape === "lines") putLine(item, row, sheet);
        else if (item) putEntry(item, row, sheet, layout);
        else
          faults.push({
            ...at,
            id: null,
            what: `mã “${id}” không có ở trang “${layout.sheets[0]?.name}”`,
            mend: "sửa mã cho đúng, hoặc xoá dòng này",
          });
      }
    }
  }
  for (const item of items.values()) finish(item, layout);
  return { items: [...items.values()], faults };
}

const idOf = (row: TableRow): string =>
  String(row.cell(ID)?.value ?? "")
    .normalize("NFC")
    .trim();

function begin(id: string, row: TableRow, sheet: SheetLayout): FoundItem {
  const mark = row.cell(MARK);
  const item: FoundItem = {
    id,
    line: row.line,
    mark: String(mark?.value ?? "").trim(),
    body: {},
    places: new Map(),
    faults: [],
  };
  item.places.set("", { sheet: sheet.name, line: row.line, column: null, text: "" });
  for (const field of sheet.fields) putCell(item, field, row.cell(field.label), field.name, sheet, row.line);
  return item;
}

function putEntry(item: FoundItem, row: TableRow, sheet: SheetLayout, layout: Layout): void {
  const count = Number(item.body[`f.${sheet.field}.so`] ?? 0);
  const path = `${sheet.field}.${count}`;
  item.places.set(path, { sheet: sheet.name, line: row.line, column: null, text: "" });
  item.body[`f.${sheet.field}.so`] = String(count + 1);
  if (sheet.isNumbered) putNumber(item, row, sheet, count);
  for (const field of sheet.fields) {
    const cell = row.cell(field.label);
    putCell(item, field, cell, `${path}.${field.name}`, sheet, row.line);
    if (namesEntries(sheet, field)) nameEntries(item, `${path}.${field.name}`, layout);
  }
}

function putCell(
  item: FoundItem,
  field: Field,
  cell: FoundCell | undefined,
  path: string,
  sheet: SheetLayout,
  line: number,
): void {
  const place = { sheet: sheet.name, line, column: field.label };
  item.places.set(path, { ...place, text: String(cell?.value ?? "") });
  const read = readCell(field, cell);
  if (read.kind === "wrong") item.faults.push({ ...place, id: item.id, what: read.what, mend: read.mend });
  else if (read.texts.length > 0) item.body[`f.${path}`] = [...read.texts];
}

/** A sentence a row; a cell of several lines is several sentences. */
function putLine(item: FoundItem, row: TableRow, sheet: SheetLayout): void {
  const field: Field = { type: "text", name: sheet.field, label: LINE };
  const known = item.body[`f.${sheet.field}`] === undefined ? [] : String(item.body[`f.${sheet.field}`]).split("\n");
  putCell(item, field, row.cell(LINE), sheet.field, sheet, row.line);
  const lines = String(item.body[`f.${sheet.field}`] ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const place = item.places.get(sheet.field)!;
  for (const [at] of lines.entries()) item.places.set(`${sheet.field}.${known.length + at}`, place);
  item.body[`f.${sheet.field}`] = [...known, ...lines].join("\n");
}

/** The row's own number, kept while the file is read: `#fees.2` stands at place 1. */
function putNumber(item: FoundItem, row: TableRow, sheet: SheetLayout, at: number): void {
  const cell = row.cell(NUMBER);
  const place = { sheet: sheet.name, line: row.line, column: NUMBER, id: item.id };
  const number = Number(cell?.value ?? "");
  if (cell === undefined || cell.value === "") return;
  const key = `#${sheet.field}.${number}`;
  if (cell.isFormula || !Number.isSafeInteger(number) || number < 1)
    item.faults.push({ ...place, what: "không phải số thứ tự", mend: "ghi 1, 2, 3…; dòng mới thì để trống" });
  else if (item.body[key] !== undefined)
    item.faults.push({ ...place, what: `hai dòng cùng số ${number}`, mend: "dòng mới để trống hoặc ghi số khác" });
  else item.body[key] = String(at);
}

/** "Lệ phí 2" to the place where that row stands now, `fees.0`. */
function nameEntries(item: FoundItem, path: string, layout: Layout): void {
  const place = item.places.get(path)!;
  const names = [item.body[`f.${path}`] ?? ""]
    .flat()
    .join("\n")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const found = names.flatMap((name) => {
    const [, words = "", number] = /^(.+?)\s*(\d{1,3})$/.exec(name.trim()) ?? [];
    const sheet = layout.sheets.find((each) => each.isNumbered && each.name.toLowerCase() === words.toLowerCase());
    const at = sheet && item.body[`#${sheet.field}.${number}`];
    if (sheet && at !== undefined) return [`${sheet.field}.${at}`];
    const { text: _, ...where } = place;
    const mend = "ghi như “Lệ phí 2” theo cột “Dòng số”, hoặc xoá chỗ này";
    item.faults.push({ ...where, id: item.id, what: `“${name}” không chỉ dòng nào của mục này`, mend });
    return [];
  });
  item.body[`f.${path}`] = found.join("\n");
}

function finish(item: FoundItem, { sheets }: Layout): void {
  for (const { field, name, shape } of sheets) {
    if (shape === "record") continue;
    const count =
      shape === "list"
        ? Number(item.body[`f.${field}.so`] ?? 0)
        : String(item.body[`f.${field}`] ?? "").split("\n").length;
    if (count <= MOST_ENTRIES) continue;
    item.faults.push({
      id: item.id,
      sheet: name,
      line: null,
      column: null,
      what: `mục “${item.id}” có hơn ${MOST_ENTRIES} dòng`,
      mend: "bớt lại hoặc chia ra",
    });
  }
  for (const key of Object.keys(item.body)) if (key.startsWith("#")) delete item.body[key];
}
