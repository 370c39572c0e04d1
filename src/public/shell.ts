/** What all public pages share: the head with the centre's name, the search, the foot that says what the page is. */
import type { Knowledge } from "../knowledge/index.ts";
import { createAssets, designAssets } from "../web/design/assets.ts";
import { renderDocument } from "../web/design/document.ts";
import { type Html, html } from "../web/design/html.ts";

export const BASE = "/thu-tuc";
export const publicAssets = createAssets(`${BASE}/kieu`, new URL("./assets/", import.meta.url), [
  "pages.css",
  "sheet.css",
]);

export const procedureHref = (id: string): string => `${BASE}/${id}`;
export const fieldHref = (slug: string): string => `${BASE}/linh-vuc/${slug}`;

export type PageParts = {
  readonly title: string;
  /** Null before the knowledge is loaded. */
  readonly knowledge: Knowledge | null;
  readonly main: Html;
  readonly noIndex?: boolean;
  /** Marks the entry of the menu where we are. */
  readonly at?: "browse" | "coverage";
};

export function renderPage({ title, knowledge, main, noIndex = false, at }: PageParts): string {
  const centre = knowledge?.centre.name ?? "Một Cửa";
  const here = (name: PageParts["at"]) => at === name && html` aria-current="page"`;
  return renderDocument({
    title: `${title} · ${centre}`,
    styles: [publicAssets.href("pages.css")],
    noIndex,
    body: html`<a class="skip" href="#noi-dung">Tới nội dung chính</a>
<header class="site"><div class="wide"><a class="brand" href="${BASE}"><img src="${designAssets.href("icon.svg")}" alt="" width="36" height="36"><span><b>Thủ tục hành chính</b><small>${centre}</small></span></a>
<nav class="menu" aria-label="Các trang"><a href="${BASE}"${here("browse")}>Tìm thủ tục</a><a href="${BASE}/tinh-trang"${here("coverage")}>Dữ liệu tới đâu</a></nav></div></header>
<main id="noi-dung" class="wide">${main}</main>
<footer class="site"><div class="wide"><p>Mỗi con số trên trang được chép từ bản ghi, có ghi căn cứ, ngày đối chiếu và đã chắc tới đâu. Điều chưa chắc thì nói là chưa chắc.</p>
<p>Trang này giúp anh/chị chuẩn bị, không thay cho văn bản pháp luật hay lời hướng dẫn của cán bộ tại quầy.</p></div></footer>`,
  });
}

/** The form that works without a script. `big`: it is what the page is for. */
export const searchForm = (query: string, big = false): Html =>
  html`<form class="search${big && " big"}" role="search" action="${BASE}" method="get"><label for="q">Anh/chị cần làm giấy tờ gì?</label>
<div class="row"><input id="q" name="q" type="search" value="${query}" maxlength="300" autocomplete="off" enterkeyhint="search" placeholder="vd: lam khai sinh cho con"><button>Tìm</button></div>
<p class="hint">Gõ như nhắn cho người quen, không dấu cũng được. Có mã như KS1 hay 1.001193 thì gõ mã.</p></form>`;

/** The way from the top to here; the last is where we are. */
export const crumbs = (...ways: readonly { readonly href: string; readonly name: string }[]): Html =>
  html`<nav class="crumbs" aria-label="Đường dẫn"><ol>${ways.map(({ href, name }) => html`<li><a href="${href}">${name}</a></li>`)}</ol></nav>`;
