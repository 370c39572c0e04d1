/** The door of the spreadsheet room: .xlsx files (ECMA-376) read within bounds and written small. */

export { readBook, type Sheet } from "./read-book.ts";
export { type FoundCell, type FoundRow, readFirstSheet } from "./read-sheet.ts";
export { type OutCell, type OutColumn, type OutSheet, writeBook } from "./write-book.ts";
