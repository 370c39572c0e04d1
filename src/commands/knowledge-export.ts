/**
 * `npm run knowledge:export -- FOLDER`: writes `procedures-data/` as it is in use, what officers published included, into a
 * new folder. For a backup that people can read, for another centre, or for the next release.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { readConfig } from "../config.ts";
import { Invalid } from "../errors.ts";
import { exportFiles } from "../knowledge/export-files.ts";
import { readPublished } from "../storage/console/published.ts";
import { OUR_FOLDERS } from "../wiring/assistant.ts";
import { fail, onDatabase, readDotEnv } from "./command.ts";

async function run(): Promise<void> {
  const [folder, ...more] = process.argv.slice(2);
  if (folder === undefined || more.length > 0) {
    throw new Invalid("command.usage", "Cách dùng: npm run knowledge:export -- THƯ_MỤC_MỚI");
  }
  const to = resolve(folder);
  if (existsSync(to)) throw new Invalid("export.exists", `${to} đã có: chọn một thư mục chưa có.`);
  readDotEnv();
  await onDatabase(readConfig(process.env).databaseUrl, async (database) => {
    const files = await exportFiles(OUR_FOLDERS.procedures, to, await readPublished(database.read));
    for (const file of files) console.log(file);
    if (files.some((file) => file.startsWith("intents/")))
      console.log(
        "Ý định (thư mục intents trong đó) thuộc thư mục intents/ của chương trình, không phải procedures-data/.",
      );
    console.log(`Đã ghi vào ${to}; ${files.length} tệp khác bản đi kèm chương trình.`);
  });
}

run().catch(fail);
