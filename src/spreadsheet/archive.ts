/** The archive that an Excel file is. Bounds stand before everything that unpacks (ADR 15). */
import type { Readable } from "node:stream";
import yauzl from "yauzl";
import { unreadable } from "./unreadable.ts";

const MOST_ENTRIES = 2_000;
/** How much smaller than what it unpacks to a part may have been packed, beyond the first megabyte. */
const MOST_RATIO = 300;
const TOO_LARGE = "Tệp Excel bung ra quá lớn so với cỡ của nó, không đọc.";

export type Archive = {
  readonly names: readonly string[];
  has(name: string): boolean;
  open(name: string): Promise<Readable>;
  close(): void;
};

/** `file`: a path, or the bytes. `mostUnpacked`: bytes of one part. Throws `Invalid` or whatever the archive's reader throws. */
export async function openArchive(file: string | Buffer, mostUnpacked: number): Promise<Archive> {
  const options = { autoClose: false, validateEntrySizes: true };
  const zip = await (typeof file === "string"
    ? yauzl.openPromise(file, options)
    : yauzl.fromBufferPromise(file, options));
  const entries = new Map<string, yauzl.Entry>();
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, entry);
    if (entries.size > MOST_ENTRIES) throw unreadable("Tệp Excel có quá nhiều thành phần, không đọc.");
  }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    async open(name) {
      const entry = entries.get(name)!;
      const { uncompressedSize, compressedSize } = entry;
      if (uncompressedSize > mostUnpacked || uncompressedSize > 1024 * 1024 + compressedSize * MOST_RATIO)
        throw unreadable(TOO_LARGE);
      return zip.openReadStreamPromise(entry);
    },
    close: () => zip.close(),
  };
}
