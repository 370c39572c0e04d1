/**
 * JSON text as Zalo's servers may write it (§12.5). `escaped` writes `\/` and `\uXXXX` as PHP does: equal once parsed,
 * different bytes, so a receiver that re-serialises before verifying fails.
 */
export function toWire(value: unknown, escaped: boolean): string {
  const text = JSON.stringify(value);
  if (!escaped) return text;
  return text.replace(/\//g, "\\/").replace(/[\u0080-\uffff]/g, hexEscape);
}

function hexEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
