/** The box on top of a page that was opened by scanning a printed sheet: what changed since. */
import { lowerFirst, sayDay } from "../../knowledge/index.ts";
import { type Html, html } from "../../web/design/html.ts";
import { PARTS } from "../facts/lines.ts";
import type { Change } from "../versions/changes.ts";
import type { Since } from "../versions/sheet.ts";

export function sinceBox(since: Since): Html {
  const day = sayDay(since.day);
  if (since.kind === "unknown") {
    return html`<section class="note since"><h2>Tờ in ngày ${day}</h2><p>Bản đã in không còn lưu nên không so được. Anh/chị xem theo trang này, là bản hiện nay.</p></section>`;
  }
  if (since.changes.length === 0) {
    return html`<section class="note since same"><h2>Từ khi in tờ này (${day}) chưa có gì đổi</h2><p>Giấy tờ, lệ phí, thời hạn trên tờ vẫn đúng với bản hiện nay.</p></section>`;
  }
  return html`<section class="note since"><h2>Từ khi in tờ này (${day}) đã đổi</h2><ul class="diff">${since.changes.map(changeLine)}</ul></section>`;
}

function changeLine({ part, about, before, after }: Change): Html {
  const title = about === "" ? PARTS[part] : `${PARTS[part]}, ${lowerFirst(about)}`;
  if (before !== null && after !== null) {
    return html`<li><b>${title}</b> <del><span class="unseen">Trước: </span>${before}</del> <span class="arrow" aria-hidden="true">→</span> <ins><span class="unseen">Nay: </span>${after}</ins></li>`;
  }
  return after !== null
    ? html`<li><b>${PARTS[part]}, thêm:</b> <ins>${after}</ins></li>`
    : html`<li><b>${PARTS[part]}, bỏ:</b> <del>${before}</del></li>`;
}
