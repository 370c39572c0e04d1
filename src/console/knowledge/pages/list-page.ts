/** The list of the items of one kind. */
import { type Html, html } from "../../../web/design/html.ts";
import { page } from "../../answer.ts";
import { act, empty, field, heading, table } from "../../parts.ts";
import type { StaffVisit } from "../../visit.ts";
import { KIND_INFO, type KindInfo, listHref } from "../kinds.ts";
import { type Badge, badge } from "./pieces.ts";

export type ListRow = {
  readonly href: string;
  readonly title: string;
  /** The field of a procedure, the group of a question. */
  readonly group: string;
  readonly badges: readonly Badge[];
};

export function listPage(visit: StaffVisit, info: KindInfo, rows: readonly ListRow[], total: number) {
  const query = visit.query("q");
  const excel =
    (info.kind === "faq" || info.kind === "procedure") &&
    html`<a class="button quiet" href="${listHref(info.kind)}/excel${query && `?q=${encodeURIComponent(query)}`}">Excel</a>`;
  const add = html`${info.kind === "faq" && visit.may("edit") && act(visit, `${listHref("faq")}/moi`, "Thêm câu hỏi", "")}${excel}`;
  return page(
    info.many,
    html`${kindTabs(info)}${heading(info.many, info.lead, add)}
<form class="filters" role="search" method="get" action="${listHref(info.kind)}">${field({ name: "q", label: `Tìm ${info.one}`, type: "search", value: visit.query("q"), autocomplete: "off" })}<p class="send"><button class="quiet">Tìm</button></p></form>
${
  rows.length === 0
    ? empty(`Không có ${info.one} nào như vậy.`)
    : html`<p class="hint">${rows.length === total ? `Tất cả ${total}` : `${rows.length} trong ${total}`} ${info.one}</p><div class="panel flush">${itemTable(info, rows)}</div>`
}`,
    { at: "knowledge" },
  );
}

/** Kinds whose items stand in no group have no column for it. */
function itemTable(info: KindInfo, rows: readonly ListRow[]): Html {
  const hasGroups = rows.some(({ group }) => group !== null && group !== "");
  return table(
    [
      info.kind === "unit" ? { name: "Tên", kind: "short" } : { name: "Tên" },
      ...(hasGroups ? [{ name: info.kind === "unit" ? "Từ các nơi cũ" : "Nhóm" }] : []),
      { name: "Tình trạng", kind: "short" },
    ],
    rows.map(({ href, title, group, badges }) => [
      html`<a href="${href}">${title}</a>`,
      ...(hasGroups ? [group] : []),
      badges.length > 0 && html`<span class="badges">${badges.map(badge)}</span>`,
    ]),
  );
}

export const kindTabs = (here: KindInfo | null): Html =>
  html`<nav class="tabs" aria-label="Loại nội dung">${KIND_INFO.map(
    (info) =>
      html`<a href="${listHref(info.kind)}"${info.kind === here?.kind && html` aria-current="page"`}>${info.many}</a>`,
  )}</nav>`;
