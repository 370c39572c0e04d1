/** The door alone: signature, reading, masking, a durable row, 200. Rows are handled between rounds only. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createWebhook } from "../../src/channel/zalo/webhook.ts";
import { createAccept } from "../../src/intake/accept.ts";
import { maskPersonalNumbers } from "../../src/intake/privacy.ts";
import { silentLog } from "../../src/observability/log.ts";
import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { migrate } from "../../src/storage/migrate.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { BENCH } from "./identity.ts";

const database = await openDatabase(process.argv[2] ?? "");
await database.write(migrate);
const accept = createAccept(createInboxStore(database), Date.now, () => {});
const door = createWebhook({
  appId: BENCH.appId,
  oaIds: new Set([BENCH.oaId]),
  secrets: [BENCH.oaSecret],
  mask: (text) => maskPersonalNumbers(text).text,
  accept,
  count: () => {},
  log: silentLog,
});
const server = createServer((req, res) => void door(req, res));
server.listen(0, "127.0.0.1", () => console.log(`listening ${(server.address() as AddressInfo).port}`));
// Between rounds: everything that came in counts as handled, as the intake's workers would have it by then.
process.on("SIGUSR2", async () => {
  await database.write((db) => db.updateTable("inbox").set({ status: 1 }).where("status", "=", 0).execute());
  console.log("handled");
});
process.on("SIGTERM", () => process.exit(0));
