/** From what was not answered to what will be: a phrase of a topic, a new question, or nothing to do. */
import { randomUUID } from "node:crypto";
import { type Html, html } from "../../web/design/html.ts";
import { type Answer, go, page } from "../answer.ts";
import { readItem } from "../knowledge/desk.ts";
import { blankFaq } from "../knowledge/edit-routes.ts";
import { hrefOf, titleOf } from "../knowledge/kinds.ts";
import { type KnowledgeParts, openingPage } from "../knowledge/open-item.ts";
import { BASE } from "../menu.ts";
import { csrfField, empty, field, heading, select, when } from "../parts.ts";
import { type Route, staff } from "../route.ts";
import type { StaffVisit } from "../visit.ts";
import { type Group, groupsOf, LEARNING_MOST, LEARNING_MS, type LearningStore } from "./groups.ts";

const AT = "/chua-tra-loi";
const SHOWN = 30;
const DECISIONS: Readonly<Record<string, string>> = {
  ask_back: "hỏi lại rồi bỏ dở",
  desk: "mời hỏi quầy",
  decline: "coi là ngoài phạm vi",
  disputed: "dân nói trả lời sai",
};

export type LearningParts = KnowledgeParts & { readonly learning: LearningStore };

export function learningRoutes({ knowledge: store, desk, learning }: LearningParts): readonly Route[] {
  const done = (visit: StaffVisit, what: string, detail: string) =>
    learning.mark(
      visit.form.all("khoa").slice(0, 500),
      what,
      visit.officer.id,
      visit.deed("learning.mark", "", `${what}: ${detail}`),
    );

  /** The phrase goes into the topic's draft, which is approved like any other. */
  async function teach(visit: StaffVisit): Promise<Answer> {
    const inUse = desk.inUse();
    const [phrase, id] = [visit.form.text("cau").slice(0, 200), visit.form.text("chu-de")];
    const item = inUse && (await readItem(store, inUse, { kind: "topic", id }));
    if (!item || phrase === "") return go(`${BASE}${AT}`, "Anh/chị chọn chủ đề và ghi câu giúp.");
    const content = (item.draft?.content ?? item.content) as { phrases: string[] };
    const change = {
      kind: "topic" as const,
      id,
      content: { ...content, phrases: [...new Set([...content.phrases, phrase])] },
      base: item.draft ? item.draft.base : item.content,
      baseVersion: item.draft ? item.draft.baseVersion : item.version,
      note: item.draft?.note || "Dạy thêm cách nói của dân",
      author: visit.officer.id,
    };
    const deed = visit.deed("knowledge.draft", `topic/${id}`, "Thêm một cách nói");
    const written = await store.saveDraft(change, item.draft?.rev ?? 0, deed);
    if (written === "stale") return go(`${BASE}${AT}`, "Có người vừa sửa chủ đề này, anh/chị làm lại giúp.");
    await done(visit, "Dạy thành cách nói", `chủ đề “${titleOf("topic", content)}”`);
    return go(`${hrefOf({ kind: "topic", id })}/xem-lai`, "Đã thêm vào bản nháp của chủ đề. Xem lại rồi gửi duyệt.");
  }

  async function ask(visit: StaffVisit): Promise<Answer> {
    const wordings = visit.form
      .all("cach-noi")
      .slice(0, 20)
      .map((each) => each.slice(0, 200));
    const id = `cau_hoi_${randomUUID().slice(0, 8)}`;
    const content = { id, ...blankFaq(desk.today()), question: wordings[0] ?? "", variants: wordings };
    const change = {
      kind: "faq" as const,
      id,
      content,
      base: null,
      baseVersion: 0,
      note: "Từ câu dân hỏi mà chưa có trả lời",
      author: visit.officer.id,
    };
    await store.saveDraft(change, 0, visit.deed("knowledge.draft", `faq/${id}`, "Câu hỏi mới từ câu chưa trả lời"));
    await done(visit, "Thành câu hỏi mới", `câu hỏi ${id}`);
    return go(`${hrefOf({ kind: "faq", id })}/sua`, "Đã lấy các cách hỏi. Anh/chị ghi câu trả lời.");
  }

  return [
    staff("get", AT, "oversee", async (visit) => {
      const inUse = desk.inUse();
      if (!inUse) return openingPage();
      const groups = await groupsOf(await learning.unanswered(visit.now - LEARNING_MS, LEARNING_MOST));
      const topics = [...inUse.knowledge.topics.values()].map(({ key, name }) => ({ value: key, name }));
      return page(
        "Chưa trả lời được",
        html`${heading("Chưa trả lời được", "Câu trong 30 ngày qua mà trợ lý hỏi lại rồi dân bỏ dở, mời hỏi quầy, từ chối, hoặc dân nói là trả lời sai, gom theo câu giống nhau. Số điện thoại, số căn cước đã được che từ trước khi lưu.")}
${groups.length === 0 ? empty("Không có câu nào như vậy.") : groups.slice(0, SHOWN).map((group, at) => groupBox(visit, group, topics, at))}
${groups.length > SHOWN && html`<p class="hint">và ${groups.length - SHOWN} nhóm nhỏ hơn</p>`}`,
        { at: "learning" },
      );
    }),
    staff("post", `${AT}/day`, "edit", teach),
    staff("post", `${AT}/cau-hoi-moi`, "edit", ask),
    staff("post", `${AT}/ngoai-pham-vi`, "edit", async (visit) => {
      const isSeen = visit.form.has("da-xem");
      await done(
        visit,
        isSeen ? "Đã xem, không phải sửa" : "Ngoài phạm vi",
        `${visit.form.all("khoa").length} cách nói`,
      );
      return go(`${BASE}${AT}`, isSeen ? "Đã ghi: đã xem." : "Đã ghi: ngoài phạm vi, không phải làm gì.");
    }),
  ];
}

function groupBox(
  visit: StaffVisit,
  group: Group,
  topics: readonly { value: string; name: string }[],
  at: number,
): Html {
  const hidden = html`${csrfField(visit)}${group.keys.map((key) => html`<input type="hidden" name="khoa" value="${key}">`)}`;
  const [first, ...others] = group.wordings;
  const isDisputed = group.decisions.has("disputed");
  return html`<section class="panel"><div class="panel-head"><h2>“${first}”</h2><span class="count">${group.count}</span></div>
<p class="hint">${[...group.decisions].map(([decision, n]) => `${DECISIONS[decision] ?? decision}: ${n}`).join(", ")}. Gần nhất ${when(group.lastAt)}.</p>
${others.length > 0 && html`<details><summary>${others.length} cách nói khác</summary><ul>${others.slice(0, 20).map((words) => html`<li>${words}</li>`)}</ul></details>`}
${
  visit.may("edit") &&
  html`<details class="send-back"><summary>Dạy cho trợ lý</summary><form method="post" action="${BASE}${AT}/day" class="narrow">${hidden}${select(`chu-de-${at}`, "Câu này thuộc chủ đề", [{ value: "", name: "(chọn)" }, ...topics], "", "chu-de")}${field({ id: `cau-${at}`, name: "cau", label: "Cách nói sẽ dạy", value: first ?? "", max: 200, hint: "Viết đủ dấu thì tốt hơn." })}<p class="send"><button>Thêm vào chủ đề</button></p></form></details>
<div class="actions"><form method="post" action="${BASE}${AT}/cau-hoi-moi">${hidden}${group.wordings.slice(0, 20).map((words) => html`<input type="hidden" name="cach-noi" value="${words}">`)}<button class="quiet">Thành câu hỏi mới</button></form><form method="post" action="${BASE}${AT}/ngoai-pham-vi">${hidden}${isDisputed && html`<input type="hidden" name="da-xem" value="1">`}<button class="quiet">${isDisputed ? "Đã xem, không phải sửa" : "Ngoài phạm vi"}</button></form><a class="button quiet" href="${BASE}/hoi-thu?q=${encodeURIComponent(first ?? "")}">Hỏi thử<span class="unseen"> “${first}”</span></a></div>`
}</section>`;
}
