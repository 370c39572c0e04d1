/** Where Zalo sends the administrator after the permission: says to copy the address into the waiting command. */
import type { RequestHandler } from "express";
import { renderDocument } from "./design/document.ts";
import { html } from "./design/html.ts";

export const linkPage: RequestHandler = (_req, res) => {
  // The code in the address works once, for ten minutes, and only with the verifier that the command holds.
  res
    .set("Cache-Control", "no-store")
    .type("html")
    .send(
      renderDocument({
        title: "Liên kết Zalo OA",
        body: html`<main class="wide"><h1>Còn một bước nữa</h1>
<p>Chép toàn bộ địa chỉ trên thanh trình duyệt của trang này, rồi dán vào cửa sổ đang chạy lệnh
<code>npm run zalo:link</code>. Mã trong địa chỉ chỉ dùng được một lần, trong 10 phút.</p></main>`,
      }),
    );
};
