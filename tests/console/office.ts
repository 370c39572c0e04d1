/** The started program with a first officer: what tests of the console begin with. */
import { type Bot, type BotOptions, startBot } from "../support/bot.ts";

export const FIRST = { login: "le.thi.hoa", name: "Lê Thị Hoa", password: "mưa chiều Đất Mũi" } as const;

export type Answer = { readonly status: number; readonly to: string | null; readonly html: string };

/** A browser without a screen: keeps its cookies, follows no redirect. */
export type Visitor = {
  get(path: string): Promise<Answer>;
  /** As a form of the page opened last, with its token. */
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  readonly cookies: Map<string, string>;
};

export function visitorOf(url: string): Visitor {
  const cookies = new Map<string, string>();
  let token = "";
  async function ask(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(`${url}${path}`, {
      ...init,
      redirect: "manual",
      headers: { ...(init.headers as Record<string, string>), cookie },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (/Expires=Thu, 01 Jan 1970/.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const html = await answer.text();
    token = /name="_ma" value="([^"]+)"/.exec(html)?.[1] ?? token;
    return { status: answer.status, to: answer.headers.get("location"), html };
  }
  return {
    cookies,
    get: (path) => ask(path, {}),
    post: (path, fields = {}, headers = {}) =>
      ask(path, {
        method: "POST",
        body: new URLSearchParams({ _ma: token, ...fields }).toString(),
        headers: { "content-type": "application/x-www-form-urlencoded", origin: url, ...headers },
      }),
  };
}

export type Office = { readonly bot: Bot; readonly admin: Visitor };

export async function openOffice(options: BotOptions = {}): Promise<Office> {
  const bot = await startBot(options);
  return { bot, admin: await firstOfficer(bot.url, await bot.app.firstOfficerLink()) };
}

/** Makes the first account by its one-time link and signs in. */
export async function firstOfficer(url: string, link: string | null): Promise<Visitor> {
  const admin = visitorOf(url);
  await admin.post(link ?? "", {
    "ho-ten": FIRST.name,
    ten: FIRST.login,
    "mat-khau": FIRST.password,
    "lap-lai": FIRST.password,
  });
  await admin.get("/can-bo");
  return admin;
}

/** Invites somebody, opens the link and signs in. */
export async function hire(
  office: { readonly bot: Pick<Bot, "url">; readonly admin: Visitor },
  role: string,
  more: { login?: string; unit?: string } = {},
): Promise<Visitor> {
  const login = more.login ?? `nguoi.${role}`;
  await office.admin.get("/can-bo/nhan-su");
  const made = await office.admin.post("/can-bo/nhan-su/moi", {
    "ho-ten": `Người ${role}`,
    "vai-tro": role,
    "don-vi": more.unit ?? "",
  });
  const link = /value="http[^"]*(\/can-bo\/bat-dau\/[\w-]+)"/.exec(made.html)?.[1] ?? "";
  const visitor = visitorOf(office.bot.url);
  await visitor.post(link, {
    "ho-ten": `Người ${role}`,
    ten: login,
    "mat-khau": FIRST.password,
    "lap-lai": FIRST.password,
  });
  await visitor.get("/can-bo");
  return visitor;
}

const SIGNS: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const decode = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (sign) => SIGNS[sign] ?? sign);

/** Every field of the forms of a page as a browser would send them; several of one name as a list. */
export function sentAs(html: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  const put = (name: string, value: string) => {
    const known = fields[name];
    fields[name] = known === undefined ? value : [known, value].flat();
  };
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    const isBox = /type="(checkbox|radio)"/.test(tag);
    if (name && (!isBox || / checked/.test(tag))) put(name, decode(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? ""));
  }
  // The first line break of a text area is not part of it.
  for (const [, name = "", text = ""] of html.matchAll(/<textarea\b[^>]*name="([^"]*)"[^>]*>\n?([^<]*)<\/textarea>/g))
    put(name, decode(text));
  for (const [, name = "", options = ""] of html.matchAll(/<select\b[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
    const chosen = /value="([^"]*)" selected/.exec(options) ?? /value="([^"]*)"/.exec(options);
    put(name, decode(chosen?.[1] ?? ""));
  }
  return fields;
}

export const fieldsOf = (html: string): Record<string, string> =>
  Object.fromEntries(Object.entries(sentAs(html)).map(([name, value]) => [name, [value].flat().at(-1) ?? ""]));
