/** Sends a page compressed when the browser takes that: an officer's form of 250 KB crosses a weak line as 20. */
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Request, Response } from "express";

const compress = promisify(gzip);

/** What stands in `text` beside words that a stranger can choose must differ each time: its length tells of it. */
export async function sendHtml(request: Request, response: Response, text: string): Promise<void> {
  response.type("html").vary("Accept-Encoding");
  if (request.acceptsEncodings("gzip") === false) return void response.send(text);
  const body = await compress(text);
  response.set("Content-Encoding", "gzip").send(body);
}
