/** Files that were looked at and not taken in yet, each its officer's own, for an hour; any instance finds them. */
import type { ExcelKind } from "./layout.ts";

export type ExcelFile = {
  readonly id: string;
  readonly name: string;
  readonly kind: ExcelKind;
  readonly officerId: string;
  /** The workbook as it was sent. */
  readonly bytes: Buffer;
  readonly startedAt: number;
};

export const KEPT_MS = 3_600_000;

export type ExcelFileStore = {
  keep(file: Omit<ExcelFile, "id">): Promise<ExcelFile>;
  /** Null: not known, another's, or older than an hour. */
  find(id: string, officerId: string, now: number): Promise<ExcelFile | null>;
  drop(id: string): Promise<void>;
};
