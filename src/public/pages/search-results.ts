/** `/thu-tuc?q=…`: what the words were understood as, with the question that tells look-alikes apart. */
import { type Knowledge, type Procedure, shortCodeOf, type Uncovered } from "../../knowledge/index.ts";
import { type Html, html } from "../../web/design/html.ts";
import { type Group, uncoveredNeed } from "../search.ts";
import { BASE, procedureHref, renderPage, searchForm } from "../shell.ts";

export function searchPage(query: string, groups: readonly Group[], knowledge: Knowledge): string {
  const count = groups.reduce((sum, { procedures }) => sum + procedures.length, 0);
  const need = uncoveredNeed(query, knowledge);
  const main = html`<h1 class="quiet">Tìm thủ tục</h1>${searchForm(query)}
<p class="found" role="status">${count === 0 ? html`Chưa tìm thấy thủ tục nào cho “${query}”.` : html`Tìm thấy ${count} thủ tục cho “${query}”.`}</p>
${need && uncoveredNote(need, count)}${count === 0 ? need === null && nothing() : groups.map((group, index) => groupSection(group, index === 0, knowledge))}`;
  return renderPage({ title: `Tìm “${query}”`, knowledge, main, noIndex: true, at: "browse" });
}

const uncoveredNote = ({ name, ask }: Uncovered, count: number): Html =>
  html`<div class="note"><h2>${name}: kho chưa có hướng dẫn</h2><p>Anh/chị hỏi ${ask ?? "quầy một cửa"} trước khi đi.${count > 0 && " Bên dưới là các thủ tục có tên gần giống, không phải việc này."}</p></div>`;

const nothing = (): Html =>
  html`<div class="note"><p>Anh/chị thử gõ tên giấy tờ, ví dụ “khai sinh”, “sổ đỏ”, “căn cước”, hoặc xem theo <a href="${BASE}">từng lĩnh vực</a>.</p>
<p>Vẫn không thấy thì hỏi quầy một cửa: có thể kho chưa có thủ tục này.</p></div>`;

function groupSection({ topic, procedures }: Group, isFirst: boolean, knowledge: Knowledge): Html {
  const heading = topic?.name ?? (isFirst ? "Thủ tục tìm thấy" : "Thủ tục có tên gần giống");
  const ask = topic && procedures.length > 1 && topic.ask;
  const labels = new Map(topic?.choices?.map(({ procedure, label }) => [procedure, label]));
  return html`<section class="group"><h2>${heading}</h2>${ask && html`<p class="ask">${ask}</p>`}
<ul class="rows">${procedures.map((procedure) => procedureRow(procedure, knowledge, labels.get(procedure.id)))}</ul></section>`;
}

/** One line of a list: the name people use, its short code, and what tells it apart. */
export function procedureRow(procedure: Procedure, knowledge: Knowledge, label?: string): Html {
  const code = shortCodeOf(procedure.id, knowledge);
  const apart = label && label !== procedure.short_name ? label : null;
  return html`<li><a href="${procedureHref(procedure.id)}"><b>${procedure.short_name}</b>${apart && html`<span class="about">${apart}</span>`}</a>${code && html`<span class="code" title="Mã nhắn Zalo">${code}</span>`}</li>`;
}
