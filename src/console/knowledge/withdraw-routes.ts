/** Taking a fact back at once: any editor may; saying it again as it was takes an approver. */
import { itemName, type Withdrawal } from "../../knowledge/index.ts";
import { go } from "../answer.ts";
import { type Route, staff } from "../route.ts";
import { hrefOf, KNOWLEDGE } from "./kinds.ts";
import { type KnowledgeParts, withOpened } from "./open-item.ts";
import { partsOf } from "./pages/withdraw-box.ts";

export function withdrawRoutes(parts: KnowledgeParts): readonly Route[] {
  const { knowledge: store, desk } = parts;
  return [
    staff(
      "post",
      `${KNOWLEDGE}/:loai/:id/rut`,
      "edit",
      withOpened(parts, async (visit, { item }) => {
        const part = visit.form.text("phan");
        const reason = visit.form.text("ly-do").slice(0, 200);
        const known = partsOf(item).find(([each]) => each === part);
        if (!known || reason === "") return go(hrefOf(item), "Chưa rút gì: anh/chị chọn phần cần rút và ghi vì sao.");
        const { id, kind } = item;
        const row = { kind: kind as Withdrawal["kind"], id, part, reason, by: visit.officer.id, at: visit.now };
        await store.withdraw(row, visit.deed("knowledge.withdraw", itemName(item), `${known[1]}: ${reason}`));
        await desk.refresh();
        return go(hrefOf(item), "Đã rút. Từ bây giờ trợ lý mời dân hỏi quầy về điều này.");
      }),
    ),
    staff(
      "post",
      `${KNOWLEDGE}/:loai/:id/thoi-rut`,
      "approve",
      withOpened(parts, async (visit, { item }) => {
        const part = visit.form.text("phan");
        const name = partsOf(item).find(([each]) => each === part)?.[1] ?? part;
        const key = { kind: item.kind as Withdrawal["kind"], id: item.id, part };
        await store.restore(key, visit.deed("knowledge.restore", itemName(item), name));
        await desk.refresh();
        return go(hrefOf(item), "Trợ lý nói lại điều này như cũ.");
      }),
    ),
  ];
}
