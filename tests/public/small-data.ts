/** A copy of the data with few phrases, for tests that start the program again and again: it learns in a moment. */
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dump, load } from "js-yaml";
import { copyOfTheData } from "../knowledge/data-folder.ts";

const FEW = 3;

export async function smallData() {
  const folder = await copyOfTheData();
  for (const dir of [join(folder.data, "chu-de"), folder.intents]) {
    for (const name of readdirSync(dir)) {
      const file = join(dir, name);
      const record = load(readFileSync(file, "utf8")) as Record<string, unknown>;
      for (const list of ["phrases", "keywords"]) {
        if (Array.isArray(record[list])) record[list] = record[list].slice(0, FEW);
      }
      writeFileSync(file, dump(record));
    }
  }
  const record = (id: string) => {
    const found = readdirSync(join(folder.data, "thu-tuc"), { recursive: true })
      .map(String)
      .find((name) => name.endsWith(`/${id}.yaml`));
    if (!found) throw new Error(`no record ${id}`);
    return join(folder.data, "thu-tuc", found);
  };
  const edit = (file: string, from: string | RegExp, to: string) => {
    const text = readFileSync(file, "utf8");
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`nothing like ${String(from)} in ${file}`);
    writeFileSync(file, changed);
  };
  return {
    folders: { procedures: folder.data, intents: folder.intents },
    /** The path of a record's file. */
    record,
    /** Changes one file; throws when there was nothing to change. */
    edit,
    /** Gives a record another id, as an officer would: everywhere it is named, and the old id among its former ones. */
    rename(from: string, to: string) {
      const file = record(from);
      const name = new RegExp(`(?<![\\w-])${from}(?![\\w-])`, "g");
      for (const each of readdirSync(folder.data, { recursive: true }).map(String)) {
        const path = join(folder.data, each);
        if (!each.endsWith(".yaml") || path === file) continue;
        const text = readFileSync(path, "utf8");
        if (name.test(text)) writeFileSync(path, text.replace(name, to));
      }
      edit(file, `id: ${from}\n`, `id: ${to}\nformer_ids:\n  - ${from}\n`);
      renameSync(file, file.replace(`${from}.yaml`, `${to}.yaml`));
    },
    remove: folder.remove,
  };
}
