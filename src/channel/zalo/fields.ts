/** Careful reading of a JSON body that somebody else wrote: nothing here trusts a type, and nothing throws. */

export type Fields = Readonly<Record<string, unknown>>;

const NONE: Fields = Object.freeze({});

/** The value as an object with fields; an empty one for everything else. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : NONE;
}

/**
 * An id as a string, or null. Zalo's ids are strings of up to 19 digits; older endpoints write bare integers, which
 * `parseExactly` has already turned into strings when a double could not hold them (zalo-oa.md §2.1).
 */
export function idOf(value: unknown): string | null {
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : null;
  // Printable characters only: an id becomes part of a key in the database. A space stands in the console's test id.
  return typeof value === "string" && /^[\x20-\x7e]{1,128}$/.test(value) ? value : null;
}

/** Text or a number, as text; empty for everything else. */
export function wordOf(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" && Number.isSafeInteger(value) ? String(value) : "";
}

const LONG_INTEGER = /[:[,]\s*-?\d{16,}/;

/**
 * JSON text to a value in which an integer too long for a double is a string of its digits.
 * `undefined` when the text is not JSON. A byte order mark at the beginning is passed over.
 */
export function parseExactly(text: string): unknown {
  try {
    const json = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    // A reviver makes parsing several times slower, and Zalo's bodies carry strings: only those that need it pay.
    return LONG_INTEGER.test(json) ? JSON.parse(json, keepDigits) : JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Node 24 hands a reviver the source text of each primitive value; TypeScript's library does not know it yet. */
function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
  const source = context?.source ?? "";
  return /^-?\d+$/.test(source) ? source : value;
}
