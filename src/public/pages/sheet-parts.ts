/** What both wall sheets share: the bar that is not printed, the codes, the foot with the day of printing. */
import { type Knowledge, sayDay } from "../../knowledge/index.ts";
import { designAssets } from "../../web/design/assets.ts";
import { renderDocument } from "../../web/design/document.ts";
import { type Html, html } from "../../web/design/html.ts";
import { qrCode } from "../qr.ts";
import { publicAssets } from "../shell.ts";

export type SheetCodes = {
  /** With the printed version in it; null when no address is known. */
  readonly pageUrl: string | null;
  readonly onlyHere: boolean;
  readonly chatUrl: string | null;
};

export type Density = "" | "dense" | "densest";

export type SheetPage = {
  readonly title: string;
  readonly backHref: string;
  readonly knowledge: Knowledge;
  readonly today: string;
  readonly codes: SheetCodes;
  readonly main: Html;
  /** How much stands on it, so that the letters can be as large as one page allows. */
  readonly density: Density;
  /** Further words of the foot: check date, basis. */
  readonly foot: readonly string[];
};

export function renderSheet({ title, backHref, knowledge, today, codes, main, density, foot }: SheetPage): string {
  return renderDocument({
    title: `Bản in: ${title}`,
    styles: [publicAssets.href("sheet.css")],
    noIndex: true,
    bodyClass: density === "" ? "sheet" : `sheet ${density}`,
    body: html`<header class="bar"><p><a href="${backHref}">Về trang thủ tục</a></p><p>In trang này: bấm Ctrl + P, khổ A4.${codes.pageUrl === null ? " Chưa có mã QR của trang: máy chủ chưa biết địa chỉ công khai của mình, nhờ cán bộ công nghệ thông tin đặt PUBLIC_URL." : codes.onlyHere ? " Bản chạy thử: mã QR chỉ mở được trong máy hoặc mạng này, đừng dán." : ""}</p></header>
<main class="a4"><header class="head"><img src="${designAssets.href("icon.svg")}" alt="" width="40" height="40"><p>${knowledge.centre.name}</p></header>
${main}
<footer class="foot"><p><b>In ngày ${sayDay(today)}.</b> ${foot.join(" ")}</p></footer></main>`,
  });
}

/** `code`: what to send after scanning; null for a list, whose rows carry their codes. */
export function sheetCodes({ pageUrl, chatUrl }: SheetCodes, code: string | null, what: string): Html {
  return html`<div class="codes">${pageUrl && html`<figure>${qrCode(pageUrl, `Mã QR mở ${what}, bản mới nhất`)}<figcaption><b>Quét xem bản mới nhất</b> và biết có gì đổi từ khi in tờ này</figcaption></figure>`}
${(chatUrl || code) && html`<figure>${chatUrl && qrCode(chatUrl, "Mã QR mở trang Zalo của trung tâm")}<figcaption>${chatUrl ? html`<b>Hỏi trên Zalo:</b> quét mã, rồi nhắn ` : html`<b>Hỏi trên Zalo</b> của trung tâm, nhắn `}${code ? html`<span class="big-code">${code}</span>` : "mã của thủ tục"}</figcaption></figure>`}</div>`;
}
