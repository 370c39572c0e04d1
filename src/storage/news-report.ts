/** Messages about followed dossiers as the outbox knows them. */
import type { Status } from "../dossiers/dossier.ts";
import type { NewsReportStore } from "../notices/news-report.ts";
import type { Database } from "./database.ts";
import { OUTBOX } from "./schema.ts";

const FAILED: readonly number[] = [OUTBOX.dead, OUTBOX.unconfirmed];

export function createNewsReportStore({ read }: Database): NewsReportStore {
  return {
    async newsSince(since) {
      const rows = await read
        .selectFrom("outbox")
        .select(["news_code", "news_status", "status", "error", "created_at", "settled_at"])
        .where("news_code", "is not", null)
        .where("created_at", ">=", since)
        .orderBy("seq", "desc")
        .execute();
      const failed = rows.filter(({ status }) => FAILED.includes(status));
      const sent = rows.filter(({ status }) => status === OUTBOX.sent).length;
      return {
        sent,
        underWay: rows.length - sent - failed.length,
        failures: failed.map((row) => ({
          code: row.news_code ?? "",
          status: row.news_status as Status,
          at: row.settled_at ?? row.created_at,
          kind: row.status === OUTBOX.dead ? "refused" : "unconfirmed",
          error: row.error ?? "",
        })),
      };
    },
  };
}
