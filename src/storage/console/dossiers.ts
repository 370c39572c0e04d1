/** Dossiers for the console. */

import type { Mac } from "../../console/audit/chain.ts";
import {
  type DossierDeskStore,
  type DossierRow,
  OPEN_STATUSES,
  STATUS_NAMES,
} from "../../console/dossiers/dossier-desk.ts";
import type { Database } from "../database.ts";
import { OUTBOX, type Schema } from "../schema.ts";

const WEEK_MS = 7 * 86_400_000;
const EVENTS = 50;

const OUTCOMES: Readonly<Record<string, string>> = {
  found: "Có người tra, chỉ xem được bước",
  proven: "Có người tra, đã xác nhận là chủ hồ sơ",
  wrong: "Có người tra, nhưng 4 số cuối điện thoại không đúng",
  throttled: "Có người tra quá nhiều lần, đã tạm ngưng",
};

/** `codeKey`: the pseudonym under which look-ups of a code are kept. */
export function createDossierDeskStore({ read }: Database, codeKey: Mac): DossierDeskStore {
  return {
    async count(unit) {
      let query = read.selectFrom("dossier").select((eb) => eb.fn.countAll<number>().as("n"));
      if (unit !== null) query = query.where("unit", "=", unit);
      return Number((await query.executeTakeFirst())?.n ?? 0);
    },
    async list({ unit, code, which, today }, limit) {
      let query = read.selectFrom("dossier").selectAll().limit(limit);
      if (unit !== null) query = query.where("unit", "=", unit);
      if (code !== "") query = query.where("code", ">=", code).where("code", "<", `${code}\uffff`);
      if (which === "all") query = query.orderBy("known_at", "desc").orderBy("code");
      else query = query.where("status", "in", OPEN_STATUSES).orderBy("due_on").orderBy("code");
      if (which === "late") query = query.where("due_on", "<", today);
      if (which === "soon") query = query.where("due_on", ">=", today).where("due_on", "<=", weekFrom(today));
      return (await query.execute()).map(rowOf);
    },
    async one(code, unit) {
      let query = read.selectFrom("dossier").selectAll().where("code", "=", code);
      if (unit !== null) query = query.where("unit", "=", unit);
      const row = await query.executeTakeFirst();
      return row ? rowOf(row) : null;
    },
    async eventsOf(code) {
      const news = await read
        .selectFrom("outbox")
        .select(["created_at", "news_status", "status"])
        .where("news_code", "=", code)
        .orderBy("seq", "desc")
        .limit(EVENTS)
        .execute();
      const looks = await read
        .selectFrom("dossier_access")
        .select(["at", "outcome"])
        .where("code_key", "=", codeKey(code, "dossier-code"))
        .orderBy("at", "desc")
        .orderBy("outcome")
        .limit(EVENTS)
        .execute();
      const told = news.map(({ created_at, news_status, status }) => ({
        at: Number(created_at),
        what: `Báo tin “${STATUS_NAMES[Number(news_status)] ?? news_status}”: ${status === OUTBOX.sent ? "đã gửi" : "chưa tới"}`,
      }));
      const seen = looks.map(({ at, outcome }) => ({ at: Number(at), what: OUTCOMES[outcome] ?? "Có người tra" }));
      return [...told, ...seen].sort((a, b) => b.at - a.at).slice(0, EVENTS);
    },
  };
}

const weekFrom = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + WEEK_MS).toISOString().slice(0, 10);

const rowOf = (row: Schema["dossier"]): DossierRow => ({
  code: row.code,
  status: row.status,
  procedureName: row.procedure_name,
  unit: row.unit,
  receivedOn: row.received_on,
  dueOn: row.due_on,
  finishedOn: row.finished_on,
  missing: JSON.parse(row.missing) as string[],
  knownAt: Number(row.known_at),
});
