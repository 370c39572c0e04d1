/** Writes the data folder anew with what officers published in it: a file for each record, lists as they were grouped. */
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { type Published, type PublishedItem, schemaOf } from "./published.ts";
import { bareName, yamlFiles } from "./read-records.ts";
import { readYaml } from "./read-yaml.ts";

/** Where the kinds that stand in lists are: the files that may hold one, and the one for what is new. */
const LISTS: Readonly<Record<string, { readonly folder: string; readonly file: string }>> = {
  faq: { folder: "hoi-dap", file: "hoi-dap/trung-tam.yaml" },
  tourism: { folder: "local", file: "local/du-lich.yaml" },
  ocop: { folder: "local", file: "local/ocop.yaml" },
  health: { folder: "local", file: "local/y-te.yaml" },
};

/**
 * Copies `from` (a data folder) to `to`, which must not exist, and writes the published items into the copy. Remarks in
 * files that are written anew are lost. Intents, which are beside the data folder in the program, go into `intents/` of `to`. Withdrawals are not exported: they are not the records' content.
 * Returns the files that were written, relative to `to`.
 */
export async function exportFiles(from: string, to: string, { items }: Published): Promise<readonly string[]> {
  await cp(from, to, { recursive: true, errorOnExist: true, force: false });
  const written = new Set<string>();
  for (const item of items) {
    const write = item.kind === "unit" ? writeUnit : item.kind in LISTS ? writeInList : writeRecord;
    written.add(await write(to, item));
  }
  return [...written].sort();
}

async function writeRecord(to: string, item: PublishedItem): Promise<string> {
  const name = await recordFile(to, item);
  const path = join(to, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, asYaml(ordered(item)));
  return name;
}

async function recordFile(to: string, { kind, id }: PublishedItem): Promise<string> {
  if (kind === "centre") return "centre.yaml";
  // Beside the data folder in the program; in an export it is a folder of its own.
  if (kind === "intent") return `intents/${id}.yaml`;
  const folder = kind === "topic" ? "chu-de" : "thu-tuc";
  const known = (await files(to, folder)).find((file) => bareName(file) === id);
  return known ?? `${folder}/${kind === "topic" ? "" : "them/"}${id}.yaml`;
}

async function writeInList(to: string, item: PublishedItem): Promise<string> {
  const { folder, file } = LISTS[item.kind]!;
  const candidates = item.kind === "faq" ? await files(to, folder) : [file];
  for (const name of candidates) {
    const list = await readList(join(to, name));
    const at = list.findIndex((each) => (each as { id?: string }).id === item.id);
    if (at < 0) continue;
    list[at] = ordered(item);
    await writeFile(join(to, name), asYaml(list));
    return name;
  }
  await writeFile(join(to, file), asYaml([...(await readList(join(to, file))), ordered(item)]));
  return file;
}

const UNITS = "don-vi.yaml";

async function writeUnit(to: string, item: PublishedItem): Promise<string> {
  const path = join(to, UNITS);
  const read = readYaml(path, await readFile(path, "utf8"));
  if (!read.ok) throw new Error(`${path} cannot be read`);
  const file = read.value as { units: { code: string }[] };
  const units = file.units.map((unit) => (unit.code === item.id ? ordered(item) : unit));
  await writeFile(path, asYaml({ ...file, units }));
  return UNITS;
}

async function files(to: string, folder: string): Promise<string[]> {
  const found = await yamlFiles(join(to, folder), { findings: [], problems: [] });
  return found.map((path) => path.slice(to.length + 1));
}

async function readList(path: string): Promise<unknown[]> {
  const text = await readFile(path, "utf8").catch(() => null);
  const read = text === null ? null : readYaml(path, text);
  return read?.ok && Array.isArray(read.value) ? read.value : [];
}

/** Keys in the order of the schema, so that files can be compared line by line. */
const ordered = ({ kind, content }: PublishedItem): unknown => schemaOf(kind).parse(content);

const asYaml = (value: unknown): string => stringify(value, { lineWidth: 110, singleQuote: true });
