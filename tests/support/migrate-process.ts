/**
 * Brings a database up to date in a process of its own that dies, as by `kill -9`, at the statement whose number it is
 * given (0: never). Says how many there were.
 */
import type { KyselyPlugin } from "kysely";
import { migrate } from "../../src/storage/migrate.ts";
import { openDatabase } from "../../src/storage/open-database.ts";

const [url = "", killAt = "0"] = process.argv.slice(2);
let statements = 0;
const deadly: KyselyPlugin = {
  transformQuery({ node }) {
    statements += 1;
    if (statements === Number(killAt)) process.kill(process.pid, "SIGKILL");
    return node;
  },
  transformResult: async ({ result }) => result,
};
const database = await openDatabase(url);
await database.write((db) => migrate(db.withPlugin(deadly)));
await database.close();
console.log(statements);
