/** A file as rows of cells, read bit by bit whatever its kind. */
import { open } from "node:fs/promises";
import { LIMITS, type Row, unusable } from "./rows.ts";

/** The rows of a CSV or Excel file. Throws `Invalid` with a Vietnamese message when it cannot be read as one. */
export async function* readTable(path: string): AsyncGenerator<Row> {
  const start = await firstBytes(path);
  // The readers are loaded when a file is read, not when the program starts: most days nothing is imported.
  if (start.subarray(0, 4).equals(Buffer.from("PK\x03\x04"))) {
    const { readExcel } = await import("./excel.ts");
    return yield* readExcel(path);
  }
  if (start.subarray(0, 4).toString("hex") === "d0cf11e0") {
    throw unusable("Đây là tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. Mở bằng Excel rồi lưu lại kiểu .xlsx.");
  }
  const { readCsv } = await import("./csv.ts");
  yield* readCsv(path, start);
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, "r").catch((cause: unknown) => {
    throw unusable(`Không mở được tệp ${path}.`, cause);
  });
  try {
    const { size } = await file.stat();
    if (size === 0) throw unusable("Tệp rỗng.");
    if (size > LIMITS.bytes) throw unusable("Tệp lớn hơn 300 MB. Xin chia nhỏ.");
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
