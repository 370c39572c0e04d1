/**
 * `npm run dossiers:due`: lists dossiers that are overdue or due within DUE_SOON_DAYS working days (`-- --days N`: another
 * number), and what became of the messages to followers.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createCalendar, dayOf, readCalendarFile } from "../calendar/index.ts";
import { readConfig } from "../config.ts";
import { dueLine, listDue, MOST_LISTED } from "../dossiers/due-list.ts";
import { newsReportLines } from "../notices/news-report.ts";
import { createDueStore } from "../storage/dossier-due.ts";
import { createNewsReportStore } from "../storage/news-report.ts";
import { OUR_FOLDERS } from "../wiring/assistant.ts";
import { fail, onDatabase, readDotEnv } from "./command.ts";

const NEWS_DAYS = 7;

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { days: { type: "string" } } });
  readDotEnv();
  const config = readConfig(process.env);
  const days = values.days === undefined ? config.dossiers.dueSoonDays : Number(values.days);
  if (!Number.isInteger(days) || days < 0 || days > 60) {
    console.error("--days phải là số ngày làm việc từ 0 đến 60");
    process.exitCode = 2;
    return;
  }
  const calendar = createCalendar(readCalendarFile(join(OUR_FOLDERS.procedures, "calendar.yaml")));
  await onDatabase(config.databaseUrl, async (database) => {
    const today = dayOf(Date.now());
    const list = await listDue(createDueStore(database), calendar, today, days);
    console.log(`TRỄ HẸN: ${list.overdue.length} hồ sơ`);
    for (const dossier of list.overdue) console.log(`  ${dueLine(dossier, calendar, today)}`);
    console.log(`TỚI HẸN TRONG ${days} NGÀY LÀM VIỆC: ${list.soon.length} hồ sơ`);
    for (const dossier of list.soon) console.log(`  ${dueLine(dossier, calendar, today)}`);
    if (list.isCut) console.log(`Mỗi phần chỉ ghi ${MOST_LISTED} hồ sơ đầu.`);
    const report = await createNewsReportStore(database).newsSince(Date.now() - NEWS_DAYS * 86_400_000);
    for (const line of newsReportLines(report, NEWS_DAYS)) console.log(line);
  });
}

run().catch(fail);
