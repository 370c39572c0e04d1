import { type Html, html } from "../../web/design/html.ts";
import type { FakeZalo } from "../platform/index.ts";
import { chatLine } from "./chat-view.ts";
import { FAULT_MENU, faultState } from "./fault-menu.ts";
import { type IconName, icon } from "./icons.ts";
import { journalEntries, journalFigures } from "./journal.ts";

export type PageView = {
  readonly fake: FakeZalo;
  readonly base: string;
  readonly citizenId: string;
  readonly examples: readonly string[];
  /** Where the public pages are, or null. */
  readonly publicPages: string | null;
  /** Number of the newest thing announced; the browser reloads when it has missed one. */
  readonly sequence: string;
};

type Person = FakeZalo["people"][number];

/** The whole page. No inline script or style: it runs under a strict content security policy. */
export function renderPage(view: PageView): string {
  const { fake, base } = view;
  const person = fake.people.find((one) => one.id === view.citizenId);
  if (!person) throw new Error("the page shows only people whom the platform knows");
  return html`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mô phỏng · ${fake.oaName}</title><meta name="robots" content="noindex">
<link rel="icon" href="${base}/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="${base}/phone.css">
<script src="${base}/phone.js" defer></script></head>
<body data-base="${base}" data-citizen="${person.id}" data-sequence="${view.sequence}">
<header class="top"><h1>Một Cửa <span>bản chạy thử</span></h1>
<p>Chương trình thật, Zalo giả lập trên máy này. Không có gì gửi ra ngoài.${view.publicPages && html` <a href="${view.publicPages}">Xem trang thủ tục công khai</a>`}</p>
<nav class="ways" aria-label="Các phần của trang"><a href="#dien-thoai">Điện thoại</a><a href="#tinh-huong">Tình huống</a><a href="#phia-sau">Phía sau</a></nav></header>
<noscript><p class="noscript">Trang này cần JavaScript để gửi tin.</p></noscript>
<main>${phone(view, person)}${situations(view, person)}${inspector(fake)}</main>
<div id="status" class="toast" role="status"></div>
</body></html>`.text;
}

function phone({ fake }: PageView, person: Person): Html {
  const lines = fake.chat.filter((line) => line.citizenId === person.id).slice(-200);
  return html`<section id="dien-thoai" class="phone" aria-label="Điện thoại của ${person.name}"><div class="screen">
<header class="oa-head"><span class="seal" aria-hidden="true">MC</span><div><h2>${fake.oaName}</h2><p>Tài khoản giả lập</p></div>
${person.anonymous ? null : followButton(fake, person.id)}</header>
<div class="scroll" id="scroll" tabindex="0" role="group" aria-label="Nội dung trò chuyện">
<p class="begin">Bắt đầu trò chuyện. Thử gõ không dấu, như: <q>lam khai sinh can gi</q></p>
<ol class="log" id="log" aria-live="polite" aria-relevant="additions" aria-label="Tin nhắn">${lines.map((line) => chatLine(fake, line))}</ol></div>
<form class="composer" data-act="says" autocomplete="off">${attachMenu(person)}
<label class="unseen" for="text">Tin nhắn</label><textarea id="text" name="text" rows="1" maxlength="5000" placeholder="Nhắn tin…" required></textarea>
<button class="send" aria-label="Gửi">${icon("send")}</button></form></div></section>`;
}

/** Rendered again when following changes. */
export function followButton(fake: FakeZalo, citizenId: string): Html {
  const follows = fake.isFollower(citizenId);
  return html`<button type="button" id="follow" class="follow" data-act="${follows ? "unfollow" : "follow"}">${follows ? "Bỏ quan tâm" : "Quan tâm"}</button>`;
}

function attachMenu(person: Person): Html {
  const things: readonly [act: string, name: string, drawing: IconName, signedIn: boolean][] = [
    ["image", "Ảnh", "image", false],
    ["location", "Vị trí", "location", true],
    ["sticker", "Nhãn dán", "sticker", false],
    ["file", "Tệp", "file", false],
    ["voice", "Ghi âm", "audio", true],
    ["contact", "Danh thiếp", "contact", true],
  ];
  const offered = things.filter(([, , , signedIn]) => !(signedIn && person.anonymous));
  return html`<details class="attach"><summary aria-label="Gửi thứ khác">${icon("plus")}</summary>
<div class="things">${offered.map(([act, name, drawing]) => html`<button type="button" data-act="${act}">${icon(drawing)}<span>${name}</span></button>`)}</div></details>`;
}

function situations({ fake, base, examples }: PageView, person: Person): Html {
  const people = fake.people.map(
    (one) =>
      html`<li><a href="${base}?nguoi=${one.id}" ${one.id === person.id && html`aria-current="page"`}><span dir="auto">${one.name}</span></a></li>`,
  );
  return html`<section id="tinh-huong" class="situations" aria-label="Tình huống">
<section><h2>Ai đang nhắn</h2><ul class="people">${people}</ul>
<form class="row" data-act="new-citizen" autocomplete="off"><label class="unseen" for="name">Tên người mới</label><input id="name" name="name" maxlength="60" placeholder="Tên người mới" required><button>Thêm</button></form></section>
<section><h2>Hỏi thử</h2><ul class="examples">${examples.map((text) => html`<li><button type="button" data-act="says" data-text="${text}">${text}</button></li>`)}</ul></section>
${person.anonymous ? null : officer(person)}
<section><h2>Khi Zalo trục trặc</h2><form class="row" data-act="fault"><label class="unseen" for="fault">Loại sự cố</label>
<select id="fault" name="fault">${Object.entries(FAULT_MENU).map(([value, one]) => html`<option value="${value}">${one.label}</option>`)}</select>
<button>Gây sự cố</button></form><div id="faults" role="status">${faultState(fake)}</div></section></section>`;
}

function officer(person: Person): Html {
  return html`<section><h2>Cán bộ nhắn</h2><p class="hint">Như khi cán bộ tự gõ cho ${person.name} trong công cụ của Zalo: trợ lý nhường lời.</p>
<form class="row" data-act="staff" autocomplete="off"><label class="unseen" for="staff">Lời cán bộ</label><input id="staff" name="text" maxlength="2000" placeholder="Lời của cán bộ" required><button>Gửi</button></form></section>`;
}

function inspector(fake: FakeZalo): Html {
  return html`<section id="phia-sau" class="inspector" aria-label="Phía sau"><h2>Phía sau</h2>
<dl class="figures" id="figures">${journalFigures(fake)}</dl>
<ol class="journal" id="journal" aria-label="Sự kiện, mới nhất trước">${journalEntries(fake)}</ol>
<p class="hint empty">Chưa có sự kiện nào. Gửi một tin để xem sự kiện, chữ ký và thời gian trả lời.</p></section>`;
}
