/** A form with a file. The reader is Node's own (`Response.formData`); the file stays in memory. */
import type { Request } from "express";

/** Bytes. A hundred thousand dossiers as CSV are some ten million. */
export const UPLOAD_LIMIT = 25 * 1024 * 1024;

export type Upload = { readonly name: string; readonly bytes: Buffer };

const uploads = new WeakMap<object, Upload>();

/** Makes the request's body what `Form` reads; its file is found by `uploadOf`. */
export async function readUpload(request: Request): Promise<void> {
  request.body = Buffer.isBuffer(request.body) ? await fieldsOf(request) : {};
}

async function fieldsOf(request: Request): Promise<Record<string, string>> {
  const type = request.get("Content-Type") ?? "";
  const data = await new Response(new Uint8Array(request.body), { headers: { "Content-Type": type } })
    .formData()
    .catch(() => null);
  const fields: Record<string, string> = {};
  if (data === null) return fields;
  for (const [name, value] of data.entries()) {
    if (typeof value === "string") fields[name] = value;
    else uploads.set(fields, { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) });
  }
  return fields;
}

/** Null: no file was chosen. */
export function uploadOf(body: object): Upload | null {
  const upload = uploads.get(body);
  return upload && upload.bytes.length > 0 ? upload : null;
}
