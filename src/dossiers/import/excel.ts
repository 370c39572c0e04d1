/** The first sheet of an Excel file as rows of a register. */
import { readFirstSheet } from "../../spreadsheet/index.ts";
import { type Cell, LIMITS, type Row } from "./rows.ts";

/** A formula counts by the value that Excel last worked out for it; without one the cell is empty. */
export async function* readExcel(path: string): AsyncGenerator<Row> {
  for await (const { line, cells: found } of readFirstSheet(path, LIMITS)) {
    const cells: Cell[] = [];
    for (const { column, value } of found) {
      while (cells.length < column) cells.push("");
      cells[column] = typeof value === "boolean" ? Number(value) : value;
    }
    if (cells.some((cell) => cell !== "")) yield { line, cells };
  }
}
