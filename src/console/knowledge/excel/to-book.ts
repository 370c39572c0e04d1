/** Items as an Excel file that can be filled in and read back. */
import { type OutCell, type OutColumn, type OutSheet, writeBook } from "../../../spreadsheet/index.ts";
import type { Field } from "../form/fields.ts";
import { titleOf } from "../kinds.ts";
import { cellOf, optionsOf, YES } from "./cells.ts";
import { guideSheet } from "./guide.ts";
import { CHOICES_SHEET, headersOf, type Layout, namesEntries, type SheetLayout, sayEntry } from "./layout.ts";
import { markOf } from "./mark.ts";

type RecordOf = Record<string, unknown>;

/** @param items by id. @param made "25/11/2026, 09:30". */
export function bookOf(layout: Layout, items: ReadonlyMap<string, unknown>, made: string): Buffer {
  const sheets = layout.sheets.map((sheet): OutSheet => {
    const rows = [...items].flatMap(([id, content]) => rowsOf(layout, sheet, id, content as RecordOf));
    return { name: sheet.name, columns: columnsOf(sheet, rows), rows, frozenColumns: 1 };
  });
  return writeBook([guideSheet(layout, items.size, made), ...sheets, choicesSheet(layout)]);
}

function rowsOf(layout: Layout, sheet: SheetLayout, id: string, content: RecordOf): OutCell[][] {
  if (sheet.shape === "record") {
    const cells = sheet.fields.map((field) => cellOf(field, content[field.name]));
    return [[id, ...cells, markOf(layout.spec, content)]];
  }
  const name = titleOf(layout.kind, content);
  const values = (content[sheet.field] ?? []) as unknown[];
  if (sheet.shape === "lines") return values.map((line) => [id, name, String(line)]);
  return (values as RecordOf[]).map((entry, at) => [
    id,
    name,
    ...(sheet.isNumbered ? [at + 1] : []),
    ...sheet.fields.map((field) =>
      namesEntries(sheet, field)
        ? ((entry[field.name] ?? []) as string[]).map((each) => sayEntry(each, layout)).join("\n") || null
        : cellOf(field, entry[field.name]),
    ),
  ]);
}

const [NARROWEST, WIDEST] = [9, 55];

function columnsOf(sheet: SheetLayout, rows: readonly (readonly OutCell[])[]): OutColumn[] {
  const first = sheet.before.length;
  return headersOf(sheet).map((header, at): OutColumn => {
    const field = sheet.fields[at - first];
    return {
      header,
      width: widthOf(
        header,
        rows.map((row) => row[at] ?? null),
      ),
      ...(field?.type === "number" ? { isNumber: true } : {}),
      ...(field === undefined && (at < first || sheet.shape === "record") ? { isLocked: true } : {}),
      ...(field && optionsIn(field).length > 0 ? { choices: { sheet: CHOICES_SHEET, header: field.label } } : {}),
    };
  });
}

/** Wide enough for nine of ten cells; the rest goes on in a second line. */
function widthOf(header: string, cells: readonly OutCell[]): number {
  const lengths = cells
    .filter((cell) => cell !== null)
    .map((cell) =>
      Math.max(
        ...String(cell)
          .split("\n")
          .map((line) => line.length),
      ),
    )
    .sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return Math.min(WIDEST, Math.max(NARROWEST, Math.min(header.length, 24) + 3, usual + 2));
}

const optionsIn = (field: Field): readonly string[] =>
  field.type === "flag" ? [YES] : optionsOf(field).map(({ name }) => name);

/** What may be chosen, a column for each field. */
function choicesSheet({ sheets }: Layout): OutSheet {
  const lists = new Map(
    sheets
      .flatMap(({ fields }) => fields.map((field) => [field.label, optionsIn(field)] as const))
      .filter(([, names]) => names.length > 0),
  );
  const longest = Math.max(0, ...[...lists.values()].map(({ length }) => length));
  const rows = Array.from({ length: longest }, (_, at) => [...lists.values()].map((names) => names[at] ?? null));
  const columns = [...lists].map(([header, names]) => ({ header, width: widthOf(header, names), isLocked: true }));
  return { name: CHOICES_SHEET, columns, rows };
}
