/** What a one-time link opens: the first officer, an invitation, a new password. */
import { randomUUID } from "node:crypto";
import { html } from "../../web/design/html.ts";
import { type Answer, go, page } from "../answer.ts";
import { BASE } from "../menu.ts";
import { fault, field, whenText } from "../parts.ts";
import { open, type Route } from "../route.ts";
import { type Visit, whoIs } from "../visit.ts";
import { faultOfLogin, readLogin } from "./login-name.ts";
import type { Invite } from "./officer.ts";
import type { AccessParts } from "./parts.ts";
import { faultOfPassword, hashPassword, SHORTEST } from "./passwords.ts";
import { ROLE_MEANS, ROLE_NAMES } from "./roles.ts";
import { openSession } from "./sessions.ts";
import { keyOf } from "./tokens.ts";

export const START = "/bat-dau";

export function startRoutes(parts: AccessParts): readonly Route[] {
  const { officers } = parts;
  const inviteOf = (visit: Visit) => officers.inviteOf(keyOf(visit.param("token")), visit.now);

  return [
    open("get", `${START}/:token`, async (visit) => {
      const invite = await inviteOf(visit);
      return invite ? startPage(visit, invite, null) : endedPage();
    }),
    open("post", `${START}/:token`, async (visit) => {
      const invite = await inviteOf(visit);
      if (!invite) return endedPage();
      return invite.officerId === null ? join(parts, visit, invite) : renew(parts, visit, invite, invite.officerId);
    }),
  ];
}

async function join({ officers, sessions, mac }: AccessParts, visit: Visit, invite: Invite): Promise<Answer> {
  const { form, now, device } = visit;
  const login = readLogin(form.text("ten"));
  const name = (form.text("ho-ten") || invite.name).slice(0, 80);
  const wrong = faultOfLogin(login) ?? (name === "" ? "Anh/chị ghi họ tên giúp." : null) ?? faultOfNew(visit, login);
  if (wrong) return startPage(visit, invite, wrong);
  const id = randomUUID();
  const who = whoIs(id, mac);
  const action = invite.kind === "first" ? "officer.first" : "officer.join";
  const deed = { ...visit.deed(action, `officer/${who}`, `Vai trò ${ROLE_NAMES[invite.role]}`), who };
  const password = await hashPassword(form.raw("mat-khau"));
  const joined = await officers.join(keyOf(visit.param("token")), { id, login, name, password }, deed, now);
  if (joined === "gone") return endedPage();
  if (joined === "taken") return startPage(visit, invite, "Tên đăng nhập này đã có người dùng, anh/chị chọn tên khác.");
  const officer = await officers.find(id);
  if (!officer) return endedPage();
  const signIn = { ...visit.deed("officer.sign-in", `officer/${who}`, device), who };
  const token = await openSession(sessions, officer, device, signIn, now);
  return { ...go(BASE, `Chào ${name}. Tài khoản của anh/chị đã dùng được.`), token };
}

async function renew({ officers, mac }: AccessParts, visit: Visit, invite: Invite, officerId: string): Promise<Answer> {
  const officer = await officers.find(officerId);
  if (!officer) return endedPage();
  const wrong = faultOfNew(visit, officer.login);
  if (wrong) return startPage(visit, invite, wrong);
  const who = whoIs(officerId, mac);
  const deed = { ...visit.deed("officer.password", `officer/${who}`, "Đặt lại bằng đường dẫn"), who };
  const password = await hashPassword(visit.form.raw("mat-khau"));
  if (!(await officers.renew(keyOf(visit.param("token")), password, deed, visit.now))) return endedPage();
  return go(`${BASE}/dang-nhap`, "Mật khẩu mới đã dùng được. Mời anh/chị đăng nhập.");
}

export function faultOfNew({ form }: Visit, login: string): string | null {
  const password = form.raw("mat-khau");
  return (
    faultOfPassword(password, login) ??
    (password === form.raw("lap-lai") ? null : "Hai lần ghi mật khẩu chưa giống nhau.")
  );
}

const endedPage = () =>
  page(
    "Đường dẫn không dùng được",
    html`<h1>Đường dẫn này không dùng được nữa</h1><p>Mỗi đường dẫn chỉ dùng một lần và có hạn. Anh/chị xin người quản trị một đường dẫn mới; nếu trung tâm chưa có ai, khởi động lại chương trình để lấy đường dẫn mới.</p><p class="send"><a class="button" href="${BASE}/dang-nhap">Tới trang đăng nhập</a></p>`,
    { status: 410 },
  );

function startPage(visit: Visit, invite: Invite, wrong: string | null) {
  const { form } = visit;
  const title = {
    first: "Tạo tài khoản quản trị đầu tiên",
    new: "Tạo tài khoản của anh/chị",
    password: "Đặt mật khẩu mới",
  };
  const lead =
    invite.kind === "password"
      ? "Đặt xong, mọi thiết bị đang đăng nhập của tài khoản này sẽ thoát ra."
      : `Vai trò: ${ROLE_NAMES[invite.role]} (${ROLE_MEANS[invite.role]})${invite.unit === null ? "" : `, ${invite.unit}`}.`;
  return page(
    title[invite.kind],
    html`<h1>${title[invite.kind]}</h1><p class="lead">${lead}</p>${fault(wrong)}
<form method="post" action="${BASE}${START}/${visit.param("token")}">
${
  invite.kind !== "password" &&
  html`${field({ name: "ho-ten", label: "Họ và tên", value: form.text("ho-ten") || invite.name, required: true, autocomplete: "name", max: 80 })}
${field({ name: "ten", label: "Tên đăng nhập", value: form.text("ten"), required: true, autocomplete: "username", hint: "Chữ thường không dấu, ví dụ: le.thi.hoa", max: 40 })}`
}
${field({ name: "mat-khau", label: "Mật khẩu", type: "password", required: true, autocomplete: "new-password", hint: `Ít nhất ${SHORTEST} ký tự. Một câu ngắn dễ nhớ là tốt nhất.` })}
${field({ name: "lap-lai", label: "Ghi lại mật khẩu", type: "password", required: true, autocomplete: "new-password" })}
<p class="send"><button>${invite.kind === "password" ? "Đặt mật khẩu" : "Tạo tài khoản"}</button></p></form>
<p class="hint">Đường dẫn này dùng được tới ${whenText(invite.expiresAt)}.</p>`,
    { status: wrong ? 422 : 200 },
  );
}
