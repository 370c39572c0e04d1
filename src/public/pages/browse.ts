/** `/thu-tuc`: the search, and every field with how many procedures it has. */
import type { Knowledge } from "../../knowledge/index.ts";
import { type Html, html } from "../../web/design/html.ts";
import { type FieldWithCount, fieldsWithCounts } from "../fields.ts";
import { BASE, fieldHref, renderPage, searchForm } from "../shell.ts";

const EXAMPLES = [
  "lam khai sinh cho con",
  "sang tên sổ đỏ",
  "đổi căn cước",
  "sao y giấy tờ",
  "đăng ký tàu cá",
  "mở quán ăn",
];

/** Lines break between its questions, never inside one. */
const TITLE = ["Làm giấy tờ cần gì,", "tốn bao nhiêu,", "mấy ngày xong"]
  .map((question) => question.replaceAll(" ", "\u00a0"))
  .join(" ");

export function browsePage(knowledge: Knowledge): string {
  const fields = fieldsWithCounts(knowledge);
  const main = html`<section class="hero"><h1>${TITLE}</h1>
<p class="lead">${knowledge.procedures.size} thủ tục, xếp theo ${fields.length} lĩnh vực.</p>
${searchForm("", true)}
<p class="examples">Thử: ${EXAMPLES.map((text) => html`<a href="${BASE}?q=${encodeURIComponent(text)}">${text}</a> `)}</p></section>
${groupsOf(fields).map(([name, some]) => groupSection(name, some))}`;
  return renderPage({ title: "Thủ tục hành chính", knowledge, main, at: "browse" });
}

function groupsOf(fields: readonly FieldWithCount[]): [string, FieldWithCount[]][] {
  const groups = new Map<string, FieldWithCount[]>();
  for (const each of fields) groups.set(each.field.group, [...(groups.get(each.field.group) ?? []), each]);
  return [...groups];
}

const groupSection = (name: string, fields: readonly FieldWithCount[]): Html =>
  html`<section class="group"><h2>${name}</h2><ul class="cards">${fields.map(
    ({ field, count }) =>
      html`<li><a class="card" href="${fieldHref(field.slug)}"><b>${field.name}</b><span class="about">${field.about}</span><span class="count">${count} thủ tục</span></a></li>`,
  )}</ul></section>`;
