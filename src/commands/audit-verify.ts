/**
 * `npm run audit:verify`: reads the whole log of what staff did and says whether a row was changed, added, removed or cut
 * off. `-- --head SỐ:MÃ` (as noted down earlier) also finds a log that was replaced by an older one. Ends with 1 when it
 * is not whole.
 */
import { fileURLToPath } from "node:url";
import { readConfig } from "../config.ts";
import { type AuditStore, type Mac, verifyAudit } from "../console/audit/chain.ts";
import { Invalid } from "../errors.ts";
import { createSealer } from "../secrets/seal.ts";
import { demoDataKey } from "../start/demo.ts";
import { createAuditStore } from "../storage/console/audit-log.ts";
import { fail, mustHoldData, onDatabase, readDotEnv } from "./command.ts";

export type AuditVerifyOptions = {
  readonly audit: AuditStore;
  readonly mac: Mac;
  readonly print: (line: string) => void;
};

const WRONG = {
  missing: "thiếu dòng này",
  changed: "dòng này đã bị sửa hoặc chen vào",
  cut: "nhật ký bị cắt từ dòng này",
  head: "dấu niêm phong không khớp với dòng này",
} as const;

/** Returns the exit code. Throws `Invalid` for words that it does not know. */
export async function auditVerify(words: readonly string[], options: AuditVerifyOptions): Promise<number> {
  const [option, known = "", ...more] = words;
  const head = /^(\d{1,15}):([\w-]{43})$/.exec(known);
  if (option !== undefined && (option !== "--head" || head === null || more.length > 0)) {
    throw new Invalid("command.usage", "Cách dùng: npm run audit:verify [-- --head SỐ:MÃ]");
  }
  const noted = head ? { seq: Number(head[1]), hash: head[2] ?? "" } : null;
  const verdict = await verifyAudit(options.audit, options.mac, noted);
  if (verdict.kind === "broken") {
    options.print(`Nhật ký KHÔNG còn nguyên: dòng số ${verdict.seq}, ${WRONG[verdict.what]}.`);
    return 1;
  }
  options.print(`Nhật ký còn nguyên: ${verdict.rows} dòng.`);
  if (verdict.rows > 0) options.print(`Ghi lại để lần sau kiểm: --head ${verdict.rows}:${verdict.hash}`);
  return 0;
}

async function run(): Promise<void> {
  readDotEnv();
  const config = readConfig(process.env);
  mustHoldData(config.databaseUrl, "audit.no-database");
  await onDatabase(config.databaseUrl, async (database) => {
    const mac = createSealer(config.dataKey ?? demoDataKey(config.dataFolder)).pseudonym;
    const audit = createAuditStore(database, mac);
    process.exitCode = await auditVerify(process.argv.slice(2), { audit, mac, print: (line) => console.log(line) });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  run().catch(fail);
}
