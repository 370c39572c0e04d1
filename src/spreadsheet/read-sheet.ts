/** The rows of one sheet as the file has them: which cell stands where, what is in it, whether a formula made it. */
import type { Readable } from "node:stream";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { openArchive } from "./archive.ts";
import { readShared, readXml } from "./read-xml.ts";
import { asUnreadable, unreadable } from "./unreadable.ts";

export type FoundCell = {
  /** From 0: column A. */
  readonly column: number;
  /** A number stays one; of a formula what Excel last worked out; an error such as `#REF!` is no value. */
  readonly value: string | number | boolean;
  readonly isFormula: boolean;
  /** `#REF!`. */
  readonly isError: boolean;
};
/** `line`: as the spreadsheet numbers it, from 1. Cells with nothing in them are left out. */
export type FoundRow = { readonly line: number; readonly cells: readonly FoundCell[] };

export type SheetLimits = { readonly columns: number; readonly cell: number };

/** Of one part, unpacked: what a register of some hundred thousand rows takes. */
const MOST_UNPACKED = 400 * 1024 * 1024;

/**
 * The rows of the first sheet, bit by bit: memory does not grow with the file. Throws `Invalid` with a Vietnamese message
 * when the file is no readable .xlsx.
 */
export async function* readFirstSheet(path: string, limits: SheetLimits): AsyncGenerator<FoundRow> {
  let archive: Awaited<ReturnType<typeof openArchive>> | null = null;
  try {
    archive = await openArchive(path, MOST_UNPACKED);
    const shared = archive.has(SHARED) ? await readShared(await archive.open(SHARED), limits.cell) : [];
    const sheet = firstSheet(archive.names);
    if (sheet === null) throw unreadable("Không thấy trang tính nào trong tệp. Lưu lại kiểu .xlsx rồi nhập lại.");
    yield* readRows(await archive.open(sheet), shared, limits);
  } catch (error) {
    throw asUnreadable(error);
  } finally {
    archive?.close();
  }
}

export const SHARED = "xl/sharedStrings.xml";

/** Sheets are numbered in the order in which they were made; the first is the lowest number. */
function firstSheet(names: readonly string[]): string | null {
  const sheets = names.filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  return sheets.sort((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))[0] ?? null;
}

/** `onMerged`: is told each block of joined cells (`A2:B3`). */
export async function* readRows(
  stream: Readable,
  shared: readonly string[],
  limits: SheetLimits,
  onMerged: (range: string) => void = () => {},
): AsyncGenerator<FoundRow> {
  let rows: FoundRow[] = [];
  let cells: FoundCell[] = [];
  let line = 0;
  let column = 0;
  let type = "";
  let value = "";
  let isFormula = false;
  let inValue = false;
  const parser = new SaxesParser();
  parser.on("opentag", (tag: SaxesTagPlain) => {
    if (tag.name === "row") {
      cells = [];
      column = -1;
      line = Number(tag.attributes.r ?? line + 1);
    } else if (tag.name === "c") {
      column = tag.attributes.r === undefined ? column + 1 : columnOf(tag.attributes.r);
      if (column >= limits.columns) throw unreadable(`Dòng ${line} có hơn ${limits.columns} cột.`);
      type = tag.attributes.t ?? "n";
      value = "";
      isFormula = false;
    } else if (tag.name === "f") isFormula = true;
    else if (tag.name === "v" || tag.name === "t") inValue = true;
    else if (tag.name === "mergeCell") onMerged(tag.attributes.ref ?? "");
  });
  parser.on("text", (part) => {
    if (inValue && value.length < limits.cell) value += part;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "v" || name === "t") inValue = false;
    else if (name === "c") {
      const said = valueIn(type, value, shared);
      if (said !== "" || isFormula || type === "e")
        cells.push({ column, value: said, isFormula, isError: type === "e" });
    } else if (name === "row" && cells.length > 0) rows.push({ line, cells });
  });
  yield* readXml(stream, parser, () => {
    const ready = rows;
    rows = [];
    return ready;
  });
}

function valueIn(type: string, value: string, shared: readonly string[]): string | number | boolean {
  if (type === "s") return spelt(shared[Number(value)] ?? "").trim();
  if (type === "n" && value !== "" && Number.isFinite(Number(value))) return Number(value);
  if (type === "b") return value === "1";
  return type === "e" ? "" : spelt(value).trim();
}

/** Signs that XML cannot hold stand as `_x000D_`. */
const spelt = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** `AB12` to 27. */
function columnOf(place: string): number {
  let n = 0;
  for (const letter of /^[A-Z]{1,4}/.exec(place)?.[0] ?? "") n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}
