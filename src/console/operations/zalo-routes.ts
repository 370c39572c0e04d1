/** The link with Zalo: whether it holds, since when, and how to link anew. */
import { html } from "../../web/design/html.ts";
import { page } from "../answer.ts";
import { heading, when } from "../parts.ts";
import { type Route, staff } from "../route.ts";
import type { ActivityStore } from "../today/activity.ts";

export type ZaloState = {
  readonly oaId: string;
  /** Null: the Official Account is not linked. */
  readonly tokens: { readonly expiresAt: number; readonly refreshedAt: number } | null;
};
export type ZaloParts = { readonly zalo: () => Promise<ZaloState>; readonly activity: ActivityStore };

/** Zalo's refresh token lives three months and is replaced with each refresh (zalo-oa.md §3). */
const REFRESH_MS = 90 * 86_400_000;
const SOON_MS = 7 * 86_400_000;
const QUIET_MS = 24 * 3_600_000;

export const zaloRoutes = ({ zalo, activity }: ZaloParts): readonly Route[] => [
  staff("get", "/zalo", "oversee", async (visit) => {
    const [{ oaId, tokens }, lastEvent] = await Promise.all([zalo(), activity.lastEventAt()]);
    const until = tokens ? tokens.refreshedAt + REFRESH_MS : 0;
    const wrong =
      tokens === null
        ? "Trang Zalo OA chưa được nối. Trợ lý nhận được tin nhưng chưa gửi được câu nào."
        : visit.now > until
          ? "Kết nối đã hết hạn. Phải nối lại thì trợ lý mới gửi được tin."
          : visit.now > tokens.expiresAt
            ? "Chương trình chưa gia hạn được kết nối. Nếu kéo dài quá một giờ, anh/chị nối lại."
            : until - visit.now < SOON_MS
              ? "Kết nối sắp hết hạn, anh/chị nối lại trong tuần này."
              : null;
    const isQuiet = lastEvent === null || visit.now - lastEvent > QUIET_MS;
    return page(
      "Kết nối Zalo",
      html`${heading("Kết nối Zalo", `Trang Zalo OA số ${oaId}`)}
${wrong ? html`<p class="fault" role="alert">${wrong}</p>` : html`<p class="said">Đang nối bình thường.</p>`}
<section class="panel"><dl class="facts tight"><dt>Gia hạn gần nhất</dt><dd>${tokens ? when(tokens.refreshedAt) : "chưa có"}</dd><dt>Gửi được tới</dt><dd>${tokens ? html`${when(tokens.expiresAt)}, chương trình tự gia hạn trước giờ đó` : "–"}</dd><dt>Phải nối lại trước</dt><dd>${tokens ? html`${when(until)}, nếu chương trình tắt suốt tới ngày đó` : "–"}</dd><dt>Tin gần nhất từ Zalo</dt><dd>${lastEvent === null ? "chưa có tin nào" : when(lastEvent)}</dd></dl>
${isQuiet && html`<p class="hint">Một ngày rồi không có tin nào từ Zalo. Nếu trang Zalo vẫn có người nhắn, anh/chị nhờ người phụ trách công nghệ thông tin xem lại địa chỉ webhook.</p>`}</section>
<section class="panel"><h2>Nối lại</h2><ol><li>Quản trị viên của trang Zalo OA ngồi cùng người phụ trách máy chủ.</li><li>Trên máy chủ, chạy <code>npm run zalo:link</code> rồi làm theo lời chỉ dẫn.</li><li>Tải lại trang này: dòng trên cùng phải là “Đang nối bình thường”.</li></ol></section>`,
      { at: "zalo" },
    );
  }),
];
