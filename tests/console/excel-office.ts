/** An officer with a spreadsheet: opens an exported file as tables, changes cells, saves it, and has it looked at. */

import { blankFaq } from "../../src/console/knowledge/edit-routes.ts";
import { type ExcelKind, layoutOf, MARK, mainSheet } from "../../src/console/knowledge/excel/layout.ts";
import { type Plan, type PlanSource, planOf } from "../../src/console/knowledge/excel/plan.ts";
import { bookOf } from "../../src/console/knowledge/excel/to-book.ts";
import { itemsOf } from "../../src/console/knowledge/kinds.ts";
import { maskPersonalNumbers } from "../../src/intake/privacy.ts";
import { readBook } from "../../src/spreadsheet/index.ts";
import { realKnowledge } from "../conversation/real-knowledge.ts";
import { zip } from "../dossiers/tiny-xlsx.ts";

export type Edited = Record<string, unknown> & {
  readonly fees?: Record<string, unknown>[];
  readonly steps?: string[];
  readonly doubts?: unknown[];
};
/** By sheet: its rows, each by header. A value is a text, a number, a box, or `{ formula }`. */
export type Sheets = Record<string, Record<string, unknown>[]>;

export const LAYOUTS = {
  procedure: layoutOf("procedure", realKnowledge),
  faq: layoutOf("faq", realKnowledge),
} as const;

export const contentsOfKind = (kind: ExcelKind): ReadonlyMap<string, unknown> => itemsOf(kind, realKnowledge);

/** By sheet: its headers, in order. */
export type Headers = Record<string, string[]>;

/** Everything exported, changed and saved as a spreadsheet program would: shared texts, its own numbering of parts. */
export async function edited(
  kind: ExcelKind,
  change: (sheets: Sheets, headers: Headers) => void,
  merged?: string,
): Promise<Buffer> {
  const { sheets, headers } = await opened(exportedBook(kind));
  change(sheets, headers);
  return saved(sheets, headers, merged === undefined ? {} : { [mainSheet(kind)]: merged });
}

/** The file of one record with another content, under the mark of what it was. */
export async function rebuilt(kind: ExcelKind, id: string, content: unknown): Promise<Buffer> {
  const markOf = ({ sheets }: { sheets: Sheets }) => sheets[mainSheet(kind)]![0]![MARK];
  const before = await opened(bookOf(LAYOUTS[kind], new Map([[id, contentsOfKind(kind).get(id)]]), ""));
  const after = await opened(bookOf(LAYOUTS[kind], new Map([[id, content]]), ""));
  after.sheets[mainSheet(kind)]![0]![MARK] = markOf(before);
  return saved(after.sheets, after.headers);
}

const exports = new Map<ExcelKind, Buffer>();
const exportedBook = (kind: ExcelKind): Buffer => {
  const file = exports.get(kind) ?? bookOf(LAYOUTS[kind], contentsOfKind(kind), "25/11/2026, 09:00");
  exports.set(kind, file);
  return file;
};

export async function opened(file: Buffer): Promise<{ sheets: Sheets; headers: Headers }> {
  const headers: Headers = {};
  const sheets: Sheets = {};
  for (const { name, rows } of await readBook(file)) {
    const names = rows[0]?.cells.map(({ value }) => String(value)) ?? [];
    headers[name] = names;
    sheets[name] = rows
      .slice(1)
      .map(({ cells }) => Object.fromEntries(cells.map(({ column, value }) => [names[column], value])));
  }
  return { sheets, headers };
}

export function planFrom(
  kind: ExcelKind,
  file: Buffer | Promise<Buffer>,
  more: Partial<PlanSource> = {},
): Promise<Plan> {
  let made = 0;
  return Promise.resolve(file)
    .then(readBook)
    .then((book) =>
      planOf(book, {
        kind,
        knowledge: realKnowledge,
        known: contentsOfKind(kind),
        drafts: new Map(),
        blank: kind === "faq" ? () => ({ id: `cau_hoi_${++made}`, ...blankFaq("2026-11-25") }) : null,
        check: async () => [],
        holdsCitizenId: (text) => maskPersonalNumbers(text).sawCitizenId,
        ...more,
      }),
    );
}

const xml = (text: string) => text.replace(/[&<>"\u000b\u000c]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

export function saved(sheets: Sheets, headers: Headers, merged: Record<string, string> = {}): Buffer {
  const shared: string[] = [];
  const cell = (value: unknown, place: string): string => {
    if (value === undefined || value === null) return "";
    if (typeof value === "number") return `<c r="${place}"><v>${value}</v></c>`;
    if (typeof value === "boolean") return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
    if (typeof value === "object")
      return `<c r="${place}"><f>${(value as { formula: string }).formula}</f><v>2</v></c>`;
    shared.push(String(value));
    return `<c r="${place}" t="s"><v>${shared.length - 1}</v></c>`;
  };
  const names = Object.keys(sheets);
  const parts = names.map((name, at) => {
    const used = headers[name] ?? [];
    const rows = [used, ...sheets[name]!.map((cells) => used.map((header) => cells[header]))];
    const body = rows.map(
      (cells, line) =>
        `<row r="${line + 1}">${cells.map((value, column) => cell(value, `${letters(column)}${line + 1}`)).join("")}</row>`,
    );
    const joined = merged[name] ? `<mergeCells count="1"><mergeCell ref="${merged[name]}"/></mergeCells>` : "";
    return [
      `xl/worksheets/sheet${at + 7}.xml`,
      `<worksheet><sheetData>${body.join("")}</sheetData>${joined}</worksheet>`,
    ] as const;
  });
  return zip({
    "xl/workbook.xml": `<workbook><sheets>${names.map((name, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="r${at}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names.map((_, at) => `<Relationship Id="r${at}" Target="/xl/worksheets/sheet${at + 7}.xml"/>`).join("")}</Relationships>`,
    "xl/sharedStrings.xml": `<sst>${shared.map((text) => `<si><t xml:space="preserve">${xml(text)}</t></si>`).join("")}</sst>`,
    ...Object.fromEntries(parts),
  });
}
