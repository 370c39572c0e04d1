/** The work lists as pages. */
import { html } from "../../web/design/html.ts";
import { page } from "../answer.ts";
import { type KnowledgeParts, openingPage } from "../knowledge/open-item.ts";
import { BASE } from "../menu.ts";
import { empty, heading, table } from "../parts.ts";
import { type Route, staff } from "../route.ts";
import { LISTS, workList } from "./work-lists.ts";

export const workRoutes = ({ desk }: Pick<KnowledgeParts, "desk">): readonly Route[] => [
  staff("get", "/viec-can-lam", "see", (visit) => {
    const inUse = desk.inUse();
    if (!inUse) return openingPage();
    const list = LISTS.find(({ key }) => key === visit.query("ds")) ?? LISTS[0];
    const counted = LISTS.map((each) => ({ ...each, items: workList(each.key, inUse.knowledge, desk.today()) }));
    const items = counted.find(({ key }) => key === list.key)?.items ?? [];
    const mayEdit = visit.may("edit");
    return page(
      list.name,
      html`${heading("Cần bổ sung, xem lại", list.lead)}
<nav class="tabs" aria-label="Danh sách">${counted.map(({ key, name, items: { length } }) => html`<a href="${BASE}/viec-can-lam?ds=${key}"${key === list.key && html` aria-current="page"`}>${name} <span class="count">${length}</span></a>`)}</nav>
${
  items.length === 0
    ? empty("Không còn gì trong danh sách này.")
    : html`<div class="panel flush">${table(
        [{ name: "Mục" }, { name: "Cần làm" }],
        items.map(({ href, title, what }) => [
          html`<a href="${mayEdit ? href : href.replace(/\/sua.*$/, "")}">${title}</a>`,
          what,
        ]),
      )}</div>`
}`,
      { at: "work" },
    );
  }),
];
