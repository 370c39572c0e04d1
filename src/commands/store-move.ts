/**
 * `npm run store:move -- --to postgres://…`: moves a SQLite installation to PostgreSQL, while nobody is at work on it.
 * Everything is copied and compared; the SQLite file stays as it is.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { Invalid } from "../errors.ts";
import { moveStore } from "../storage/move/move-store.ts";
import { openDatabase, shownDatabase, sqliteFileOf } from "../storage/open-database.ts";
import { fail, readDotEnv } from "./command.ts";

const USAGE = "Cách dùng: npm run store:move -- --to postgres://… [--from file:…]";

/** Throws `Invalid` for wrong words, `Unavailable` when the target cannot be reached. */
export async function storeMove(words: readonly string[], databaseUrl: string, print: (line: string) => void) {
  const { from, to } = readWords(words, databaseUrl);
  const file = sqliteFileOf(from);
  if (file === null || !existsSync(file))
    throw new Invalid("store.source", `Không có tệp SQLite ở ${shownDatabase(from)}.`);
  if (!/^postgres(ql)?:/.test(to)) throw new Invalid("command.usage", USAGE);
  const source = await openDatabase(from);
  try {
    const target = await openDatabase(to);
    try {
      print(`Đang chép từ ${shownDatabase(from)} sang ${shownDatabase(to)} …`);
      const moved = await moveStore(source, target);
      for (const { table, rows, fingerprint } of moved) {
        print(`  ${table.padEnd(22)} ${String(rows).padStart(9)} dòng   ${fingerprint.slice(0, 12)}`);
      }
      print("Nội dung hai bên giống nhau. Đặt DATABASE_URL sang PostgreSQL rồi khởi động lại; giữ tệp cũ làm bản sao.");
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function readWords(words: readonly string[], databaseUrl: string): { from: string; to: string } {
  try {
    const options = { from: { type: "string" }, to: { type: "string" } } as const;
    const { values } = parseArgs({ args: [...words], options });
    return { from: values.from ?? databaseUrl, to: values.to ?? "" };
  } catch {
    throw new Invalid("command.usage", USAGE);
  }
}

async function run(): Promise<void> {
  readDotEnv();
  await storeMove(process.argv.slice(2), readConfig(process.env).databaseUrl, (line) => console.log(line));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  run().catch(fail);
}
