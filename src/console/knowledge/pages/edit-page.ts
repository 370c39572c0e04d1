/** The form of an item with the citizen's bubble beside it. */
import { type Html, html } from "../../../web/design/html.ts";
import { type Answer, page } from "../../answer.ts";
import { csrfField, field, heading } from "../../parts.ts";
import type { StaffVisit } from "../../visit.ts";
import type { AssistantDesk } from "../desk.ts";
import { differences } from "../diff.ts";
import { drawSection } from "../form/draw.ts";
import { type FormSpec, fieldsOf } from "../form/fields.ts";
import { hrefOf } from "../kinds.ts";
import type { Opened } from "../open-item.ts";
import { aspectOfEntry, aspectsOf, previewOf } from "../preview.ts";
import { withItem } from "../with-item.ts";
import { bubble, differenceTable } from "./pieces.ts";

export type Editing = {
  readonly content: Record<string, unknown>;
  /** The entry that is open: `fees.1`. */
  readonly open: string | null;
  readonly faults: ReadonlyMap<string, string>;
  readonly desk: AssistantDesk;
};

export async function editPage(visit: StaffVisit, opened: Opened, editing: Editing): Promise<Answer> {
  const { item, spec, title, info } = opened;
  const { content, open, faults, desk } = editing;
  const at = hrefOf(item);
  const aspects = aspectsOf(item.kind);
  const aspect = visit.form.text("_hoi") || aspectOfEntry(open) || (aspects[0]?.value ?? "");
  const rev = visit.form.text("_rev") || String(item.draft?.rev ?? 0);
  return page(
    `Sửa: ${title}`,
    html`<nav class="crumbs" aria-label="Đường dẫn"><a href="${at.replace(/\/[^/]*$/, "")}">${info.many}</a><a href="${at}">${title}</a></nav>
${heading(`Sửa: ${title}`, "Sửa xong bấm “Lưu và xem lại”. Người dân chỉ thấy khi bản này được công bố.")}
${faults.size > 0 && faultList(spec, faults)}
<form method="post" action="${at}/sua" class="editor" data-preview="${at}/xem-truoc" data-unsaved>${csrfField(visit)}<input type="hidden" name="_rev" value="${rev}">
<button class="unseen" tabindex="-1" aria-hidden="true">Lưu và xem lại</button>
<div class="columns"><div>${spec.map((section) => drawSection(section, content, { faults, open }))}
<section class="panel"><h2>Vì sao sửa</h2>${field({ name: "_ghi-chu", label: "Một câu cho người duyệt và cho lịch sử", value: visit.form.text("_ghi-chu") || (item.draft?.note ?? ""), max: 300, hint: "Ví dụ: theo Thông tư 12/2026/TT-BTC, áp dụng từ 01/01/2027." })}</section></div>
<aside class="side-panel" aria-label="Người dân sẽ thấy gì"><section class="panel sticky"><h2>Người dân sẽ thấy</h2>
<p class="field"><label class="unseen" for="_hoi">Khi dân hỏi về</label><select id="_hoi" name="_hoi">${aspects.map(({ value, name }) => html`<option value="${value}"${value === aspect && html` selected`}>${name}</option>`)}</select></p>
<div id="xem-truoc" aria-live="polite">${await previewPiece(opened, content, aspect, desk)}</div>
<p class="send"><button class="quiet" name="_lam" value="xem" data-no-script>Xem trước</button></p></section></aside></div>
<p class="savebar"><button>Lưu và xem lại</button><a class="button quiet" href="${at}">Thôi</a></p></form>`,
    { at: "knowledge", status: faults.size > 0 ? 422 : 200 },
  );
}

/** Every fault by its field's name, each a way to its field: a form is longer than a screen. */
function faultList(spec: FormSpec, faults: ReadonlyMap<string, string>): Html {
  const labels = new Map(fieldsOf(spec).map(({ name, label }) => [name, label]));
  return html`<div class="fault" role="alert"><p>Chưa lưu: còn ${faults.size} chỗ chưa đúng.</p><ul>${[...faults].map(
    ([key, what]) => {
      const label = labels.get(key.split(".")[0] ?? "");
      return html`<li>${label === undefined ? key : html`<a href="#f.${key}">${label}</a>`}: ${what}</li>`;
    },
  )}</ul></div>`;
}

/** What citizens would read, or that it cannot be shown yet. */
export async function previewPiece(
  { item, inUse }: Opened,
  content: unknown,
  aspect: string,
  desk: AssistantDesk,
): Promise<Html> {
  const fit = withItem(inUse.knowledge, item, content);
  if (fit.kind === "faulty")
    return html`<p class="hint">Chưa xem trước được: còn ${fit.faults.size} chỗ chưa điền đúng.</p>`;
  return bubble(await previewOf(desk, item, aspect, fit.knowledge));
}

/** Somebody else saved meanwhile: nothing is lost, the officer sees both and decides. */
export function changedMeanwhilePage(
  visit: StaffVisit,
  { item, spec, title }: Opened,
  mine: Record<string, unknown>,
): Answer {
  const at = hrefOf(item);
  const theirs = item.draft?.content ?? item.content;
  const keep = visit.form.names().filter((name) => name !== "_rev" && name !== "_lam" && name !== "_ma");
  return page(
    "Có người vừa sửa",
    html`${heading("Có người vừa sửa mục này", `“${title}” đã được người khác lưu trong lúc anh/chị sửa. Chưa có gì bị ghi đè.`)}
<h2>Bản của người kia, so với bản của anh/chị</h2>${differenceTable(differences(spec, theirs, mine))}
<form method="post" action="${at}/sua" class="send">${csrfField(visit)}<input type="hidden" name="_rev" value="${item.draft?.rev ?? 0}">${keep.map((name) => visit.form.all(name).map((value) => html`<input type="hidden" name="${name}" value="${value}">`))}
<button>Lưu bản của anh/chị (cột “Sau”)</button><a class="button quiet" href="${at}/sua">Giữ bản của người kia</a></form>`,
    { at: "knowledge", status: 409 },
  );
}
