/** Lists of items, and one item as it is in use. */
import { dueForReview, type Knowledge } from "../../knowledge/index.ts";
import { go } from "../answer.ts";
import { BASE } from "../menu.ts";
import { missingPage } from "../plain-pages.ts";
import { type Route, staff } from "../route.ts";
import { CENTRE_ID, hrefOf, itemsOf, KNOWLEDGE, kindOfSlug, titleOf } from "./kinds.ts";
import { type KnowledgeParts, openingPage, withOpened } from "./open-item.ts";
import { itemPage } from "./pages/item-page.ts";
import { type ListRow, listPage } from "./pages/list-page.ts";
import { type Badge, draftBadge } from "./pages/pieces.ts";
import { fits, groupOf } from "./search.ts";
import type { KnowledgeStore } from "./store.ts";

export function listRoutes(parts: KnowledgeParts): readonly Route[] {
  const { knowledge: store, desk } = parts;
  return [
    staff("get", KNOWLEDGE, "see", () => go(`${BASE}${KNOWLEDGE}/thu-tuc`)),
    staff("get", `${KNOWLEDGE}/:loai`, "see", async (visit) => {
      const info = kindOfSlug(visit.param("loai"));
      if (!info) return missingPage();
      if (info.kind === "centre") return go(hrefOf({ kind: "centre", id: CENTRE_ID }));
      const inUse = desk.inUse();
      if (!inUse) return openingPage();
      const badges = await badgesByItem(store, inUse.knowledge, desk.today());
      const known = itemsOf(info.kind, inUse.knowledge);
      // What is only being written yet is listed as well.
      const drafts = (await store.drafts()).filter(({ kind, id }) => kind === info.kind && !known.has(id));
      const items = [...known, ...drafts.map(({ id, content }): [string, unknown] => [id, content])];
      const found = items.filter(([id, content]) => fits(visit.query("q"), id, titleOf(info.kind, content), content));
      const rows = found.map(
        ([id, content]): ListRow => ({
          href: hrefOf({ kind: info.kind, id }),
          title: titleOf(info.kind, content),
          group: groupOf(content),
          badges: badges.get(`${info.kind}/${id}`) ?? [],
        }),
      );
      return listPage(visit, info, rows, items.length);
    }),
    staff(
      "get",
      `${KNOWLEDGE}/:loai/:id`,
      "see",
      withOpened(parts, (visit, opened) => itemPage(visit, opened, desk)),
    ),
  ];
}

async function badgesByItem(store: KnowledgeStore, knowledge: Knowledge, today: string) {
  const badges = new Map<string, Badge[]>();
  const put = (name: string, badge: Badge) => void badges.set(name, [...(badges.get(name) ?? []), badge]);
  for (const name of new Set((await store.withdrawals()).map(({ kind, id }) => `${kind}/${id}`)))
    put(name, { text: "có phần bị rút", tone: "red" });
  for (const draft of await store.drafts()) put(`${draft.kind}/${draft.id}`, draftBadge(draft));
  for (const name of new Set(dueForReview(knowledge, today).map(({ kind, id }) => `${kind}/${id}`)))
    put(name, { text: "tới hạn xem lại", tone: "ochre" });
  for (const { id, confidence } of [...knowledge.procedures.values(), ...knowledge.faqs.values()]) {
    const name = knowledge.procedures.has(id) ? `procedure/${id}` : `faq/${id}`;
    if (confidence === "low") put(name, { text: "chưa chắc", tone: "ochre" });
  }
  for (const { kind, id, version } of await store.items())
    put(`${kind}/${id}`, { text: `đã sửa, bản ${version}`, tone: "calm" });
  return badges;
}
