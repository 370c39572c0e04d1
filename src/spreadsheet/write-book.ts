/**
 * Writes a workbook for people to fill in: a bold header that stays in sight, columns as wide as what is in them, cells that
 * stay the text that is typed (a day is not turned into the machine's own idea of one), lists to choose from. Why by hand:
 * ADR 18.
 */
import { zip } from "./zip.ts";

export type OutCell = string | number | null;

export type OutColumn = {
  readonly header: string;
  /** Characters. */
  readonly width: number;
  /** Numbers are shown with dots; anything else is text, whatever is typed. */
  readonly isNumber?: boolean;
  /** Grey: to be read, not to be changed. */
  readonly isLocked?: boolean;
  /** What may be chosen: the column of that header in the sheet of that name. */
  readonly choices?: { readonly sheet: string; readonly header: string };
};

export type OutSheet = {
  readonly name: string;
  readonly columns: readonly OutColumn[];
  readonly rows: readonly (readonly OutCell[])[];
  /** How many columns stay in sight beside the header; absent: none. */
  readonly frozenColumns?: number;
};

/** Names of sheets must be at most 31 characters and differ. The same content makes the same bytes. */
export function writeBook(sheets: readonly OutSheet[]): Buffer {
  const parts: [string, string][] = [
    ["[Content_Types].xml", contentTypes(sheets.length)],
    ["_rels/.rels", RELATIONS],
    ["xl/workbook.xml", bookXml(sheets)],
    ["xl/_rels/workbook.xml.rels", bookRelations(sheets.length)],
    ["xl/styles.xml", STYLES],
    ...sheets.map((sheet, at): [string, string] => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, sheets)]),
  ];
  return zip(parts);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const contentTypes = (count: number): string =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${numbers(
    count,
  )
    .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`)
    .join("")}</Types>`;

const RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const bookXml = (sheets: readonly OutSheet[]): string =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`;

const bookRelations = (count: number): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${numbers(count)
    .map((n) => `<Relationship Id="rId${n}" Type="${REL}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
    .join("")}<Relationship Id="rId${count + 1}" Type="${REL}/styles" Target="styles.xml"/></Relationships>`;

/** By place in `STYLES`. */
const STYLE = { plain: 0, header: 1, text: 2, number: 3, locked: 4 } as const;

const ALIGN = '<alignment vertical="top" wrapText="1"/>';
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font><font><sz val="11"/><color rgb="FF6B6B6B"/><name val="Calibri"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F4E46"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF2F2EE"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="49" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1">${ALIGN}</xf><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1">${ALIGN}</xf><xf numFmtId="3" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" fontId="2" fillId="3" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${ALIGN}</xf></cellXfs></styleSheet>`;

function sheetXml({ columns, rows, frozenColumns = 0 }: OutSheet, sheets: readonly OutSheet[]): string {
  const styleOf = ({ isLocked, isNumber }: OutColumn) =>
    isLocked ? STYLE.locked : isNumber ? STYLE.number : STYLE.text;
  const corner = `${letters(frozenColumns)}2`;
  const pane =
    frozenColumns > 0
      ? `<pane xSplit="${frozenColumns}" ySplit="1" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="${corner}" sqref="${corner}"/>`
      : `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>`;
  const body = [
    rowXml(
      1,
      columns.map(({ header }) => header),
      columns.map(() => STYLE.header),
    ),
    ...rows.map((cells, at) => rowXml(at + 2, cells, columns.map(styleOf))),
  ];
  const last = `${letters(columns.length - 1)}${rows.length + 1}`;
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns
    .map(
      (column, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${column.width}" style="${styleOf(column)}" customWidth="1"/>`,
    )
    .join(
      "",
    )}</cols><sheetData>${body.join("")}</sheetData>${rows.length > 0 ? `<autoFilter ref="A1:${last}"/>` : ""}${validations(columns, sheets)}</worksheet>`;
}

const rowXml = (line: number, cells: readonly OutCell[], styles: readonly number[]): string =>
  `<row r="${line}">${cells.map((cell, at) => cellXml(`${letters(at)}${line}`, cell, styles[at] ?? STYLE.plain)).join("")}</row>`;

function cellXml(place: string, value: OutCell, style: number): string {
  if (value === null || value === "") return `<c r="${place}" s="${style}"/>`;
  if (typeof value === "number") return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** The last row of a sheet in Excel. */
const LAST_LINE = 1_048_576;

function validations(columns: readonly OutColumn[], sheets: readonly OutSheet[]): string {
  const found = columns.flatMap(({ choices }, at) => {
    const list = choices && sheets.find(({ name }) => name === choices.sheet);
    const column = list?.columns.findIndex(({ header }) => header === choices?.header) ?? -1;
    if (!choices || !list || column < 0) return [];
    const count = list.rows.filter((row) => row[column] !== null && row[column] !== undefined).length;
    const range = `'${list.name}'!$${letters(column)}$2:$${letters(column)}$${count + 1}`;
    // A warning only: a cell may hold several of them, one a line.
    return [
      `<dataValidation type="list" errorStyle="warning" allowBlank="1" sqref="${letters(at)}2:${letters(at)}${LAST_LINE}"><formula1>${escaped(range)}</formula1></dataValidation>`,
    ];
  });
  return found.length === 0 ? "" : `<dataValidations count="${found.length}">${found.join("")}</dataValidations>`;
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

/** 27 to `AB`. */
export function letters(column: number): string {
  const rest = column % 26;
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + rest);
}

/** Signs that XML cannot hold are spelt as Excel does; a text that looks so itself is kept apart. */
const escaped = (text: string): string =>
  text
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x")
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}_`,
    )
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
