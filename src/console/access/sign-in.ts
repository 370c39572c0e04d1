/** Signing in and out. */
import { html } from "../../web/design/html.ts";
import { go, page } from "../answer.ts";
import { BASE } from "../menu.ts";
import { fault, field } from "../parts.ts";
import { open, type Route, staff } from "../route.ts";
import { type Visit, whoIs } from "../visit.ts";
import { readLogin } from "./login-name.ts";
import type { AccessParts } from "./parts.ts";
import { isPassword } from "./passwords.ts";
import { openSession } from "./sessions.ts";
import { createThrottle, WAIT_MINUTES } from "./throttle.ts";

const PATH = "/dang-nhap";

export function signInRoutes({ officers, sessions, tries, mac }: AccessParts): readonly Route[] {
  const throttle = createThrottle(tries, mac);

  async function signIn(visit: Visit) {
    const { form, address, device, now } = visit;
    const login = readLogin(form.text("ten")).slice(0, 100);
    const known = await officers.byLogin(login);
    const tried = known ? `officer/${whoIs(known.officer.id, mac)}` : "";
    const attempt = await throttle.attempt(
      { login, address, now },
      async () => {
        const isRight = await isPassword(form.raw("mat-khau"), known?.password ?? null);
        return known && isRight && known.officer.disabledAt === null ? known.officer : null;
      },
      () => visit.deed("officer.sign-in-refused", tried, device),
    );
    if (attempt.kind === "closed") {
      const wait = `Đã sai nhiều lần quá. Anh/chị chờ ${WAIT_MINUTES} phút rồi thử lại, hoặc nhờ người quản trị đặt lại mật khẩu.`;
      return signInPage(visit, wait, 429);
    }
    if (attempt.kind === "wrong") return signInPage(visit, "Tên đăng nhập hoặc mật khẩu chưa đúng.", 401);
    const officer = attempt.value;
    await throttle.succeeded(login);
    await sessions.tidy(now);
    const who = whoIs(officer.id, mac);
    const deed = { ...visit.deed("officer.sign-in", `officer/${who}`, device), who };
    const token = await openSession(sessions, officer, device, deed, now);
    return { ...go(wantedPage(form.text("toi"))), token };
  }

  return [
    open("get", PATH, (visit) => signInPage(visit, null)),
    open("post", PATH, signIn),
    staff("post", "/dang-xuat", "see", async (visit) => {
      const { session, officer } = visit;
      await sessions.end(session.id, officer.id, visit.deed("officer.sign-out", "", session.device));
      return { ...go(`${BASE}${PATH}`, "Anh/chị đã thoát."), token: null };
    }),
  ];
}

/** Only a page of the console: never another site. */
const wantedPage = (wanted: string): string => (/^\/[a-z][\w/?=&%.-]*$/.test(wanted) ? `${BASE}${wanted}` : BASE);

function signInPage(visit: Visit, wrong: string | null, status = 200) {
  const wanted = visit.query("toi") || visit.form.text("toi");
  return page(
    "Đăng nhập",
    html`<h1>Đăng nhập</h1>${fault(wrong)}
<form method="post" action="${BASE}${PATH}"><input type="hidden" name="toi" value="${wanted}">
${field({ name: "ten", label: "Tên đăng nhập", value: visit.form.text("ten"), required: true, autocomplete: "username" })}
${field({ name: "mat-khau", label: "Mật khẩu", type: "password", required: true, autocomplete: "current-password" })}
<p class="send"><button>Đăng nhập</button></p></form>
<p class="hint">Quên mật khẩu, hoặc chưa có tên đăng nhập: anh/chị nhờ người quản trị của trung tâm gửi cho một đường dẫn.</p>`,
    { status },
  );
}
