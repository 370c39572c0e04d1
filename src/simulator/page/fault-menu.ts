import { type Html, html } from "../../web/design/html.ts";
import type { FakeZalo, Fault } from "../platform/index.ts";

/** The faults that the page offers, by the word its form sends. */
export const FAULT_MENU: Readonly<Record<string, { readonly label: string; readonly fault: Fault }>> = {
  "http-500": { label: "Zalo trả lỗi 500", fault: "http-500" },
  hang: { label: "Zalo treo 5 giây", fault: { hangMs: 5000 } },
  reset: { label: "Đứt kết nối giữa chừng", fault: "reset" },
  "invalid-json": { label: "Zalo trả lời không đọc được", fault: "invalid-json" },
  "rate-limit": { label: "Quá số lần gọi (−32)", fault: "rate-limit" },
  "expired-token": { label: "Mã truy cập hết hạn (−220)", fault: "expired-token" },
  "refuse-refresh": { label: "Không cho làm mới mã", fault: "refuse-refresh" },
  "lost-refresh": { label: "Làm mới mã, mất trả lời", fault: "lost-refresh-response" },
  "timeout-accepted": { label: "Đã nhận tin, không trả lời", fault: "timeout-after-accepting" },
  "timeout-silent": { label: "Đã nhận tin, im lặng hẳn", fault: "timeout-and-echo-withheld" },
  duplicate: { label: "Gửi trùng một sự kiện", fault: "duplicate-webhook" },
  forged: { label: "Chữ ký sai", fault: "corrupted-signature" },
  reorder: { label: "Đảo thứ tự hai sự kiện", fault: "reorder-webhooks" },
};

/** What is still to go wrong, and whether Zalo has stopped sending. */
export function faultState(fake: FakeZalo): Html {
  const waiting = fake.faults.pending.map(
    (one) => html`<li>${labelOf(one.fault)} <span class="count">× ${one.left}</span></li>`,
  );
  const stopped = html`<p class="stopped">Zalo đã ngừng gửi tới máy chủ sau nhiều lần thất bại.
<button type="button" data-act="enable-webhook">Bật lại</button></p>`;
  const list = html`<ul class="waiting">${waiting}</ul><button type="button" class="plain" data-act="clear-faults">Bỏ hết sự cố</button>`;
  return html`${!fake.webhookEnabled && stopped}${waiting.length > 0 ? list : html`<p class="hint">Chưa có sự cố nào chờ xảy ra.</p>`}`;
}

function labelOf(fault: Fault): string {
  const found = Object.values(FAULT_MENU).find((one) => JSON.stringify(one.fault) === JSON.stringify(fault));
  return found?.label ?? JSON.stringify(fault);
}
