/** The page of failed deliveries. */
import { html } from "../../web/design/html.ts";
import { go, page } from "../answer.ts";
import { BASE } from "../menu.ts";
import { act, csrfField, empty, field, heading, when } from "../parts.ts";
import { type Route, staff } from "../route.ts";
import type { DeliveryStore } from "./deliveries.ts";

const AT = "/tin-gui";
const SHOWN = 100;

export type DeliveryParts = {
  readonly deliveries: DeliveryStore;
  /** Something waits in the outbox. */
  readonly onReplies: () => void;
};

/** Zalo's common refusals in an officer's words (zalo-oa.md §7). */
const REASONS: Readonly<Record<string, string>> = {
  "-213": "người này không quan tâm trang Zalo nữa",
  "-217": "người này không nhận lời mời của trang Zalo",
  "-227": "tài khoản Zalo này bị khoá, hoặc hơn 45 ngày không dùng",
  "-230": "bảy ngày rồi người này không nhắn nên Zalo không cho gửi",
  "-232": "đã quá hạn trả lời của Zalo",
  "-244": "người này không nhận loại tin này từ trang Zalo",
  "-210": "tin dài quá mức của Zalo",
  "-233": "loại tin này Zalo không nhận",
};

export const deliveryRoutes = ({ deliveries, onReplies }: DeliveryParts): readonly Route[] => [
  staff("get", AT, "oversee", async (visit) => {
    const failed = await deliveries.failed(SHOWN);
    return page(
      "Tin gửi không tới",
      html`${heading("Tin gửi không tới", "Câu trả lời mà Zalo từ chối, hoặc không rõ đã tới chưa. Anh/chị gửi lại, hoặc bỏ qua và ghi vì sao.")}
${failed.length === 0 && empty("Không có tin nào mắc lại.")}
${failed.map(
  ({ seq, kind, text, citizen, error, createdAt }) =>
    html`<section class="panel"><div class="panel-head"><h2>Gửi người …${citizen}, ${when(createdAt)}</h2><span class="tag ${kind === "dead" ? "red" : "ochre"}">${kind === "dead" ? "Zalo từ chối" : "không rõ đã tới chưa"}</span></div>
<p class="hint">${error !== "" && `Mã ${error.replace(/^zalo\./, "")}`}${REASONS[error.replace(/^zalo\./, "")] && html`: ${REASONS[error.replace(/^zalo\./, "")]}`}</p><blockquote>${text}</blockquote>
${
  visit.may("chat") &&
  html`<div class="actions">${act(visit, `${BASE}${AT}/${seq}/gui-lai`, "Gửi lại", "")}<details class="send-back"><summary>Bỏ qua</summary><form method="post" action="${BASE}${AT}/${seq}/bo-qua">${csrfField(visit)}${field({ name: "ly-do", label: `Vì sao bỏ qua tin gửi người …${citizen}`, required: true, max: 200 })}<p class="send"><button class="quiet">Bỏ qua tin này</button></p></form></details></div>`
}</section>`,
)}`,
      { at: "deliveries" },
    );
  }),
  staff("post", `${AT}/:so/gui-lai`, "chat", async (visit) => {
    const seq = Number(visit.param("so")) || 0;
    const done = await deliveries.retry(seq, visit.deed("delivery.retry", `outbox/${seq}`, ""));
    if (done) onReplies();
    return go(
      `${BASE}${AT}`,
      done ? "Đang gửi lại. Nếu Zalo vẫn từ chối, tin sẽ hiện lại ở đây." : "Tin này không còn mắc lại.",
    );
  }),
  staff("post", `${AT}/:so/bo-qua`, "chat", async (visit) => {
    const seq = Number(visit.param("so")) || 0;
    const why = visit.form.text("ly-do").slice(0, 200);
    if (why === "") return go(`${BASE}${AT}`, "Anh/chị ghi vì sao bỏ qua.");
    const done = await deliveries.dismiss(seq, visit.deed("delivery.dismiss", `outbox/${seq}`, why));
    return go(`${BASE}${AT}`, done ? "Đã bỏ qua." : "Tin này không còn mắc lại.");
  }),
];
