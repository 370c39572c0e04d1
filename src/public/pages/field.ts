/** `/thu-tuc/linh-vuc/<slug>`: the procedures of one field, a page at a time. */
import type { Field, Knowledge } from "../../knowledge/index.ts";
import { sayDay } from "../../knowledge/index.ts";
import { type Html, html } from "../../web/design/html.ts";
import { BASE, crumbs, fieldHref, procedureHref, renderPage } from "../shell.ts";
import { proceduresOf } from "../versions/field-list.ts";
import { type FieldSince, sheetQuery } from "../versions/sheet.ts";
import { procedureRow } from "./search-results.ts";

/** So many fit a page of less than 100 KB many times over, and a phone's patience once. */
export const ON_A_PAGE = 50;

export type FieldPage = {
  readonly field: Field;
  readonly knowledge: Knowledge;
  /** From 1; one that is not there shows the first. */
  readonly page: number;
  readonly since: FieldSince | null;
};

export function fieldPage({ field, knowledge, page, since }: FieldPage): string {
  const all = proceduresOf(field.name, knowledge);
  const pages = Math.max(1, Math.ceil(all.length / ON_A_PAGE));
  const shown = page >= 1 && page <= pages ? page : 1;
  const some = all.slice((shown - 1) * ON_A_PAGE, shown * ON_A_PAGE);
  const main = html`${crumbs({ href: BASE, name: "Tất cả lĩnh vực" })}
<header class="title"><h1>${field.name}</h1><p class="lead">${field.about === field.name ? null : `${field.about}. `}${all.length} thủ tục.</p></header>
${since && sinceBox(since)}
<ul class="rows">${some.map((procedure) => procedureRow(procedure, knowledge))}</ul>
${pages > 1 && pager(field, shown, pages)}
<p class="after"><a href="${fieldHref(field.slug)}/in">In bảng mã của lĩnh vực này để dán tường</a></p>`;
  return renderPage({ title: field.name, knowledge, main, at: "browse", noIndex: since !== null });
}

const pager = (field: Field, shown: number, pages: number): Html =>
  html`<nav class="pager" aria-label="Trang">${shown > 1 && html`<a rel="prev" href="${fieldHref(field.slug)}?trang=${shown - 1}">Trang trước</a>`}
<span>Trang ${shown} trên ${pages}</span>${shown < pages && html`<a rel="next" href="${fieldHref(field.slug)}?trang=${shown + 1}">Trang sau</a>`}</nav>`;

function sinceBox(since: FieldSince): Html {
  const day = sayDay(since.day);
  if (since.kind === "unknown") {
    return html`<section class="note since"><h2>Bảng in ngày ${day}</h2><p>Bản đã in không còn lưu nên không so được. Dưới đây là danh sách hiện nay.</p></section>`;
  }
  const { added, removed, changed } = since;
  if (added.length + removed.length + changed.length === 0) {
    return html`<section class="note since"><h2>Từ khi in bảng này (${day})</h2><p>Danh sách và các thủ tục trong bảng chưa có gì đổi.</p></section>`;
  }
  return html`<section class="note since"><h2>Từ khi in bảng này (${day}) đã đổi</h2><ul>
${added.map(({ id, name }) => html`<li>Thêm: <a href="${procedureHref(id)}">${name}</a></li>`)}
${removed.map(({ name, code }) => html`<li>Không còn: ${name}${code && ` (${code})`}</li>`)}
${changed.map(({ id, name, sheet }) => html`<li>Có sửa: <a href="${procedureHref(id)}?${sheetQuery(sheet)}">${name}</a></li>`)}</ul></section>`;
}
