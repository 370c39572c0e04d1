/** Settings of the console: whether another person must approve. */
import { html } from "../../web/design/html.ts";
import { go, page } from "../answer.ts";
import type { KnowledgeStore } from "../knowledge/store.ts";
import { BASE } from "../menu.ts";
import { csrfField, heading } from "../parts.ts";
import { type Route, staff } from "../route.ts";

export const settingsRoutes = ({ knowledge: store }: { readonly knowledge: KnowledgeStore }): readonly Route[] => [
  staff("get", "/cai-dat", "administer", async (visit) => {
    const needsTwo = await store.needsTwo();
    const choice = (value: string, isChosen: boolean, name: string, means: string) =>
      html`<label><input type="radio" name="duyet" value="${value}"${isChosen && html` checked`}><span><b>${name}</b> <small>${means}</small></span></label>`;
    return page(
      "Cài đặt",
      html`${heading("Cài đặt")}<section class="panel"><h2>Ai duyệt nội dung</h2><form method="post" action="${BASE}/cai-dat">${csrfField(visit)}
<fieldset class="choices"><legend class="unseen">Ai duyệt nội dung</legend>${choice("hai", needsTwo, "Người khác duyệt", "Người soạn không tự công bố được. Nên để như vậy.")}${choice("mot", !needsTwo, "Một người cũng công bố được", "Dành cho trung tâm chỉ có một người soạn. Người có quyền duyệt tự công bố bản của mình; cổng kiểm tra vẫn chạy, nhật ký vẫn ghi.")}</fieldset>
<p class="send"><button>Lưu</button></p></form></section>`,
      { at: "settings" },
    );
  }),
  staff("post", "/cai-dat", "administer", async (visit) => {
    const needsTwo = visit.form.text("duyet") !== "mot";
    const what = needsTwo ? "Người khác duyệt" : "Một người cũng công bố được";
    await store.setNeedsTwo(needsTwo, visit.deed("settings.approval", "", what));
    return go(`${BASE}/cai-dat`, "Đã lưu.");
  }),
];
