/** A draft beside what is in use: what differs, what citizens would read, the gate, and what can be done. */
import { type Html, html } from "../../../web/design/html.ts";
import { type Page, page } from "../../answer.ts";
import { act, csrfField, fault, field, heading, when } from "../../parts.ts";
import type { StaffVisit } from "../../visit.ts";
import type { AssistantDesk, Item } from "../desk.ts";
import { type Difference, differences } from "../diff.ts";
import { hrefOf } from "../kinds.ts";
import type { Opened } from "../open-item.ts";
import { aspectsOf, previewOf } from "../preview.ts";
import type { Draft } from "../store.ts";
import { withItem } from "../with-item.ts";
import { badge, bubble, differenceTable, draftBadge, type Names, nameOf } from "./pieces.ts";
import { partsOf } from "./withdraw-box.ts";

export type Review = {
  readonly draft: Draft;
  readonly names: Names;
  readonly needsTwo: boolean;
  /** Null: it is asked for by the page itself. */
  readonly gate: Html | null;
  readonly desk: AssistantDesk;
  readonly wrong: string | null;
};

export async function reviewPage(visit: StaffVisit, opened: Opened, review: Review): Promise<Page> {
  const { item, spec, title, info } = opened;
  const { draft, gate, names, wrong } = review;
  const at = hrefOf(item);
  const found = differences(spec, draft.base, draft.content);
  return page(
    `Xem lại: ${title}`,
    html`<nav class="crumbs" aria-label="Đường dẫn"><a href="${at.replace(/\/[^/]*$/, "")}">${info.many}</a><a href="${at}">${title}</a></nav>
${heading(`Xem lại: ${title}`, html`${badge(draftBadge(draft))} ${nameOf(names, draft.author, visit)} lưu lúc ${when(draft.updatedAt)}${draft.note && html`. “${draft.note}”`}`, visit.may("edit") ? html`<a class="button quiet" href="${at}/sua">Sửa tiếp</a>` : undefined)}
${fault(wrong)}${draft.sentBack !== null && html`<section class="doubt"><h2>Người duyệt trả lại</h2><p>${draft.sentBack}</p></section>`}
<h2>Có gì thay đổi</h2>${found.length === 0 ? html`<p class="hint">Chưa có gì khác bản đang dùng.</p>` : differenceTable(found)}
<h2>Người dân sẽ đọc</h2>${await beforeAfter(opened, review, found)}
<h2>Cổng kiểm tra</h2><div class="panel" data-load="${at}/cong">${gate ?? html`<p class="hint">Thử lại các câu hỏi vàng và những câu dân đã hỏi gần đây…</p><p class="send"><a class="button quiet" href="${at}/xem-lai?chay=1">Chạy thử</a></p>`}</div>
<h2>Bước tiếp theo</h2>${actions(visit, opened, review)}`,
    { at: "queue", status: wrong ? 409 : 200 },
  );
}

/** Aspects whose answer changes; all of them when none does. */
async function beforeAfter(
  { item, inUse }: Opened,
  { draft, desk }: Review,
  found: readonly Difference[],
): Promise<Html> {
  const fit = withItem(inUse.knowledge, item, draft.content);
  if (fit.kind === "faulty") return html`<p class="hint">Chưa xem trước được: bản nháp còn chỗ chưa điền đúng.</p>`;
  const pairs = await Promise.all(
    aspectsOf(item.kind).map(async ({ value, name }) => ({
      name,
      before: item.content === null ? null : await previewOf(desk, item, value),
      after: await previewOf(desk, item, value, fit.knowledge),
    })),
  );
  const changed = pairs.filter(({ before, after }) => before?.text !== after.text);
  if (changed.length === 0)
    return html`<p class="hint">${found.length === 0 ? "Như cũ." : "Câu trả lời không đổi: chỗ sửa này chỉ cán bộ thấy, hoặc chỉ đổi cách hiểu."}</p>`;
  return html`${changed.map(
    ({ name, before, after }) =>
      html`<div class="panel"><h3>${name}</h3><div class="pair"><div><h4>Đang trả lời</h4>${before ? bubble(before) : html`<p class="hint">Chưa có.</p>`}</div><div><h4>Sẽ trả lời</h4>${bubble(after)}</div></div></div>`,
  )}`;
}

function actions(visit: StaffVisit, { item }: Opened, { draft, needsTwo }: Review): Html {
  const at = hrefOf(item);
  const rev = html`<input type="hidden" name="_rev" value="${draft.rev}">`;
  const isMine = draft.authors.includes(visit.officer.id);
  const mayPublish = visit.may("approve") && !(needsTwo && isMine);
  return html`<div class="panel"><div class="actions">
${mayPublish && html`<form method="post" action="${at}/cong-bo">${csrfField(visit)}${rev}${mended(item)}<button>${isMine ? "Công bố" : "Duyệt và công bố"}</button></form>`}
${!mayPublish && draft.state === "draft" && visit.may("edit") && html`<form method="post" action="${at}/gui-duyet">${csrfField(visit)}${rev}<button>Gửi duyệt</button></form>`}
${visit.may("edit") && act(visit, `${at}/bo-nhap`, "Bỏ bản nháp", "danger")}</div>
${!mayPublish && html`<p class="hint">${needsTwo && isMine ? "Anh/chị có phần soạn bản này nên cần một người khác duyệt." : "Bản này chờ người có quyền duyệt."}</p>`}
${mayPublish && !isMine && html`<details class="send-back"><summary>Trả lại cho người soạn</summary><form method="post" action="${at}/tra-lai">${csrfField(visit)}${rev}${field({ name: "ly-do", label: "Cần sửa gì", required: true, max: 300 })}<p class="send"><button class="quiet">Trả lại</button></p></form></details>`}</div>`;
}

/** What was withdrawn is said again with this version, unless the officer says otherwise. */
function mended(item: Item): Html | null {
  if (item.withdrawals.length === 0) return null;
  const names = new Map(partsOf(item));
  return html`<fieldset class="choices"><legend>Phần đang bị rút</legend>${item.withdrawals.map(
    ({ part, reason }) =>
      html`<label><input type="checkbox" name="_sua-xong" value="${part}" checked><span><b>${names.get(part) ?? part}</b> đã sửa xong, nói lại với dân <small>(rút vì: ${reason})</small></span></label>`,
  )}</fieldset>`;
}
