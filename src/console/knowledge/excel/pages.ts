/** The pages of Excel files: taking out, choosing one, and what it would change before anything is written. */
import { type Html, html } from "../../../web/design/html.ts";
import { type Page, page } from "../../answer.ts";
import { csrfField, empty, fault, field, heading, table } from "../../parts.ts";
import type { StaffVisit } from "../../visit.ts";
import { type KindInfo, listHref } from "../kinds.ts";
import { kindTabs } from "../pages/list-page.ts";
import { badge, differenceTable } from "../pages/pieces.ts";
import type { Fault } from "./faults.ts";
import { type Outcome, type Plan, type PlanItem, signOf } from "./plan.ts";

export function excelPage(visit: StaffVisit, info: KindInfo, wrong: string | null): Page {
  const at = `${listHref(info.kind)}/excel`;
  const query = visit.query("q");
  return page(
    `${info.many} trong Excel`,
    html`${kindTabs(info)}${heading(`${info.many} trong Excel`, "Sửa nhiều mục một lượt bằng Excel hoặc LibreOffice. Xuất ra, sửa, nhập lại thành bản nháp; duyệt và công bố như mọi bản sửa.")}
<section class="panel"><h2>1. Xuất</h2><form method="get" action="${at}/xuat">${field({ name: "q", label: `Chỉ những ${info.one} có chữ này`, value: query, type: "search", autocomplete: "off", hint: `Tên, lĩnh vực hay mã. Để trống: tất cả ${info.one}.` })}<p class="send"><button${visit.may("edit") && html` class="quiet"`}>Xuất Excel</button></p></form></section>
${
  visit.may("edit") &&
  html`<section class="panel"><h2>2. Nhập lại</h2>${fault(wrong)}<form method="post" action="${at}" enctype="multipart/form-data">${csrfField(visit)}<p class="field"><label for="tep">Tệp đã sửa</label><input id="tep" name="tep" type="file" accept=".xlsx" required aria-describedby="tep-ghi-chu"><small id="tep-ghi-chu" class="hint">Tệp .xlsx xuất từ trang này. Chương trình chỉ xem, chưa đổi gì.</small></p><p class="send"><button>Xem sẽ đổi gì</button></p></form></section>`
}`,
    { at: "knowledge", status: wrong ? 422 : 200 },
  );
}

export type PlanView = {
  readonly info: KindInfo;
  readonly name: string;
  readonly at: string;
  readonly plan: Plan;
  readonly wrong: string | null;
};

export function planPage(visit: StaffVisit, { info, name, at, plan, wrong }: PlanView): Page {
  const { items, faults, ignored } = plan;
  const of = (...outcomes: Outcome[]) => items.filter(({ outcome }) => outcomes.includes(outcome));
  const [changes, conflicts, busy, bad] = [of("changed", "new"), of("conflict"), of("busy"), of("wrong")];
  const isBlocked = faults.some(({ id }) => id === null);
  return page(
    `Xem trước: ${name}`,
    html`<nav class="crumbs" aria-label="Đường dẫn"><a href="${listHref(info.kind)}">${info.many}</a><a href="${listHref(info.kind)}/excel">Excel</a></nav>
${heading(`Xem trước: ${name}`, "Chưa có gì thay đổi. Dưới đây là những gì sẽ khác nếu lấy tệp này.")}${fault(wrong)}
${!isBlocked && html`<div class="tiles">${tile("Sẽ đổi", of("changed").length)}${tile("Mới", of("new").length)}${tile("Cần anh/chị chọn", conflicts.length + busy.length)}${tile("Sai", bad.length)}</div>`}
${!isBlocked && html`<p class="hint">${of("same").length} mục trong tệp không đổi gì.</p>`}
${ignored.length > 0 && html`<p class="hint">Không đọc trang: ${ignored.join(", ")}.</p>`}
${faults.length > 0 && faultsBox(faults)}
<form method="post" action="${at}/lay">${csrfField(visit)}<input type="hidden" name="_xem" value="${signOf(plan)}">
${changes.length > 0 && html`<h2>Sẽ thành bản nháp</h2>${changes.map((item, index) => itemBox(item, index < 3 && changes.length < 12))}`}
${conflicts.length > 0 && html`<h2>Đã đổi sau khi xuất tệp</h2><p class="hint">Có người công bố bản khác (hoặc chương trình được nâng cấp) sau khi tệp này được xuất. Không chọn thì giữ bản đang dùng.</p>${conflicts.map((item) => itemBox(item, true, chooser(item)))}`}
${busy.length > 0 && html`<h2>Đang có bản nháp khác</h2><p class="hint">Những mục này có người đang soạn nên không lấy từ tệp. Công bố hoặc bỏ bản nháp đó rồi nhập lại.</p>${busy.map((item) => itemBox(item, false))}`}
${
  isBlocked
    ? html`<section class="panel"><p>Tệp còn lỗi ở trên nên chưa lấy được mục nào. Sửa tệp rồi chọn lại.</p><p class="send"><a class="button" href="${listHref(info.kind)}/excel">Chọn lại tệp</a></p></section>`
    : changes.length + conflicts.length === 0
      ? empty(
          bad.length > 0 ? "Không có mục đúng nào để lấy." : "Tệp này không đổi gì.",
          html`<p class="send"><a class="button" href="${listHref(info.kind)}/excel">Chọn tệp khác</a></p>`,
        )
      : takeBox(at, changes.length, bad.length, conflicts.length)
}</form>`,
    { at: "knowledge", status: wrong ? 409 : 200 },
  );
}

const tile = (name: string, count: number): Html => html`<div class="tile"><span>${name}</span><b>${count}</b></div>`;

const SHOWN_FAULTS = 200;

const faultsBox = (faults: readonly Fault[]): Html =>
  html`<h2>Chỗ sai</h2><div class="panel flush">${table(
    [{ name: "Trang" }, { name: "Dòng" }, { name: "Cột" }, { name: "Sai gì" }, { name: "Cách sửa" }],
    faults
      .slice(0, SHOWN_FAULTS)
      .map(({ sheet, line, column, what, mend }) => [sheet, line ?? "", column ?? "", what, mend]),
  )}</div>${faults.length > SHOWN_FAULTS && html`<p class="hint">và ${faults.length - SHOWN_FAULTS} chỗ nữa</p>`}`;

const itemBox = ({ title, line, outcome, found }: PlanItem, isOpen: boolean, more?: Html): Html =>
  html`<details class="entry"${isOpen && html` open`}><summary>${title} ${outcome === "new" && badge({ text: "mới", tone: "blue" })} <small>dòng ${line}, ${found.length} chỗ khác</small></summary>${differenceTable(found)}${more}</details>`;

const chooser = ({ id, title }: PlanItem): Html =>
  html`<p class="field check"><label><input type="checkbox" name="lay" value="${id}"> Lấy bản trong tệp (cột “Sau”)<span class="unseen"> của ${title}</span></label></p>`;

function takeBox(at: string, changes: number, bad: number, conflicts: number): Html {
  const what = changes > 0 ? `Tạo ${changes} bản nháp` : "Tạo bản nháp";
  return html`<section class="panel"><h2>Lấy tệp này</h2>${field({ name: "_ghi-chu", label: "Vì sao sửa", max: 300, hint: "Một câu cho người duyệt và cho lịch sử, ví dụ số văn bản. Ghi cho mọi bản nháp." })}
${bad > 0 && html`<p class="field check"><label><input type="checkbox" name="chi-muc-dung" value="1"> Chỉ lấy các mục đúng, bỏ ${bad} mục sai</label></p>`}
<p class="send"><button>${conflicts > 0 ? `${what} và các mục đã chọn` : what}</button><button class="danger" formaction="${at}/bo" formnovalidate>Bỏ tệp này</button></p>${bad > 0 && html`<p class="hint">Còn mục sai mà không chọn ô trên thì không tạo bản nháp nào.</p>`}</section>`;
}
