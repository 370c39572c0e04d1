/** The parts of an Excel file are XML: fed to the parser bit by bit, so that no part is held whole. */
import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { BROKEN, unreadable } from "./unreadable.ts";

/** Reads all of it; `take` gives what is ready after each bit. */
export async function* readXml<T>(stream: Readable, parser: SaxesParser, take: () => readonly T[]): AsyncGenerator<T> {
  // No entities of a file's own making: only the five of XML are known to the parser, so none can grow.
  parser.on("doctype", () => {
    throw unreadable(BROKEN);
  });
  parser.on("error", (error) => {
    throw unreadable(BROKEN, error);
  });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of stream) {
    parser.write(decoder.decode(chunk as Buffer, { stream: true }));
    yield* take();
  }
  parser.write(decoder.decode());
  parser.close();
  yield* take();
}

const MOST_SHARED_TEXT = 100 * 1024 * 1024;

/** `xl/sharedStrings.xml`: the texts that cells refer to by number, each at most `longest` characters. */
export async function readShared(stream: Readable, longest: number): Promise<string[]> {
  const texts: string[] = [];
  let text = "";
  let inText = false;
  let inPhonetic = false;
  let size = 0;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    if (name === "si") text = "";
    if (name === "rPh") inPhonetic = true;
    inText = name === "t" && !inPhonetic;
  });
  parser.on("text", (part) => {
    if (inText) text += part;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "t") inText = false;
    if (name === "rPh") inPhonetic = false;
    if (name !== "si") return;
    size += text.length;
    if (size > MOST_SHARED_TEXT) throw unreadable("Tệp Excel có quá nhiều chữ, không đọc.");
    texts.push(text.slice(0, longest));
  });
  for await (const _ of readXml(stream, parser, () => []));
  return texts;
}
