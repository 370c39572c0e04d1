/** Keeps events one after another and says of each when it is durable. A child of the sync proof, watched by strace. */
import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { migrate } from "../../src/storage/migrate.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { openSqliteDatabase } from "../../src/storage/sqlite/sqlite-database.ts";
import { aTextEvent } from "./builders.ts";

const [path = "", opened, events] = process.argv.slice(2);
const database =
  opened === "NORMAL" ? openSqliteDatabase(path, { synchronous: "NORMAL" }) : await openDatabase(`file:${path}`);
await database.write(migrate);
const inbox = createInboxStore(database);
process.stdout.write("begin\n");
for (let n = 0; n < Number(events); n += 1) {
  await inbox.accept([aTextEvent(`c${n}`, "chào"), aTextEvent(`d${n}`, "chào")], n);
  process.stdout.write("acknowledged\n");
}
process.exit(0);
