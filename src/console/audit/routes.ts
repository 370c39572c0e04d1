/** The log of what staff did: looked through, taken away as a file. */
import type { OfficerStore } from "../access/officer.ts";
import type { Answer } from "../answer.ts";
import { midnightOf } from "../days.ts";
import { type Route, staff } from "../route.ts";
import { type StaffVisit, whoIs } from "../visit.ts";
import { ACTIONS } from "./actions.ts";
import { type AuditQuery, type AuditStore, type LoggedDeed, type Mac, verifyAudit } from "./chain.ts";
import { auditPage } from "./pages.ts";

export type AuditParts = { readonly audit: AuditStore; readonly officers: OfficerStore; readonly mac: Mac };

const PAGE = 50;
/** One file; more is asked for by period. */
const MOST_EXPORTED = 50_000;

export function auditRoutes({ audit, officers, mac }: AuditParts): readonly Route[] {
  /** Pseudonyms to names, for reading only: nothing of it is stored. */
  const names = async () => new Map((await officers.all()).map(({ id, name }) => [whoIs(id, mac), name]));

  return [
    staff("get", "/nhat-ky", "administer", async (visit) => {
      const before = Number(visit.query("truoc")) || null;
      const rows = await audit.search(queryOf(visit), before, PAGE + 1);
      const head = await audit.head();
      return auditPage(visit, { rows: rows.slice(0, PAGE), more: rows.length > PAGE, names: await names(), head });
    }),
    staff("post", "/nhat-ky/kiem-tra", "administer", async (visit) => {
      const verdict = await verifyAudit(audit, mac);
      const rows = await audit.search({}, null, PAGE);
      return auditPage(visit, { rows, more: false, names: await names(), head: await audit.head(), verdict });
    }),
    staff("post", "/nhat-ky/tai-ve", "administer", async (visit): Promise<Answer> => {
      const rows = await audit.search(queryOf(visit), null, MOST_EXPORTED);
      await audit.append(visit.deed("audit.export", "", `${rows.length} dòng`));
      // Excel reads UTF-8 only behind this mark.
      const body = `\uFEFF${csv([...rows].reverse(), await names())}`;
      return { kind: "file", name: `nhat-ky-${visit.now}.csv`, type: "text/csv; charset=utf-8", body };
    }),
  ];
}

function queryOf(visit: StaffVisit): AuditQuery {
  const said = (name: string) => visit.query(name) || visit.form.text(name);
  const day = (name: string, plus: number) => {
    const at = midnightOf(said(name));
    return at === null ? undefined : at + plus;
  };
  const from = day("tu", 0);
  const until = day("den", 86_400_000);
  return {
    ...(said("ai") ? { who: said("ai") } : {}),
    ...(said("viec") ? { action: said("viec") } : {}),
    ...(said("chu") ? { words: said("chu") } : {}),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

function csv(rows: readonly LoggedDeed[], names: ReadonlyMap<string, string>): string {
  const lines = rows.map(({ seq, at, who, action, object, detail, hash }) => [
    String(seq),
    new Date(at).toISOString(),
    who ?? "",
    who === null ? "" : (names.get(who) ?? ""),
    action,
    ACTIONS[action] ?? "",
    object,
    detail,
    hash,
  ]);
  const head = ["so", "luc", "ma_can_bo", "ten", "ma_viec", "viec", "doi_tuong", "chi_tiet", "ma_xich"];
  return [head, ...lines].map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}

/** A cell that begins like a formula is made text: the file is opened in Excel. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
