/** Writing a draft. Nothing here reaches a citizen. */
import { randomUUID } from "node:crypto";
import { itemName } from "../../knowledge/index.ts";
import { type Answer, go } from "../answer.ts";
import { type Route, staff } from "../route.ts";
import type { StaffVisit } from "../visit.ts";
import type { Item } from "./desk.ts";
import { pressListButton } from "./form/list-buttons.ts";
import { readForm } from "./form/read.ts";
import { hrefOf, KNOWLEDGE } from "./kinds.ts";
import { contentOf, type KnowledgeParts, type Opened, openingPage, withOpened } from "./open-item.ts";
import { changedMeanwhilePage, editPage, previewPiece } from "./pages/edit-page.ts";
import { withItem } from "./with-item.ts";

export function editRoutes(parts: KnowledgeParts): readonly Route[] {
  const { knowledge: store, desk } = parts;

  async function save(visit: StaffVisit, opened: Opened, content: Record<string, unknown>): Promise<Answer> {
    const { item, title } = opened;
    const rev = Number(visit.form.text("_rev"));
    const base = item.draft ? item.draft.base : item.content;
    const baseVersion = item.draft ? item.draft.baseVersion : item.version;
    const change = {
      kind: item.kind,
      id: item.id,
      content,
      base,
      baseVersion,
      note: visit.form.text("_ghi-chu").slice(0, 300),
      author: visit.officer.id,
    };
    const written = await store.saveDraft(change, rev, visit.deed("knowledge.draft", itemName(item), title));
    if (written === "stale") return changedMeanwhilePage(visit, opened, content);
    return go(`${hrefOf(item)}/xem-lai`, "Đã lưu bản nháp. Người dân chưa thấy gì.");
  }

  return [
    staff("post", `${KNOWLEDGE}/hoi-dap/moi`, "edit", async (visit) => {
      const inUse = desk.inUse();
      if (!inUse) return openingPage();
      const id = `cau_hoi_${randomUUID().slice(0, 8)}`;
      const change = {
        kind: "faq",
        id,
        content: { id, ...blankFaq(desk.today()) },
        base: null,
        baseVersion: 0,
        note: "",
        author: visit.officer.id,
      } as const;
      await store.saveDraft(change, 0, visit.deed("knowledge.draft", `faq/${id}`, "Câu hỏi mới"));
      return go(`${hrefOf({ kind: "faq", id })}/sua`);
    }),
    staff(
      "get",
      `${KNOWLEDGE}/:loai/:id/sua`,
      "edit",
      withOpened(parts, (visit, opened) => {
        const content = contentOf(opened);
        return editPage(visit, opened, { content, open: visit.query("mo") || null, faults: new Map(), desk });
      }),
    ),
    staff(
      "post",
      `${KNOWLEDGE}/:loai/:id/sua`,
      "edit",
      withOpened(parts, (visit, opened) => {
        const { spec, item, inUse } = opened;
        const content = readForm(spec, visit.form, contentOf(opened));
        const pressed = pressListButton(spec, content, visit.form.text("_lam"));
        if (pressed)
          return editPage(visit, opened, { content: pressed.record, open: pressed.open, faults: new Map(), desk });
        const fit = withItem(inUse.knowledge, item, content);
        if (fit.kind === "faulty") return editPage(visit, opened, { content, open: null, faults: fit.faults, desk });
        if (visit.form.text("_lam") === "xem")
          return editPage(visit, opened, { content, open: null, faults: new Map(), desk });
        return save(visit, opened, content);
      }),
    ),
    staff(
      "post",
      `${KNOWLEDGE}/:loai/:id/xem-truoc`,
      "edit",
      withOpened(parts, async (visit, opened) => {
        const content = readForm(opened.spec, visit.form, contentOf(opened));
        const aspect = visit.form.text("_hoi");
        return { kind: "piece", html: await previewPiece(opened, content, aspect, desk) };
      }),
    ),
    staff(
      "post",
      `${KNOWLEDGE}/:loai/:id/bo-nhap`,
      "edit",
      withOpened(parts, async (visit, { item, title }) => {
        await store.dropDraft(item, visit.deed("knowledge.draft-dropped", itemName(item), title));
        return go(afterDropping(item), "Đã bỏ bản nháp.");
      }),
    ),
  ];
}

/** A new item that was never published is gone with its draft. */
const afterDropping = (item: Item): string =>
  item.content === null ? hrefOf(item).replace(/\/[^/]*$/, "") : hrefOf(item);

/** A question that nobody has written yet. */
export const blankFaq = (today: string) => ({
  intent: "office_info",
  subject: "trung tâm",
  question: "",
  variants: [],
  facts: [],
  steps: [],
  basis: null,
  sources: [],
  confidence: "high",
  disputed: null,
  local_unknown: null,
  checked_on: today,
});
