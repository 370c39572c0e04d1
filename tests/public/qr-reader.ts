/** Reads the QR codes of a page as a phone would: the drawing to pixels, the pixels to text. */
import decodeQR from "qr/decode.js";

const SCALE = 4;

/** What each code on the page says, in order. Throws when one cannot be read. */
export function readCodes(html: string): string[] {
  return [...html.matchAll(/<svg class="qr"[^>]*viewBox="0 0 (\d+) \d+"[^>]*>[\s\S]*?<path[^>]* d="([^"]+)"/g)].map(
    ([, size, path]) => decodeQR(toPixels(Number(size), path ?? "")),
  );
}

function toPixels(size: number, path: string) {
  const width = size * SCALE;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let py = Number(y) * SCALE; py < (Number(y) + 1) * SCALE; py++) {
      for (let px = Number(x) * SCALE; px < (Number(x) + Number(run)) * SCALE; px++) {
        data.fill(0, (py * width + px) * 4, (py * width + px) * 4 + 3);
      }
    }
  }
  return { width, height: width, data };
}
