/** What an item was before: who changed what and when, and going back. */
import { itemName } from "../../knowledge/index.ts";
import { html } from "../../web/design/html.ts";
import { type Answer, go, page } from "../answer.ts";
import { act, empty, heading, when } from "../parts.ts";
import { missingPage } from "../plain-pages.ts";
import { type Route, staff } from "../route.ts";
import type { StaffVisit } from "../visit.ts";
import { differences } from "./diff.ts";
import { hrefOf, KNOWLEDGE } from "./kinds.ts";
import { type KnowledgeParts, type Opened, withOpened } from "./open-item.ts";
import { differenceTable, nameOf } from "./pages/pieces.ts";
import type { Revision } from "./store.ts";

export function historyRoutes(parts: KnowledgeParts): readonly Route[] {
  const { knowledge: store, officers } = parts;
  const at = (what: string) => `${KNOWLEDGE}/:loai/:id/${what}`;

  /** An old content becomes a draft: it goes through the gate and an approval like any other. */
  async function backTo(visit: StaffVisit, { item }: Opened, content: unknown, note: string): Promise<Answer> {
    if (item.draft) return go(`${hrefOf(item)}/xem-lai`, "Mục này đang có bản nháp: anh/chị công bố hoặc bỏ nó trước.");
    const { kind, id, version } = item;
    const change = { kind, id, content, base: item.content, baseVersion: version, note, author: visit.officer.id };
    await store.saveDraft(change, 0, visit.deed("knowledge.draft", itemName(item), note));
    return go(`${hrefOf(item)}/xem-lai`, "Đã lấy bản cũ làm bản nháp. Anh/chị xem lại rồi công bố.");
  }

  async function historyPage(visit: StaffVisit, opened: Opened): Promise<Answer> {
    const { item, spec, title, info } = opened;
    const history = await store.history(item);
    const names = new Map((await officers.all()).map(({ id, name }) => [id, name]));
    const contentAt = (revision: Revision | undefined) => (revision ? (revision.content ?? item.seed) : item.seed);
    return page(
      `Lịch sử: ${title}`,
      html`<nav class="crumbs" aria-label="Đường dẫn"><a href="${hrefOf(item).replace(/\/[^/]*$/, "")}">${info.many}</a><a href="${hrefOf(item)}">${title}</a></nav>
${heading(`Lịch sử: ${title}`, "Bản nào cũng còn, xem và quay lại được.")}
${history.length === 0 && empty("Trung tâm chưa sửa mục này: đang dùng bản đi kèm chương trình.")}
${history.map((revision, index) => {
  const found = differences(spec, contentAt(history[index + 1]), contentAt(revision));
  const mayGoBack = index > 0 && visit.may("edit");
  return html`<section class="panel"><div class="panel-head"><h2>Bản ${revision.version}${index === 0 && item.published && html` <span class="tag calm">đang dùng</span>`}</h2>${mayGoBack && act(visit, `${hrefOf(item)}/lich-su/${revision.version}/quay-lai`, `Quay lại bản ${revision.version}`)}</div>
<p class="hint">${nameOf(names, revision.by, visit)} soạn${revision.approvedBy !== revision.by && html`, ${nameOf(names, revision.approvedBy, visit)} duyệt`}, ${when(revision.at)}${revision.note && html`. “${revision.note}”`}</p>${revision.content === null ? html`<p>Trở về bản đi kèm chương trình.</p>` : differenceTable(found)}</section>`;
})}
${history.length > 0 && item.seed !== null && html`<section class="panel"><div class="panel-head"><h2>Bản đi kèm chương trình</h2>${visit.may("edit") && act(visit, `${hrefOf(item)}/lich-su/0/quay-lai`, "Quay lại bản này")}</div></section>`}`,
      { at: "knowledge" },
    );
  }

  return [
    staff("get", at("lich-su"), "see", withOpened(parts, historyPage)),
    staff(
      "post",
      at("lich-su/:ban/quay-lai"),
      "edit",
      withOpened(parts, async (visit, opened) => {
        const version = Number(visit.param("ban"));
        const revision = (await store.history(opened.item)).find((each) => each.version === version);
        const content = version === 0 || revision?.content === null ? opened.item.seed : revision?.content;
        if (content === undefined || content === null) return missingPage("Không có bản này");
        return backTo(
          visit,
          opened,
          content,
          version === 0 ? "Quay lại bản đi kèm chương trình" : `Quay lại bản ${version}`,
        );
      }),
    ),
  ];
}
