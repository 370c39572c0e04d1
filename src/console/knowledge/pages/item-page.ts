/** One item as it is in use: each fact with its way to be mended or withdrawn, and what citizens read. */
import { type Html, html } from "../../../web/design/html.ts";
import { type Answer, page } from "../../answer.ts";
import { heading } from "../../parts.ts";
import type { StaffVisit } from "../../visit.ts";
import type { AssistantDesk, Item } from "../desk.ts";
import { textOfEntry } from "../form/draw.ts";
import type { Field, Section } from "../form/fields.ts";
import { text } from "../form/shared.ts";
import { hrefOf } from "../kinds.ts";
import type { Opened } from "../open-item.ts";
import { aspectsOf, previewOf } from "../preview.ts";
import { kindTabs } from "./list-page.ts";
import { badge, badgesOf, bubble } from "./pieces.ts";
import { withdrawBox, withdrawnBox } from "./withdraw-box.ts";

export async function itemPage(visit: StaffVisit, opened: Opened, desk: AssistantDesk): Promise<Answer> {
  const { info, item, spec, title } = opened;
  const at = hrefOf(item);
  const badges = badgesOf(item);
  const aspects = aspectsOf(item.kind);
  const aspect = visit.query("hoi") || (aspects[0]?.value ?? "");
  const said = item.content === null ? null : await previewOf(desk, item, aspect);
  const content = (item.content ?? item.draft?.content) as Record<string, unknown>;
  return page(
    title,
    html`${kindTabs(info)}${heading(
      title,
      badges.length > 0 ? html`<span class="badges">${badges.map(badge)}</span>` : null,
      html`${visit.may("edit") && html`<a class="button" href="${at}/sua">${item.draft ? "Soạn tiếp" : "Sửa"}</a>`}${item.draft && html`<a class="button quiet" href="${at}/xem-lai">Xem bản đang soạn</a>`}<a class="button quiet" href="${at}/lich-su">Lịch sử</a>`,
    )}
${withdrawnBox(visit, item)}${notices(item)}
<div class="columns"><div>${spec.map((section) => shownSection(section, content, visit, item))}</div>
<aside class="side-panel" aria-label="Người dân thấy gì"><section class="panel"><h2>Người dân thấy</h2>
${aspects.length > 1 && html`<p class="chips">${aspects.map(({ value, name }) => html`<a href="${at}?hoi=${value}"${value === aspect && html` aria-current="true"`}>${name}</a>`)}</p>`}
${said ? bubble(said) : html`<p class="hint">Chưa công bố.</p>`}</section>
${visit.may("edit") && withdrawBox(visit, item, title)}</aside></div>`,
    { at: "knowledge" },
  );
}

function notices(item: Item): Html {
  const at = hrefOf(item);
  return html`${
    item.conflict &&
    html`<section class="doubt"><h2>Bản phát hành mới cũng sửa mục này</h2><p>Trợ lý đang nói theo bản của trung tâm. Anh/chị xem hai bản khác nhau chỗ nào rồi chọn.</p><p class="send"><a class="button quiet" href="${at}/ban-phat-hanh">So hai bản</a></p></section>`
  }${
    item.setAside &&
    html`<section class="doubt"><h2>Bản của trung tâm không còn khớp</h2><p>Bản phát hành mới đổi những mục liên quan nên bản của trung tâm đang không dùng được; trợ lý nói theo bản phát hành. Anh/chị sửa lại rồi công bố.</p></section>`
  }`;
}

function shownSection(section: Section, content: Record<string, unknown>, visit: StaffVisit, item: Item): Html | null {
  const shown = section.fields.flatMap((field) => shownField(field, content[field.name], visit, item) ?? []);
  if (shown.length === 0) return null;
  return html`<section class="panel"><div class="panel-head"><h2>${section.title}</h2>${visit.may("edit") && html`<a href="${hrefOf(item)}/sua#muc-${section.id}">Sửa<span class="unseen"> ${section.title}</span></a>`}</div><dl class="facts">${shown}</dl></section>`;
}

function shownField(field: Field, value: unknown, visit: StaffVisit, item: Item): Html | null {
  if (field.type === "group") {
    const record = (value ?? {}) as Record<string, unknown>;
    return html`${field.fields.map((each) => shownField(each, record[each.name], visit, item))}`;
  }
  if (field.type === "list") {
    const entries = (Array.isArray(value) ? value : []) as Record<string, unknown>[];
    if (entries.length === 0) return null;
    const list = html`<ul class="entries">${entries.map((entry, at) => {
      const part = `${field.name}.${at}`;
      const isOut = item.withdrawals.some(
        (each) => each.part === part || (field.name === each.part && each.part !== ""),
      );
      const name = field.title(entry);
      return html`<li><span>${isOut ? html`<del>${name}</del> ${badge({ text: "đang rút", tone: "red" })}` : name}</span>${visit.may("edit") && html`<a href="${hrefOf(item)}/sua?mo=${part}#f.${part}">Sửa<span class="unseen"> ${name}</span></a>`}</li>`;
    })}</ul>`;
    // Laws and forms are many and seldom looked at; what citizens ask for stands open.
    const isFolded = entries.length > 6;
    return html`<dt>${field.label}</dt><dd>${isFolded ? html`<details><summary>${entries.length} mục</summary>${list}</details>` : list}</dd>`;
  }
  if (Array.isArray(value)) {
    if (value.length === 0)
      return field.type === "spans" && field.none ? html`<dt>${field.label}</dt><dd>${field.none}</dd>` : null;
    const optionName = (each: unknown) =>
      field.type === "checks" ? field.options.find((option) => option.value === each)?.name : undefined;
    const names = value.map((each) => optionName(each) ?? text(textOfEntry(each)));
    const [first, ...more] = names;
    if (names.length > 5)
      return html`<dt>${field.label}</dt><dd><details><summary>${names.length} dòng, ví dụ: ${first}</summary><ul>${more.map((name) => html`<li>${name}</li>`)}</ul></details></dd>`;
    return html`<dt>${field.label}</dt><dd><ul>${names.map((name) => html`<li>${name}</li>`)}</ul></dd>`;
  }
  if (value === undefined || value === null || value === "") return null;
  const said =
    field.type === "choice"
      ? (field.options.find((option) => option.value === value)?.name ?? text(value))
      : value === true
        ? "có"
        : text(value);
  return html`<dt>${field.label}</dt><dd>${said}</dd>`;
}
