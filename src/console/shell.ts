/** What all pages of the console share: the head, the menu beside the page, what has just been done. */
import { createAssets, designAssets } from "../web/design/assets.ts";
import { renderDocument } from "../web/design/document.ts";
import { type Html, html } from "../web/design/html.ts";
import { ROLE_NAMES } from "./access/roles.ts";
import type { Page } from "./answer.ts";
import { BASE, MENU, type MenuKey } from "./menu.ts";
import { csrfField } from "./parts.ts";
import type { StaffVisit } from "./visit.ts";

export const ASSETS_AT = "/giao-dien";
export const consoleAssets = createAssets(`${BASE}${ASSETS_AT}`, new URL("./assets/", import.meta.url), [
  "console.css",
  "console.js",
]);

/** On a phone the menu is shown while the address ends in this: a link opens it, any other closes it, without a script. */
const MENU_ID = "cac-trang";

export type Frame = {
  readonly centre: string;
  /** Null: nobody is signed in. */
  readonly visit: StaffVisit | null;
  /** What has just been done. */
  readonly say: string | null;
};

export function renderPage({ title, main, at }: Page, frame: Frame): string {
  const { visit } = frame;
  const body = visit ? signedIn(frame, visit, main, at) : signedOut(frame, main);
  return renderDocument({
    title: `${title} · Một Cửa`,
    styles: [consoleAssets.href("console.css")],
    noIndex: true,
    bodyClass: visit ? "console" : "console door",
    head: html`<script src="${consoleAssets.href("console.js")}" defer></script>`,
    body,
  });
}

const brand = (centre: string, href: string): Html =>
  html`<a class="brand" href="${href}"><img src="${designAssets.href("icon.svg")}" alt="" width="36" height="36"><span><b>Một Cửa</b><small>${centre}</small></span></a>`;

const said = (say: string | null): Html => html`${say && html`<p class="said" role="status">${say}</p>`}`;

const signedOut = ({ centre, say }: Frame, main: Html): Html =>
  html`<main id="noi-dung" class="card">${brand(centre, `${BASE}/dang-nhap`)}${said(say)}${main}</main>`;

function signedIn({ centre, say }: Frame, visit: StaffVisit, main: Html, at: MenuKey | undefined): Html {
  const { officer } = visit;
  return html`<a class="skip" href="#noi-dung">Tới nội dung chính</a>
<header class="top">${brand(centre, BASE)}
<a class="button quiet menu-link" href="#${MENU_ID}">Các trang</a>
<div class="me"><a href="${BASE}/tai-khoan"${at === "account" && html` aria-current="page"`}><b>${officer.name}</b><small>${ROLE_NAMES[officer.role]}${officer.unit && html` · ${officer.unit}`}</small></a>
<form method="post" action="${BASE}/dang-xuat">${csrfField(visit)}<button class="quiet">Thoát</button></form></div></header>
<nav class="side" id="${MENU_ID}" aria-label="Các trang"><a class="menu-link" href="#noi-dung">Đóng</a>${MENU.map(
    ({ name, entries }) => {
      const mine = entries.filter(({ right }) => visit.may(right));
      if (mine.length === 0) return null;
      return html`${name !== "" && html`<p class="group">${name}</p>`}<ul>${mine.map(
        (entry) =>
          html`<li><a href="${BASE}${entry.path}"${entry.key === at && html` aria-current="page"`}>${entry.name}</a></li>`,
      )}</ul>`;
    },
  )}</nav>
<main id="noi-dung">${said(say)}${main}</main>`;
}
