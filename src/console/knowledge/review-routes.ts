/** Looking at a draft, sending it for approval, approving and publishing it. */
import { itemName } from "../../knowledge/index.ts";
import { type Answer, go } from "../answer.ts";
import { type Gate, mayPass } from "../gate/gate.ts";
import { gatePiece } from "../gate/gate-piece.ts";
import { type Route, staff } from "../route.ts";
import type { StaffVisit } from "../visit.ts";
import type { Item } from "./desk.ts";
import { differences } from "./diff.ts";
import { hrefOf, KNOWLEDGE } from "./kinds.ts";
import { type KnowledgeParts, type Opened, withOpened } from "./open-item.ts";
import { reviewPage } from "./pages/review-page.ts";
import type { Draft } from "./store.ts";

export type ReviewParts = KnowledgeParts & { readonly gate: Gate };

export function reviewRoutes(parts: ReviewParts): readonly Route[] {
  const { knowledge: store, desk, gate, officers } = parts;
  const at = (what: string) => `${KNOWLEDGE}/:loai/:id/${what}`;
  const gateFor = async (item: Item, draft: Draft) =>
    gate(
      { kind: item.kind, id: item.id, content: draft.content },
      `${itemName(item)}@${draft.rev}@${await store.revision()}`,
    );

  const withDraft = (run: (visit: StaffVisit, opened: Opened, draft: Draft) => Promise<Answer>) =>
    withOpened(parts, (visit, opened) => {
      const { draft } = opened.item;
      return draft ? run(visit, opened, draft) : go(hrefOf(opened.item), "Bản nháp này không còn.");
    });

  async function show(visit: StaffVisit, opened: Opened, draft: Draft, wrong: string | null = null): Promise<Answer> {
    const names = new Map((await officers.all()).map(({ id, name }) => [id, name]));
    const needsTwo = await store.needsTwo();
    const gateNow = visit.query("chay") === "1" ? gatePiece(await gateFor(opened.item, draft)) : null;
    return reviewPage(visit, opened, { draft, names, needsTwo, gate: gateNow, desk, wrong });
  }

  async function publish(visit: StaffVisit, opened: Opened, draft: Draft): Promise<Answer> {
    const { item, spec, title } = opened;
    if (String(draft.rev) !== visit.form.text("_rev"))
      return show(visit, opened, draft, "Bản nháp vừa được sửa thêm. Anh/chị xem lại bản mới rồi hãy công bố.");
    if (draft.baseVersion !== item.version)
      return show(
        visit,
        opened,
        draft,
        "Trong lúc soạn, mục này đã có bản công bố mới. Anh/chị so lại rồi lưu bản nháp lần nữa.",
      );
    if ((await store.needsTwo()) && draft.authors.includes(visit.officer.id))
      return show(visit, opened, draft, "Người soạn không tự duyệt được: cần một người khác duyệt.");
    const result = await gateFor(item, draft);
    if (!mayPass(result)) return show({ ...visit, query: () => "1" }, opened, draft, "Chưa qua cổng nên chưa công bố.");
    const found = differences(spec, item.content, draft.content);
    const detail = found
      .slice(0, 5)
      .map(({ where, before, after }) => `${where}: ${before ?? "không có"} → ${after ?? "bỏ"}`);
    const more = found.length > 5 ? [`và ${found.length - 5} chỗ khác`] : [];
    const publication = {
      kind: item.kind,
      id: item.id,
      content: draft.content,
      from: item.version,
      seed: item.seed,
      note: draft.note,
      by: draft.author,
      approvedBy: visit.officer.id,
      draftRev: draft.rev,
      mends: visit.form.all("_sua-xong"),
    };
    const deed = visit.deed("knowledge.publish", itemName(item), [...detail, ...more].join("; ").slice(0, 900));
    if ((await store.publish(publication, deed)) === "stale")
      return go(
        `${hrefOf(item)}/xem-lai`,
        "Có người vừa sửa hoặc công bố mục này. Chưa có gì được công bố, anh/chị xem lại.",
      );
    await desk.refresh();
    return go(hrefOf(item), `Đã công bố “${title}”. Trợ lý trả lời theo bản mới từ bây giờ.`);
  }

  return [
    staff(
      "get",
      at("xem-lai"),
      "see",
      withDraft((visit, opened, draft) => show(visit, opened, draft)),
    ),
    staff(
      "get",
      at("cong"),
      "see",
      withDraft(async (_visit, { item }, draft) => ({ kind: "piece", html: gatePiece(await gateFor(item, draft)) })),
    ),
    staff(
      "post",
      at("gui-duyet"),
      "edit",
      withDraft(async (visit, { item, title }, draft) => {
        const rev = Number(visit.form.text("_rev"));
        const moved = await store.moveDraft(
          item,
          rev,
          "waiting",
          null,
          visit.deed("knowledge.sent", itemName(item), title),
        );
        if (moved === "stale")
          return go(`${hrefOf(item)}/xem-lai`, "Bản nháp vừa được sửa thêm, anh/chị xem lại rồi gửi.");
        return go(
          `${hrefOf(item)}/xem-lai`,
          draft.state === "waiting" ? "Đã gửi lại." : "Đã gửi. Người duyệt sẽ thấy trong “Nháp và chờ duyệt”.",
        );
      }),
    ),
    staff(
      "post",
      at("tra-lai"),
      "approve",
      withDraft(async (visit, { item }, _draft) => {
        const why = visit.form.text("ly-do").slice(0, 300);
        if (why === "") return go(`${hrefOf(item)}/xem-lai`, "Anh/chị ghi vì sao trả lại để người soạn sửa.");
        const rev = Number(visit.form.text("_rev"));
        await store.moveDraft(item, rev, "draft", why, visit.deed("knowledge.sent-back", itemName(item), why));
        return go(`${hrefOf(item)}/xem-lai`, "Đã trả lại cho người soạn.");
      }),
    ),
    staff("post", at("cong-bo"), "approve", withDraft(publish)),
  ];
}
