/** `npm run backup [-- FOLDER]`: a checked copy of the database, while the program runs. */
import { join } from "node:path";
import { readConfig } from "../config.ts";
import { backUp, endingOf } from "../storage/backup.ts";
import { shownDatabase } from "../storage/open-database.ts";
import { fail, readDotEnv } from "./command.ts";

async function run(): Promise<void> {
  readDotEnv();
  // Citizens' words are in it: for its owner only.
  process.umask(0o077);
  const { databaseUrl } = readConfig(process.env);
  const moment = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  const path = join(process.argv[2] ?? "backups", `mot-cua-${moment}${endingOf(databaseUrl)}`);
  await backUp(databaseUrl, path, process.env);
  console.log(
    `Đã sao lưu ${shownDatabase(databaseUrl)} vào ${path} và kiểm tra xong. DATA_KEY không nằm trong bản sao.`,
  );
}

run().catch(fail);
