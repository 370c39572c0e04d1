/** Pages for when there is nothing to show: not found, still opening. */
import type { Knowledge, Procedure } from "../../knowledge/index.ts";
import { html } from "../../web/design/html.ts";
import { BASE, renderPage, searchForm } from "../shell.ts";
import { procedureRow } from "./search-results.ts";

/** `meant`: what the words of the wrong address meant, best first. */
export function notFoundPage(knowledge: Knowledge, meant: readonly Procedure[]): string {
  const procedures = meant.slice(0, 5);
  const main = html`<h1>Không có trang này</h1>
<p class="lead">Địa chỉ có thể gõ nhầm, hoặc thủ tục đã bỏ. Anh/chị tìm lại giúp:</p>${searchForm("")}
${procedures.length > 0 && html`<section class="group"><h2>Có phải anh/chị tìm</h2><ul class="rows">${procedures.map((procedure) => procedureRow(procedure, knowledge))}</ul></section>`}
<p class="after"><a href="${BASE}">Xem tất cả lĩnh vực</a></p>`;
  return renderPage({ title: "Không có trang này", knowledge, main, noIndex: true });
}

export function openingPage(): string {
  const main = html`<h1>Trang đang mở</h1>
<p class="lead">Máy chủ đang đọc kho thủ tục, chừng vài giây nữa là xong. Anh/chị tải lại trang giúp.</p>`;
  return renderPage({ title: "Đang mở", knowledge: null, main, noIndex: true });
}
