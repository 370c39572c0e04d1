/** CSV as spreadsheets write it: comma, semicolon or tab, UTF-8 with or without its mark, or UTF-16. */
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { LIMITS, type Row, unusable } from "./rows.ts";

const NOT_UTF8 =
  "Tệp không phải UTF-8 (có thể là bảng mã cũ). Trong Excel chọn Lưu thành, kiểu “CSV UTF-8”, rồi nhập lại.";

/** `start`: the first bytes, from which encoding and separator are told. */
export async function* readCsv(path: string, start: Buffer): AsyncGenerator<Row> {
  const encoding = encodingOf(start);
  const parser = parse({
    delimiter: separatorOf(new TextDecoder(encoding).decode(start)),
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
    max_record_size: LIMITS.columns * LIMITS.cell,
  });
  const text = Readable.from(decoded(path, encoding));
  text.on("error", (error) => parser.destroy(error));
  text.pipe(parser);
  try {
    let line = 1;
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (record.length > LIMITS.columns) throw unusable(`Dòng ${line} có hơn ${LIMITS.columns} cột.`);
      yield { line: Math.max(line, info.lines - extraLines(record)), cells: record };
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const where = typeof error.lines === "number" ? ` ở khoảng dòng ${error.lines}` : "";
    throw unusable(`Tệp CSV hỏng${where}: dấu ngoặc kép không khép, hoặc dòng quá dài.`, error);
  } finally {
    text.destroy();
  }
}

/** `info.lines` counts to the end of a record; a cell with line breaks began before. */
const extraLines = (record: readonly string[]): number =>
  record.reduce((sum, cell) => (cell.includes("\n") ? sum + cell.split("\n").length - 1 : sum), 0);

async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      yield decoder.decode(chunk as Buffer, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    const undecodable = (error as { code?: unknown }).code === "ERR_ENCODING_INVALID_ENCODED_DATA";
    throw undecodable ? unusable(NOT_UTF8, error) : error;
  }
}

function encodingOf(start: Buffer): "utf-8" | "utf-16le" | "utf-16be" {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  if (start.includes(0)) throw unusable("Đây không phải tệp CSV hay Excel.");
  return "utf-8";
}

/** What stands most often, outside quotes, in the first lines. */
function separatorOf(text: string): string {
  const lines = text
    .split(/\r?\n/)
    .slice(0, 20)
    .join("\n")
    .replace(/"[^"]*"/g, "");
  const count = (sign: string) => lines.split(sign).length - 1;
  return [";", "\t", ","].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ",");
}
