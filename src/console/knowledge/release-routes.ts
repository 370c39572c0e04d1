/** An item that both the centre and a release changed: both shown, one kept, or the two put together as a draft. */
import { itemName } from "../../knowledge/index.ts";
import { type Html, html } from "../../web/design/html.ts";
import { type Answer, go, page } from "../answer.ts";
import { act, csrfField, heading } from "../parts.ts";
import { type Route, staff } from "../route.ts";
import type { StaffVisit } from "../visit.ts";
import { differences } from "./diff.ts";
import { fieldsOf } from "./form/fields.ts";
import { hrefOf, KNOWLEDGE } from "./kinds.ts";
import { type Merge, merge } from "./merge.ts";
import { type KnowledgeParts, type Opened, withOpened } from "./open-item.ts";
import { differenceTable } from "./pages/pieces.ts";

type RecordOf = Record<string, unknown>;

export function releaseRoutes(parts: KnowledgeParts): readonly Route[] {
  const { knowledge: store, desk } = parts;
  const at = (what: string) => `${KNOWLEDGE}/:loai/:id/ban-phat-hanh${what}`;

  const withBoth = (run: (visit: StaffVisit, opened: Opened, base: RecordOf) => Answer | Promise<Answer>) =>
    withOpened(parts, (visit, opened) => {
      const { item } = opened;
      if (!item.conflict || !item.published) return go(hrefOf(item), "Bản phát hành không khác gì để so.");
      return run(visit, opened, item.published.seed as RecordOf);
    });

  /** The same as going on by hand: a draft, which is looked at, approved and published like any other. */
  async function putTogether(visit: StaffVisit, { item, spec }: Opened, base: RecordOf): Promise<Answer> {
    if (item.draft) return go(`${hrefOf(item)}/xem-lai`, "Mục này đang có bản nháp: anh/chị công bố hoặc bỏ nó trước.");
    const theirs = new Set(
      fieldsOf(spec).flatMap(({ name }) => (visit.form.text(`lay.${name}`) === "ho" ? [name] : [])),
    );
    const { merged } = merge(fieldsOf(spec), base, item.content as RecordOf, item.seed as RecordOf, theirs);
    const note = "Ghép bản của trung tâm với bản phát hành";
    const { kind, id, version } = item;
    const change = {
      kind,
      id,
      content: merged,
      base: item.content,
      baseVersion: version,
      note,
      author: visit.officer.id,
    };
    const written = await store.saveDraft(change, 0, visit.deed("knowledge.draft", itemName(item), note));
    if (written === "stale") return go(hrefOf(item), "Có người vừa mở bản nháp của mục này. Chưa ghép gì.");
    return go(`${hrefOf(item)}/xem-lai`, "Đã ghép thành bản nháp. Anh/chị xem lại rồi công bố.");
  }

  return [
    staff("get", at(""), "see", withBoth(bothPage)),
    staff("post", at("/ghep"), "edit", withBoth(putTogether)),
    staff(
      "post",
      at("/giu"),
      "edit",
      withOpened(parts, async (visit, { item, title }) => {
        await store.keepOverSeed(item, item.seed, visit.deed("knowledge.kept", itemName(item), title));
        await desk.refresh();
        return go(hrefOf(item), "Giữ bản của trung tâm.");
      }),
    ),
  ];
}

function bothPage(visit: StaffVisit, { item, spec, title, info }: Opened, base: RecordOf): Answer {
  const put = merge(fieldsOf(spec), base, item.content as RecordOf, item.seed as RecordOf);
  return page(
    `Hai bản: ${title}`,
    html`<nav class="crumbs" aria-label="Đường dẫn"><a href="${hrefOf(item).replace(/\/[^/]*$/, "")}">${info.many}</a><a href="${hrefOf(item)}">${title}</a></nav>
${heading(`Hai bản của “${title}”`, "Chương trình vừa được nâng cấp và bản đi kèm cũng đổi mục này. Trợ lý đang nói theo bản của trung tâm.")}
<h2>Bản phát hành đã đổi gì</h2>${differenceTable(differences(spec, base, item.seed))}
<h2>Trung tâm đã đổi gì</h2>${differenceTable(differences(spec, base, item.content))}
${visit.may("edit") && choices(visit, hrefOf(item), put)}`,
    { at: "queue" },
  );
}

function choices(visit: StaffVisit, at: string, { both, taken }: Merge): Html {
  const lead =
    both.length === 0
      ? "Hai bên đổi những chỗ khác nhau nên ghép được: giữ chỗ của trung tâm, lấy thêm chỗ của bản phát hành."
      : "Chỗ chỉ một bên đổi thì lấy bên đó. Chỗ cả hai cùng đổi, anh/chị chọn:";
  return html`<h2>Chọn</h2><section class="panel"><h3>Ghép hai bản thành bản nháp</h3><p class="hint">${lead}</p>
<form method="post" action="${at}/ban-phat-hanh/ghep">${csrfField(visit)}${both.map(
    ({ name, label }) =>
      html`<fieldset class="choices"><legend>${label}</legend><label><input type="radio" name="lay.${name}" value="ta" checked><span>Của trung tâm</span></label><label><input type="radio" name="lay.${name}" value="ho"><span>Của bản phát hành</span></label></fieldset>`,
  )}${taken.length > 0 && html`<p class="hint">Lấy thêm của bản phát hành: ${taken.map(({ label }) => label.toLowerCase()).join(", ")}.</p>`}<p class="send"><button>Ghép thành bản nháp</button></p></form></section>
<section class="panel"><h3>Hoặc lấy nguyên một bản</h3><div class="actions">${act(visit, `${at}/ban-phat-hanh/giu`, "Giữ bản của trung tâm")}${act(visit, `${at}/lich-su/0/quay-lai`, "Lấy bản phát hành làm bản nháp")}<a class="button quiet" href="${at}/sua">Sửa tay</a></div></section>`;
}
