/** One's own account: the password, and where one is signed in. */
import { html } from "../../web/design/html.ts";
import { go, page } from "../answer.ts";
import { BASE } from "../menu.ts";
import { act, csrfField, fault, field, heading, table, when } from "../parts.ts";
import { type Route, staff } from "../route.ts";
import type { StaffVisit } from "../visit.ts";
import type { AccessParts } from "./parts.ts";
import { hashPassword, isPassword, SHORTEST } from "./passwords.ts";
import { faultOfNew } from "./start.ts";
import { createThrottle, WAIT_MINUTES } from "./throttle.ts";

const PATH = "/tai-khoan";

export function accountRoutes({ officers, sessions, tries, mac }: AccessParts): readonly Route[] {
  const throttle = createThrottle(tries, mac);

  async function accountPage(visit: StaffVisit, wrong: string | null) {
    const { officer, session: mine } = visit;
    const open = await sessions.of(officer.id);
    return page(
      "Tài khoản",
      html`${heading(officer.name, `Tên đăng nhập: ${officer.login}`)}
<section class="panel"><h2>Đang đăng nhập ở</h2>${table(
        [
          { name: "Thiết bị" },
          { name: "Từ lúc" },
          { name: "Dùng gần đây" },
          { name: "Việc làm được", kind: "buttons" },
        ],
        open.map((session) => [
          html`${session.device}${session.id === mine.id && html` <span class="tag calm">đang dùng</span>`}`,
          when(session.createdAt),
          when(session.seenAt),
          session.id !== mine.id && act(visit, `${BASE}${PATH}/phien/${session.id}/thoat`, "Cho thoát"),
        ]),
      )}</section>
<section class="panel"><h2>Đổi mật khẩu</h2>${fault(wrong)}<form method="post" action="${BASE}${PATH}/mat-khau" class="narrow">${csrfField(visit)}
${field({ name: "cu", label: "Mật khẩu đang dùng", type: "password", required: true, autocomplete: "current-password" })}
${field({ name: "mat-khau", label: "Mật khẩu mới", type: "password", required: true, autocomplete: "new-password", hint: `Ít nhất ${SHORTEST} ký tự.` })}
${field({ name: "lap-lai", label: "Ghi lại mật khẩu mới", type: "password", required: true, autocomplete: "new-password" })}
<p class="send"><button>Đổi mật khẩu</button></p></form></section>`,
      { at: "account", status: wrong ? 422 : 200 },
    );
  }

  return [
    staff("get", PATH, "see", (visit) => accountPage(visit, null)),
    staff("post", `${PATH}/mat-khau`, "see", async (visit) => {
      const { officer, session, form, address, now } = visit;
      const known = await officers.byLogin(officer.login);
      const attempt = await throttle.attempt(
        { login: officer.login, address, now },
        async () => (known && (await isPassword(form.raw("cu"), known.password)) ? known : null),
        () => visit.deed("officer.sign-in-refused", "", "Sai mật khẩu cũ khi đổi mật khẩu"),
      );
      if (attempt.kind === "closed")
        return accountPage(visit, `Đã sai nhiều lần quá, anh/chị chờ ${WAIT_MINUTES} phút rồi thử lại.`);
      if (attempt.kind === "wrong") return accountPage(visit, "Mật khẩu đang dùng chưa đúng.");
      const wrong = faultOfNew(visit, officer.login);
      if (wrong) return accountPage(visit, wrong);
      const deed = visit.deed("officer.password", "", "Tự đổi");
      await officers.setPassword(officer.id, await hashPassword(form.raw("mat-khau")), session.id, deed);
      return go(`${BASE}${PATH}`, "Đã đổi mật khẩu. Các thiết bị khác đã thoát ra.");
    }),
    staff("post", `${PATH}/phien/:id/thoat`, "see", async (visit) => {
      const deed = visit.deed("officer.session-ended", "", "Cho một thiết bị của mình thoát ra");
      await sessions.end(visit.param("id"), visit.officer.id, deed);
      return go(`${BASE}${PATH}`, "Thiết bị đó đã thoát.");
    }),
  ];
}
