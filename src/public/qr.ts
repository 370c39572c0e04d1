/** A QR code drawn on the server as one SVG path: no picture to fetch, no script to run. */
import { encodeQR } from "qr";
import { type Html, html } from "../web/design/html.ts";

/** The quiet zone that readers need, in modules (ISO/IEC 18004). */
const BORDER = 4;

/** `label`: what scanning it does, for those who cannot see it. A quarter of the code may be dirty and it still reads. */
export function qrCode(text: string, label: string): Html {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: BORDER });
  const size = rows.length;
  const path = rows
    .map((row, y) =>
      runs(row)
        .map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`)
        .join(""),
    )
    .join("");
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path fill="#000" d="${path}"/></svg>`;
}

function runs(row: readonly boolean[]): [x: number, width: number][] {
  const found: [number, number][] = [];
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    found.push([start, x - start + 1]);
  }
  return found;
}
