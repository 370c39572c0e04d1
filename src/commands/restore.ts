/** `npm run restore -- FILE [--to URL]`: fills an empty database from a backup. Without --to: the one of DATABASE_URL. */
import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { Invalid } from "../errors.ts";
import { restore } from "../storage/backup.ts";
import { shownDatabase } from "../storage/open-database.ts";
import { fail, readDotEnv } from "./command.ts";

async function run(): Promise<void> {
  readDotEnv();
  process.umask(0o077);
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { to: { type: "string" } } });
  const [path] = positionals;
  if (!path) throw new Invalid("command.usage", "Cách dùng: npm run restore -- TỆP [--to file:…|postgres://…]");
  const to = values.to ?? readConfig(process.env).databaseUrl;
  await restore(path, to, process.env);
  console.log(
    `Đã phục hồi ${path} vào ${shownDatabase(to)}. Khởi động chương trình với cùng DATA_KEY như lúc sao lưu.`,
  );
}

run().catch(fail);
