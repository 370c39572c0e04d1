/** Pages that say what cannot be done, and what to do instead. */
import { html } from "../web/design/html.ts";
import { type Page, page } from "./answer.ts";
import { BASE } from "./menu.ts";
import { heading } from "./parts.ts";

export const missingPage = (what = "Không có trang này"): Page =>
  page(
    what,
    html`${heading(what, "Địa chỉ này không có gì, hoặc mục này đã được bỏ.")}<p><a class="button" href="${BASE}">Về trang đầu</a></p>`,
    { status: 404 },
  );

export const deniedPage = (): Page =>
  page(
    "Không có quyền",
    html`${heading("Anh/chị không có quyền làm việc này", "Việc này cần vai trò khác. Anh/chị nhờ người quản trị của trung tâm.")}<p><a class="button" href="${BASE}">Về trang đầu</a></p>`,
    { status: 403 },
  );

/** A form of another session, or sent by another site. */
export const expiredPage = (back: string): Page =>
  page(
    "Trang đã cũ",
    html`${heading("Trang vừa rồi đã cũ", "Chưa có gì được lưu. Anh/chị mở lại trang rồi làm lại giúp.")}<p><a class="button" href="${back}">Mở lại</a></p>`,
    { status: 403 },
  );

/** `back`: where it was sent from, which is a page as well. */
export const tooLargePage = (back: string): Page =>
  page(
    "Gửi lên quá lớn",
    html`${heading("Tệp này lớn quá", "Chương trình nhận tệp tới 25 MB. Chưa có gì được lưu. Anh/chị chia tệp thành nhiều phần, hoặc bỏ bớt cột không cần, rồi chọn lại.")}<p><a class="button" href="${back}">Chọn tệp khác</a></p>`,
    { status: 413 },
  );
