/** A small workbook, whole: every sheet by its name. For files that officers fill in, not for registers. */
import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { type Archive, openArchive } from "./archive.ts";
import { type FoundRow, readRows, SHARED } from "./read-sheet.ts";
import { readShared, readXml } from "./read-xml.ts";
import { asUnreadable, BROKEN, unreadable } from "./unreadable.ts";

export type Sheet = {
  readonly name: string;
  readonly rows: readonly FoundRow[];
  /** Blocks of joined cells, as `A2:B3`. */
  readonly merged: readonly string[];
};

/** Of one part, unpacked; all records of the program take two. */
const MOST_UNPACKED = 30 * 1024 * 1024;
const MOST_ROWS = 50_000;
/** As long as Excel lets a cell be. */
const LIMITS = { columns: 100, cell: 32_767 } as const;

const OLD = "Đây là tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. Mở bằng Excel rồi lưu lại kiểu .xlsx.";
const NOT_EXCEL = "Tệp này không phải tệp Excel (.xlsx).";
const MACROS = "Tệp có macro nên không đọc. Mở bằng Excel rồi lưu lại kiểu “Excel Workbook (.xlsx)”.";

/** Throws `Invalid` with a Vietnamese message when the file is no readable .xlsx, has macros, or unpacks to too much. */
export async function readBook(bytes: Buffer): Promise<readonly Sheet[]> {
  if (bytes.subarray(0, 4).toString("hex") === "d0cf11e0") throw unreadable(OLD);
  if (bytes.subarray(0, 4).toString("latin1") !== "PK\x03\x04") throw unreadable(NOT_EXCEL);
  let archive: Archive | null = null;
  try {
    archive = await openArchive(bytes, MOST_UNPACKED);
    if (archive.names.some((name) => /vbaProject|macrosheets?\//i.test(name))) throw unreadable(MACROS);
    if (!archive.has(BOOK)) throw unreadable(archive.names.length > 0 ? NOT_EXCEL : BROKEN);
    const shared = archive.has(SHARED) ? await readShared(await archive.open(SHARED), LIMITS.cell) : [];
    const sheets: Sheet[] = [];
    let left = MOST_ROWS;
    for (const { name, part } of await sheetsOf(archive)) {
      const merged: string[] = [];
      const rows: FoundRow[] = [];
      for await (const row of readRows(await archive.open(part), shared, LIMITS, (range) => merged.push(range))) {
        if (--left < 0) throw unreadable(`Tệp có hơn ${MOST_ROWS.toLocaleString("vi-VN")} dòng, không đọc.`);
        rows.push(row);
      }
      sheets.push({ name, rows, merged });
    }
    return sheets;
  } catch (error) {
    throw asUnreadable(error);
  } finally {
    archive?.close();
  }
}

const BOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";

/** In the order of the tabs. Sheets of other kinds (charts) have no rows and are left out. */
async function sheetsOf(archive: Archive): Promise<{ name: string; part: string }[]> {
  const tabs = await tagsOf(await archive.open(BOOK), "sheet");
  const relations = archive.has(RELATIONS) ? await tagsOf(await archive.open(RELATIONS), "Relationship") : [];
  const targets = new Map(relations.map(({ Id, Target }) => [Id, Target ?? ""]));
  return tabs.flatMap((tab) => {
    const target = targets.get(tab["r:id"] ?? "") ?? "";
    const part = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    return archive.has(part) && /worksheets\//.test(part) ? [{ name: tab.name ?? "", part }] : [];
  });
}

/** The attributes of each such tag. */
async function tagsOf(stream: Readable, wanted: string): Promise<Record<string, string>[]> {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    if (name.replace(/^.*:/, "") === wanted) found.push({ ...(attributes as Record<string, string>) });
  });
  for await (const _ of readXml(stream, parser, () => []));
  return found;
}
