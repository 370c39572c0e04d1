/** A zip archive (PKWARE APPNOTE 6.3, without the extensions for large files) by Node's own deflate and CRC. */
import { crc32, deflateRawSync } from "node:zlib";

/** 01/01/2026: the same content makes the same bytes. */
const DOS_DATE = ((2026 - 1980) << 9) | (1 << 5) | 1;
/** Names are UTF-8. */
const FLAGS = 0x0800;

/** Parts together must stay below 4 GB. */
export function zip(parts: readonly (readonly [name: string, text: string])[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const raw = Buffer.from(text);
    const packed = deflateRawSync(raw);
    const bareName = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(FLAGS, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt16LE(DOS_DATE, 8);
    head.writeUInt32LE(crc32(raw), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(raw.length, 18);
    head.writeUInt16LE(bareName.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), head, bareName, packed]);
    // Length of a remark, number of the disk, attributes; then where the local header stands.
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), head, tail, bareName]));
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
