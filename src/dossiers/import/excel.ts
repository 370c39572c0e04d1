/**
 * The first sheet of an Excel file (.xlsx, ECMA-376), row by row. Two small libraries do the two hard parts, the archive
 * and the XML; what is left is which cell stands where. Bounds stand before everything that unpacks (ADR 13).
 */
import type { Readable } from "node:stream";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import yauzl from "yauzl";
import { type Cell, LIMITS, type Row, unusable } from "./rows.ts";

const MOST_ENTRIES = 2_000;
/** Unpacked bytes of one part, and how much smaller than that it may have been packed. */
const MOST_UNPACKED = 400 * 1024 * 1024;
const MOST_RATIO = 300;
const MOST_SHARED_TEXT = 100 * 1024 * 1024;

const BROKEN = "Tệp Excel hỏng, không đọc được. Mở bằng Excel rồi lưu lại kiểu .xlsx.";

export async function* readExcel(path: string): AsyncGenerator<Row> {
  let archive: Awaited<ReturnType<typeof openArchive>> | null = null;
  try {
    archive = await openArchive(path);
    const shared = archive.has("xl/sharedStrings.xml")
      ? await readShared(await archive.open("xl/sharedStrings.xml"))
      : [];
    const sheet = archive.firstSheet();
    if (sheet === null) throw unusable("Không thấy trang tính nào trong tệp. Lưu lại kiểu .xlsx rồi nhập lại.");
    yield* readSheet(await archive.open(sheet), shared);
  } catch (error) {
    throw (error as { kind?: unknown }).kind === "invalid" ? error : unusable(BROKEN, error);
  } finally {
    archive?.close();
  }
}

async function openArchive(path: string) {
  const zip = await yauzl.openPromise(path, { autoClose: false, validateEntrySizes: true });
  const entries = new Map<string, yauzl.Entry>();
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, entry);
    if (entries.size > MOST_ENTRIES) throw unusable("Tệp Excel có quá nhiều thành phần, không đọc.");
  }
  return {
    has: (name: string) => entries.has(name),
    /** Sheets are numbered in the order in which they were made; the first is the lowest number. */
    firstSheet(): string | null {
      const sheets = [...entries.keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
      return sheets.sort((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))[0] ?? null;
    },
    async open(name: string): Promise<Readable> {
      const entry = entries.get(name)!;
      const { uncompressedSize, compressedSize } = entry;
      if (uncompressedSize > MOST_UNPACKED || uncompressedSize > 1024 * 1024 + compressedSize * MOST_RATIO) {
        throw unusable("Tệp Excel bung ra quá lớn so với cỡ của nó, không đọc.");
      }
      return zip.openReadStreamPromise(entry);
    },
    close: () => zip.close(),
  };
}

/** The texts that cells refer to by number. */
async function readShared(stream: Readable): Promise<string[]> {
  const texts: string[] = [];
  let text = "";
  let inText = false;
  let size = 0;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    if (name === "si") text = "";
    inText = name === "t";
  });
  parser.on("text", (part) => {
    if (inText) text += part;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "t") inText = false;
    if (name !== "si") return;
    size += text.length;
    if (size > MOST_SHARED_TEXT) throw unusable("Tệp Excel có quá nhiều chữ, không đọc.");
    texts.push(text.slice(0, LIMITS.cell));
  });
  await feed(stream, parser, () => []);
  return texts;
}

async function* readSheet(stream: Readable, shared: readonly string[]): AsyncGenerator<Row> {
  let rows: Row[] = [];
  let cells: Cell[] = [];
  let line = 0;
  let column = 0;
  let type = "";
  let value = "";
  let inValue = false;
  const parser = new SaxesParser();
  parser.on("opentag", (tag: SaxesTagPlain) => {
    if (tag.name === "row") {
      cells = [];
      column = -1;
      line = Number(tag.attributes.r ?? line + 1);
    } else if (tag.name === "c") {
      column = tag.attributes.r === undefined ? column + 1 : columnOf(tag.attributes.r);
      if (column >= LIMITS.columns) throw unusable(`Dòng ${line} có hơn ${LIMITS.columns} cột.`);
      type = tag.attributes.t ?? "n";
      value = "";
    } else if (tag.name === "v" || tag.name === "t") inValue = true;
  });
  parser.on("text", (part) => {
    if (inValue && value.length < LIMITS.cell) value += part;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "v" || name === "t") inValue = false;
    else if (name === "c") {
      while (cells.length < column) cells.push("");
      cells[column] = cellOf(type, value, shared);
    } else if (name === "row" && cells.some((cell) => cell !== "")) rows.push({ line, cells });
  });
  yield* feedEach(stream, parser, () => {
    const ready = rows;
    rows = [];
    return ready;
  });
}

/** A formula counts by the value that Excel last worked out for it; without one the cell is empty. */
function cellOf(type: string, value: string, shared: readonly string[]): Cell {
  if (type === "s") return (shared[Number(value)] ?? "").trim();
  if (type === "n" && value !== "" && Number.isFinite(Number(value))) return Number(value);
  return type === "e" ? "" : value.trim();
}

/** `AB12` to 27. */
function columnOf(place: string): number {
  let n = 0;
  for (const letter of /^[A-Z]{1,4}/.exec(place)?.[0] ?? "") n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

async function feed(stream: Readable, parser: SaxesParser, take: () => readonly Row[]): Promise<void> {
  for await (const _ of feedEach(stream, parser, take));
}

async function* feedEach(stream: Readable, parser: SaxesParser, take: () => readonly Row[]): AsyncGenerator<Row> {
  // No entities of a file's own making: only the five of XML are known to the parser, so none can grow.
  parser.on("doctype", () => {
    throw unusable(BROKEN);
  });
  parser.on("error", (error) => {
    throw unusable(BROKEN, error);
  });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of stream) {
    parser.write(decoder.decode(chunk as Buffer, { stream: true }));
    yield* take();
  }
  parser.write(decoder.decode());
  parser.close();
  yield* take();
}
