/** A row of a table whatever its file's kind, and what can be wrong with a file as a whole. */
import { Invalid } from "../../errors.ts";

export type Cell = string | number;
/** `line`: as the spreadsheet or the text editor numbers it, from 1. Empty cells are "". */
export type Row = { readonly line: number; readonly cells: readonly Cell[] };

/** Bounds against files that are broken or meant to hurt. */
export const LIMITS = { columns: 200, cell: 4_000, rows: 300_000, bytes: 300 * 1024 * 1024 } as const;

export const unusable = (message: string, cause?: unknown): Invalid =>
  new Invalid("dossiers.import", message, cause === undefined ? undefined : { cause });
