/** Which sheets and columns a kind of items has in Excel: made from its form, so that a new field needs nothing here. */
import type { Knowledge } from "../../../knowledge/index.ts";
import { type Field, type FormSpec, fieldsOf } from "../form/fields.ts";
import { specOf } from "../specs/index.ts";

export type ExcelKind = "procedure" | "faq";
export const EXCEL_KINDS: readonly ExcelKind[] = ["procedure", "faq"];

export const ID = "Mã";
export const NAME = "Tên (chỉ để xem)";
/** The number by which doubts name an entry. */
export const NUMBER = "Dòng số";
export const MARK = "Dấu bản (không sửa)";
export const LINE = "Nội dung";

/** Sheets that are there to be read, whatever the kind. */
export const GUIDE_SHEET = "Hướng dẫn";
export const CHOICES_SHEET = "Danh mục";

export type SheetLayout = {
  readonly name: string;
  /** `record`: a row is an item; `list`: an entry of it; `lines`: a sentence of it. */
  readonly shape: "record" | "list" | "lines";
  /** The list or the lines that it holds; "": the item itself. */
  readonly field: string;
  readonly fields: readonly Field[];
  /** Entries are numbered, and named by their number elsewhere. */
  readonly isNumbered: boolean;
  /** Before and after the fields' own columns. */
  readonly before: readonly string[];
  readonly after: readonly string[];
};

export type Layout = {
  readonly kind: ExcelKind;
  readonly spec: FormSpec;
  readonly sheets: readonly SheetLayout[];
};

const MAIN: Readonly<Record<ExcelKind, string>> = { procedure: "Thủ tục", faq: "Hỏi đáp" };

/** Parts with a sheet of their own. Other lists of sentences stand in one cell, one a line. */
const OWN: Readonly<Record<ExcelKind, Readonly<Record<string, string>>>> = {
  procedure: {
    documents: "Giấy tờ",
    fees: "Lệ phí",
    times: "Thời hạn",
    channels: "Cách nộp",
    steps: "Các bước",
    conditions: "Điều kiện",
    forms: "Biểu mẫu",
    doubts: "Điểm chưa chắc",
    changes: "Câu nói kèm",
    legal_basis: "Văn bản",
  },
  faq: { facts: "Trả lời", steps: "Cách làm", variants: "Cách hỏi" },
};

/** What the entries of a doubt may name (`knowledge/procedure.ts`). */
const NUMBERED: ReadonlySet<string> = new Set(["documents", "fees", "times", "forms"]);

export const mainSheet = (kind: ExcelKind): string => MAIN[kind];
export const isExcelKind = (kind: string): kind is ExcelKind => kind in MAIN;

export function layoutOf(kind: ExcelKind, knowledge: Knowledge): Layout {
  const spec = specOf(kind, knowledge);
  const fields = fieldsOf(spec);
  const own = OWN[kind];
  const main: SheetLayout = {
    name: MAIN[kind],
    shape: "record",
    field: "",
    fields: fields.filter(({ name }) => !(name in own)),
    isNumbered: false,
    before: [ID],
    after: [MARK],
  };
  const others = Object.entries(own).map(([name, sheet]): SheetLayout => {
    const field = fields.find((each) => each.name === name);
    if (field?.type !== "list" && field?.type !== "lines") throw new Error(`${kind} has no list ${name}`);
    const isNumbered = NUMBERED.has(name);
    const common = { name: sheet, field: name, isNumbered, before: [ID, NAME, ...(isNumbered ? [NUMBER] : [])] };
    return field.type === "list"
      ? { ...common, shape: "list", fields: field.fields, after: [] }
      : { ...common, shape: "lines", fields: [], after: [LINE] };
  });
  const left = main.fields.find(({ type }) => type === "list");
  if (left) throw new Error(`${kind} has no sheet for ${left.name}`);
  return { kind, spec, sheets: [main, ...others] };
}

export const headersOf = ({ before, fields, after }: SheetLayout): readonly string[] => [
  ...before,
  ...fields.map(({ label }) => label),
  ...after,
];

/** "Lệ phí 2": the second entry of `fees`, as a doubt names it. */
export function sayEntry(entry: string, { sheets }: Layout): string {
  const [list, number] = entry.split(".");
  const sheet = sheets.find(({ field, isNumbered }) => isNumbered && field === list);
  return sheet ? `${sheet.name} ${Number(number) + 1}` : entry;
}

/** True: this field of a list names entries of other lists. */
export const namesEntries = (sheet: SheetLayout, field: Field): boolean =>
  sheet.field === "doubts" && field.name === "entries";
