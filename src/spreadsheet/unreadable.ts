/** What can be wrong with an Excel file as a whole, in words for the officer who chose it. */
import { Invalid } from "../errors.ts";

export const unreadable = (message: string, cause?: unknown): Invalid =>
  new Invalid("spreadsheet.file", message, cause === undefined ? undefined : { cause });

export const BROKEN = "Tệp Excel hỏng, không đọc được. Mở bằng Excel rồi lưu lại kiểu .xlsx.";

/** What was said already stays as it is; anything else that went wrong while reading means a broken file. */
export const asUnreadable = (error: unknown): unknown =>
  (error as { kind?: unknown } | null)?.kind === "invalid" ? error : unreadable(BROKEN, error);
