/** Withdrawing a fact at once, and saying that it is mended. */
import { type Html, html } from "../../../web/design/html.ts";
import { BASE } from "../../menu.ts";
import { csrfField, field, when } from "../../parts.ts";
import type { StaffVisit } from "../../visit.ts";
import type { Item } from "../desk.ts";
import { hrefOf } from "../kinds.ts";

const UNIT_PARTS = [
  ["address", "Địa chỉ"],
  ["hours", "Giờ làm việc"],
  ["phone", "Điện thoại"],
] as const;

/** What can be withdrawn of an item, as [part, in words]. */
export function partsOf(item: Item): readonly (readonly [part: string, name: string])[] {
  if (item.content === null) return [];
  if (item.kind === "topic") return [["", "Cả chủ đề"]];
  if (item.kind === "faq") return [["", "Cả câu trả lời"]];
  if (item.kind === "unit") {
    const unit = item.content as Record<string, unknown>;
    return UNIT_PARTS.filter(([part]) => unit[part] !== undefined && unit[`${part}_confirmed_on`] !== undefined);
  }
  if (item.kind !== "procedure") return [];
  const { documents, fees, times } = item.content as Record<string, { case?: string }[]>;
  const entries = (list: { case?: string }[] | undefined, name: string, what: string) =>
    (list ?? []).map((entry, at) => [`${name}.${at}`, `${what}: ${entry.case ?? ""}`] as const);
  return [
    ...entries(fees, "fees", "Lệ phí"),
    ...entries(times, "times", "Thời hạn"),
    ...((documents ?? []).length > 0 ? [["documents", "Danh sách giấy tờ"] as const] : []),
    ["", "Cả thủ tục"],
  ];
}

export function withdrawBox(visit: StaffVisit, item: Item, title: string): Html | null {
  const out = new Set(item.withdrawals.map(({ part }) => part));
  const parts = partsOf(item).filter(([part]) => !out.has(part));
  if (parts.length === 0) return null;
  return html`<section class="panel"><h2>Thấy sai? Rút ngay</h2><p class="hint">Trợ lý thôi nói điều đó ngay lập tức và mời dân hỏi quầy, cho tới khi có bản sửa. Không cần chờ duyệt.</p>
<form method="post" action="${hrefOf(item)}/rut">${csrfField(visit)}<p class="field"><label for="phan">Rút phần nào của “${title}”</label><select id="phan" name="phan">${parts.map(([part, name]) => html`<option value="${part}">${name}</option>`)}</select></p>
${field({ name: "ly-do", label: "Vì sao", required: true, max: 200, hint: "Để đồng nghiệp biết mà sửa." })}<p class="send"><button class="danger">Rút ngay</button></p></form>
${visit.may("approve") && html`<p class="hint"><a href="${BASE}/dinh-chinh?muc=${item.kind}/${item.id}">Ai đã nhận điều sai này? Gửi lời đính chính</a></p>`}</section>`;
}

/** What is withdrawn now, on top of the item's page. */
export function withdrawnBox(visit: StaffVisit, item: Item): Html | null {
  if (item.withdrawals.length === 0) return null;
  const names = new Map(partsOf(item));
  return html`<section class="doubt"><h2>Đang rút, trợ lý không nói</h2><ul class="entries">${item.withdrawals.map(
    ({ part, reason, at }) =>
      html`<li><span><b>${names.get(part) ?? part}</b>: ${reason} (${when(at)})</span>${visit.may("approve") && html`<form method="post" action="${hrefOf(item)}/thoi-rut">${csrfField(visit)}<input type="hidden" name="phan" value="${part}"><button class="quiet">Nói lại như cũ<span class="unseen">: ${names.get(part) ?? part}</span></button></form>`}</li>`,
  )}</ul></section>`;
}
