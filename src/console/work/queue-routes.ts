/** Drafts, what waits for approval, what a release changed as well; what was published lately. */
import { type Html, html } from "../../web/design/html.ts";
import { page } from "../answer.ts";
import { readItem } from "../knowledge/desk.ts";
import { hrefOf, infoOf, itemsOf, titleOf } from "../knowledge/kinds.ts";
import { type KnowledgeParts, openingPage } from "../knowledge/open-item.ts";
import { badge, draftBadge, type Names, nameOf } from "../knowledge/pages/pieces.ts";
import type { Draft, ItemKey, Revision, WithdrawalRow } from "../knowledge/store.ts";
import { empty, heading, table, when } from "../parts.ts";
import { type Route, staff } from "../route.ts";
import type { StaffVisit } from "../visit.ts";

const RECENT = 15;

export function queueRoutes(parts: KnowledgeParts): readonly Route[] {
  const { knowledge: store, desk, officers } = parts;
  return [
    staff("get", "/cho-duyet", "see", async (visit) => {
      const inUse = desk.inUse();
      if (!inUse) return openingPage();
      const names: Names = new Map((await officers.all()).map(({ id, name }) => [id, name]));
      const drafts = await store.drafts();
      const waiting = drafts.filter(({ state }) => state === "waiting");
      const open = drafts.filter(({ state }) => state === "draft");
      const items = await Promise.all((await store.items()).map((key) => readItem(store, inUse, key)));
      const toCompare = items.flatMap((item) => (item && (item.conflict || item.setAside) ? [item] : []));
      const withdrawals = await store.withdrawals();
      const title: TitleOf = (key, content) =>
        titleOf(key.kind, content ?? itemsOf(key.kind, inUse.knowledge).get(key.id) ?? {});
      return page(
        "Nháp và chờ duyệt",
        html`${heading("Nháp và chờ duyệt", "Chưa có gì ở đây tới được người dân.")}
<h2>Chờ duyệt</h2>${waiting.length === 0 ? empty("Không có bản nào chờ duyệt.") : draftTable(waiting, names, visit)}
<h2>Đang soạn</h2>${open.length === 0 ? empty("Không có bản nháp nào.") : draftTable(open, names, visit)}
${
  toCompare.length > 0 &&
  html`<h2>Bản phát hành mới cũng sửa</h2><div class="panel flush">${table(
    [{ name: "Mục" }, { name: "Tình trạng" }],
    toCompare.map((item) => [
      html`<a href="${hrefOf(item)}${item.conflict && "/ban-phat-hanh"}">${title(item, item.content)}</a>`,
      item.setAside
        ? badge({ text: "đang không dùng", tone: "red" })
        : badge({ text: "cần so hai bản", tone: "ochre" }),
    ]),
  )}</div>`
}
${withdrawals.length > 0 && html`<h2 id="dang-rut">Đang rút, chờ sửa</h2>${withdrawalTable(withdrawals, title, names, visit)}`}
<h2>Vừa công bố</h2>${recentTable(await store.recent(RECENT), title, names, visit)}`,
        { at: "queue" },
      );
    }),
  ];
}

type TitleOf = (key: ItemKey, content: unknown) => string;

const draftTable = (drafts: readonly Draft[], names: Names, visit: StaffVisit): Html =>
  html`<div class="panel flush">${table(
    [{ name: "Mục" }, { name: "Loại" }, { name: "Ai soạn" }, { name: "Lưu lúc" }, { name: "Tình trạng" }],
    drafts.map((draft) => [
      html`<a href="${hrefOf(draft)}/xem-lai">${titleOf(draft.kind, draft.content)}</a>`,
      infoOf(draft.kind).one,
      nameOf(names, draft.author, visit),
      when(draft.updatedAt),
      badge(draftBadge(draft)),
    ]),
  )}</div>`;

const withdrawalTable = (
  withdrawals: readonly WithdrawalRow[],
  title: TitleOf,
  names: Names,
  visit: StaffVisit,
): Html =>
  html`<div class="panel flush">${table(
    [{ name: "Mục" }, { name: "Vì sao" }, { name: "Ai rút" }, { name: "Lúc" }],
    withdrawals.map((withdrawn) => [
      html`<a href="${hrefOf(withdrawn)}">${title(withdrawn, null)}</a>`,
      withdrawn.reason,
      nameOf(names, withdrawn.by, visit),
      when(withdrawn.at),
    ]),
  )}</div>`;

const recentTable = (recent: readonly Revision[], title: TitleOf, names: Names, visit: StaffVisit): Html =>
  recent.length === 0
    ? empty("Trung tâm chưa công bố bản sửa nào: đang dùng bản đi kèm chương trình.")
    : html`<div class="panel flush">${table(
        [{ name: "Mục" }, { name: "Bản" }, { name: "Ai soạn" }, { name: "Ai duyệt" }, { name: "Lúc" }],
        recent.map((revision) => [
          html`<a href="${hrefOf(revision)}/lich-su">${title(revision, revision.content)}</a>`,
          revision.version,
          nameOf(names, revision.by, visit),
          nameOf(names, revision.approvedBy, visit),
          when(revision.at),
        ]),
      )}</div>`;
