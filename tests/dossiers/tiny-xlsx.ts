/** Writes Excel files by hand, right and wrong ones. */
import { crc32, deflateRawSync } from "node:zlib";

/** A zip archive of these parts. */
export function zip(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const raw = Buffer.from(content as string);
    const packed = deflateRawSync(raw);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(raw), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(raw.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), head, Buffer.from(name), packed]);
    // Comment length, disk, attributes; then where the local header stands.
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), head, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const letters = (n: number) => String.fromCharCode(65 + n);
const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Texts are shared, as Excel does it; numbers are numbers. */
export function xlsx(rows: readonly (readonly (string | number)[])[]): Buffer {
  const shared: string[] = [];
  const cell = (value: string | number, row: number, column: number) => {
    const place = `${letters(column)}${row + 1}`;
    if (value === "") return "";
    if (typeof value === "number") return `<c r="${place}"><v>${value}</v></c>`;
    shared.push(value);
    return `<c r="${place}" t="s"><v>${shared.length - 1}</v></c>`;
  };
  const body = rows.map((row, i) => `<row r="${i + 1}">${row.map((value, j) => cell(value, i, j)).join("")}</row>`);
  return zip({
    "xl/worksheets/sheet1.xml": sheet(body.join("")),
    "xl/sharedStrings.xml": `<?xml version="1.0"?><sst>${shared.map((text) => `<si><r><t>${escapeXml(text)}</t></r></si>`).join("")}</sst>`,
  });
}

export const sheet = (rows: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>${rows}</sheetData></worksheet>`;
