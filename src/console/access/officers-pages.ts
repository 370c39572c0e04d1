/** The pages of the officers. */
import { type Html, html } from "../../web/design/html.ts";
import { type Page, page } from "../answer.ts";
import { BASE } from "../menu.ts";
import { act, csrfField, fault, field, heading, select, table, when, whenText } from "../parts.ts";
import type { StaffVisit } from "../visit.ts";
import type { Invite, InviteKind, Officer } from "./officer.ts";
import { ROLE_MEANS, ROLE_NAMES, ROLES, type Role } from "./roles.ts";

const AT = `${BASE}/nhan-su`;

export type OfficersView = {
  readonly officers: readonly Officer[];
  readonly invites: readonly Invite[];
  readonly units: readonly string[];
  readonly wrong: string | null;
};

export function officersPage(visit: StaffVisit, { officers, invites, units, wrong }: OfficersView): Page {
  return page(
    "Cán bộ",
    html`${heading("Cán bộ", "Ai vào được trang này và làm được việc gì.")}
<section class="panel"><h2>Đang có ${officers.filter(({ disabledAt }) => disabledAt === null).length} người</h2>
${table(
  [{ name: "Họ tên" }, { name: "Tên đăng nhập" }, { name: "Vai trò" }, { name: "Phạm vi" }],
  officers.map(({ id, name, login, role, unit, disabledAt }) => [
    html`<a href="${AT}/${id}">${name}</a>${disabledAt !== null && html` <span class="tag">đã ngưng</span>`}`,
    login,
    ROLE_NAMES[role],
    unit ?? "Toàn trung tâm",
  ]),
)}</section>
${invites.length > 0 && openInvites(visit, invites)}
<section class="panel"><h2>Mời thêm người</h2><p class="hint">Chương trình làm một đường dẫn dùng một lần. Anh/chị gửi cho đúng người đó; họ tự đặt tên đăng nhập và mật khẩu.</p>${fault(wrong)}
<form method="post" action="${AT}/moi" class="narrow">${csrfField(visit)}
${field({ name: "ho-ten", label: "Họ và tên", value: visit.form.text("ho-ten"), required: true, max: 80 })}
${roleAndUnit("editor", null, units)}
<p class="send"><button>Tạo đường dẫn mời</button></p></form></section>`,
    { at: "officers", status: wrong ? 422 : 200 },
  );
}

const openInvites = (visit: StaffVisit, invites: readonly Invite[]): Html =>
  html`<section class="panel"><h2>Đường dẫn chưa dùng</h2>${table(
    [{ name: "Cho" }, { name: "Để làm gì" }, { name: "Dùng được tới" }, { name: "Việc làm được", kind: "buttons" }],
    invites.map(({ id, name, kind, role, expiresAt }) => [
      name,
      kind === "password" ? "Đặt lại mật khẩu" : `Mời vào, vai trò ${ROLE_NAMES[role]}`,
      when(expiresAt),
      act(visit, `${AT}/moi/${id}/huy`, "Huỷ"),
    ]),
  )}</section>`;

const roleAndUnit = (
  role: Role,
  unit: string | null,
  units: readonly string[],
): Html => html`<fieldset class="choices"><legend>Vai trò</legend>${ROLES.map(
  (each) =>
    html`<label><input type="radio" name="vai-tro" value="${each}"${each === role && html` checked`}><span><b>${ROLE_NAMES[each]}</b> <small>${ROLE_MEANS[each]}</small></span></label>`,
)}</fieldset>
${select("don-vi", "Phạm vi", [{ value: "", name: "Toàn trung tâm" }, ...units.map((name) => ({ value: name, name }))], unit ?? "")}
<p class="hint">Cán bộ của một xã, phường chỉ thấy hồ sơ của nơi đó, và không sửa nội dung chung.</p>`;

export function officerPage(visit: StaffVisit, officer: Officer, units: readonly string[], wrong: string | null): Page {
  const at = `${AT}/${officer.id}`;
  const isOpen = officer.disabledAt === null;
  return page(
    officer.name,
    html`<nav class="crumbs" aria-label="Đường dẫn"><a href="${AT}">Cán bộ</a></nav>
${heading(officer.name, html`Tên đăng nhập <b>${officer.login}</b>, từ ${when(officer.createdAt)}`)}
<section class="panel"><h2>Vai trò và phạm vi</h2>${fault(wrong)}<form method="post" action="${at}" class="narrow">${csrfField(visit)}${roleAndUnit(officer.role, officer.unit, units)}<p class="send"><button>Lưu</button></p></form></section>
<section class="panel"><h2>${isOpen ? "Khi không còn làm, hoặc quên mật khẩu" : "Tài khoản đã ngưng"}</h2><div class="actions">
${isOpen && act(visit, `${at}/mat-khau`, "Tạo đường dẫn đặt lại mật khẩu")}
${isOpen ? act(visit, `${at}/ngung`, "Ngưng tài khoản này", "danger") : act(visit, `${at}/mo-lai`, "Cho dùng lại")}</div>
<p class="hint">${isOpen ? "Ngưng thì người này thoát ra ngay ở mọi thiết bị. Việc đã làm vẫn còn trong nhật ký." : "Mật khẩu cũ dùng lại được."}</p></section>`,
    { at: "officers", status: wrong ? 422 : 200 },
  );
}

export const linkPage = (kind: InviteKind, name: string, link: string, expiresAt: number): Page =>
  page(
    "Đường dẫn",
    html`${heading(kind === "password" ? `Đặt lại mật khẩu cho ${name}` : `Mời ${name}`, "Anh/chị chép đường dẫn này gửi cho đúng người đó. Trang này chỉ hiện một lần.")}
<section class="panel"><p class="field"><label for="duong-dan">Đường dẫn dùng một lần, tới ${whenText(expiresAt)}</label><input id="duong-dan" readonly value="${link}" data-select></p>
<p class="send"><a class="button" href="${AT}">Xong</a></p></section>`,
    { at: "officers" },
  );
