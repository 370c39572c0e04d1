/** What one takes along: the short code to send on Zalo, the QR of the chat and that of this page, the way to print. */
import { type Html, html } from "../../web/design/html.ts";
import type { PublicAddress } from "../public-address.ts";
import { qrCode } from "../qr.ts";

export type Carry = {
  readonly shortCode: string | null;
  /** `https://zalo.me/<oaid>`; null without an Official Account. */
  readonly chatUrl: string | null;
  /** Null when no address is known that could be trusted. */
  readonly pageUrl: string | null;
  readonly onlyHere: boolean;
  readonly printHref: string;
};

export const chatUrlOf = (oaId: string | null): string | null => (oaId === null ? null : `https://zalo.me/${oaId}`);

export function carryOf(
  parts: { shortCode: string | null; oaId: string | null; address: PublicAddress | null },
  path: string,
  printHref: string,
): Carry {
  const { shortCode, oaId, address } = parts;
  const pageUrl = address && `${address.origin}${path}`;
  return { shortCode, chatUrl: chatUrlOf(oaId), pageUrl, onlyHere: address?.onlyHere ?? false, printHref };
}

export function carryBox({ shortCode, chatUrl, pageUrl, onlyHere, printHref }: Carry): Html {
  return html`${
    shortCode &&
    html`<section class="carry"><h2>Hỏi trên Zalo</h2>
<p>Nhắn mã <b class="code">${shortCode}</b> cho trang Zalo của trung tâm, trợ lý trả lời về thủ tục này.</p>
${chatUrl && html`<p><a class="button" href="${chatUrl}" rel="noopener">Mở Zalo</a></p>${qrCode(chatUrl, "Mã QR mở trang Zalo của trung tâm")}<p class="hint">Quét bằng Zalo, rồi nhắn ${shortCode}.</p>`}</section>`
  }
${
  pageUrl &&
  html`<section class="carry"><h2>Đem trang này theo</h2>${qrCode(pageUrl, "Mã QR mở trang này trên điện thoại")}
<p class="hint">${onlyHere ? "Bản chạy thử: mã này chỉ mở được trong máy hoặc mạng này." : "Quét để mở trang này trên điện thoại."}</p></section>`
}
<p class="print"><a href="${printHref}">Bản in dán tường (A4)</a></p>`;
}
