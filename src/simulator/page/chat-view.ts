import { type Html, html } from "../../web/design/html.ts";
import type { ChatLine, Delivery, FakeZalo, SentButton } from "../platform/index.ts";
import { type IconName, icon } from "./icons.ts";

const CLOCK = new Intl.DateTimeFormat("vi-VN", {
  timeZone: "Asia/Ho_Chi_Minh",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

export const clockTime = (at: number): string => CLOCK.format(at);

/** What stands in a bubble for a thing that is not text. */
const THINGS: Partial<Record<ChatLine["kind"], { name: string; icon: IconName }>> = {
  image: { name: "Ảnh", icon: "image" },
  gif: { name: "Ảnh động", icon: "image" },
  location: { name: "Vị trí", icon: "location" },
  sticker: { name: "Nhãn dán", icon: "sticker" },
  file: { name: "Tệp", icon: "file" },
  audio: { name: "Tin thoại", icon: "audio" },
  contact: { name: "Danh thiếp", icon: "contact" },
  "shared-info": { name: "Đã chia sẻ thông tin", icon: "contact" },
};

/** One line of the conversation, as the phone shows it. */
export function chatLine(fake: FakeZalo, line: ChatLine): Html {
  if (line.from === "notice") return notice(fake, line);
  const mine = line.from === "citizen";
  const who = mine ? nameOf(fake, line.citizenId) : line.from === "staff" ? "Cán bộ" : fake.oaName;
  return html`<li class="line ${mine ? "mine" : "theirs"} ${line.from}" id="line-${line.id}">
<div class="bubble ${line.buttons.length > 0 && "with-buttons"}">
<span class="${line.from === "staff" ? "staff-name" : "unseen"}">${who}${line.from === "staff" ? " · nhắn từ công cụ của Zalo" : ":"}</span>
${body(line)}${buttons(line)}</div>
<p class="meta"><time>${clockTime(line.at)}</time><span class="note" id="note-${line.id}">${deliveryNote(fake, line.id)}</span></p></li>`;
}

function body(line: ChatLine): Html {
  const thing = THINGS[line.kind];
  const text = line.text && html`<p class="text" dir="auto">${line.text}</p>`;
  if (!thing) return html`${text}`;
  return html`<p class="thing ${line.kind}">${icon(thing.icon)}<span>${thing.name}</span></p>${text}`;
}

function buttons(line: ChatLine): Html | null {
  if (line.kind === "request-info")
    return html`<ul class="buttons"><li><button type="button" data-act="info">Chia sẻ thông tin</button></li></ul>`;
  if (line.buttons.length === 0) return null;
  return html`<ul class="buttons">${line.buttons.map((button, index) => html`<li>${press(button, line.id, index)}</li>`)}</ul>`;
}

/** The platform has let only http(s) addresses and digits through, so a link can carry the target. */
function press(button: SentButton, messageId: string, index: number): Html {
  switch (button.type) {
    case "oa.open.url":
      return html`<a href="${button.target}" target="_blank" rel="noopener noreferrer">${button.title}${icon("open")}</a>`;
    case "oa.open.phone":
      return html`<a href="tel:${button.target}">${button.title}${icon("call")}</a>`;
    case "oa.open.sms":
      return html`<a href="sms:${button.target}">${button.title}${icon("open")}</a>`;
    default:
      return html`<button type="button" data-act="tap" data-message="${messageId}" data-button="${index}">${button.title}</button>`;
  }
}

function notice(fake: FakeZalo, line: ChatLine): Html {
  const did = line.kind === "follow" ? "đã quan tâm" : "đã bỏ quan tâm";
  return html`<li class="line notice" id="line-${line.id}"><p>${nameOf(fake, line.citizenId)} ${did} trang này · ${clockTime(line.at)}</p></li>`;
}

/** Empty when the line has arrived; otherwise why it has not, from its newest attempt. */
export function deliveryNote(fake: FakeZalo, messageId: string): string {
  const last = fake.webhookLog.findLast((delivery) => messageIdOf(delivery) === messageId);
  if (!last || last.status === 200) return "";
  if (last.why === "disabled") return "Chưa tới: Zalo đã ngừng gửi tới máy chủ";
  if (last.why === "timeout") return "Chưa tới: máy chủ không trả lời kịp, Zalo sẽ gửi lại";
  if (last.why === "no-connection") return "Chưa tới: không gọi được máy chủ, Zalo sẽ gửi lại";
  return `Chưa tới: máy chủ trả lời ${last.status}, Zalo sẽ gửi lại`;
}

/** The `msg_id` of a citizen's message; null for echoes and all else. */
export function messageIdOf(delivery: Delivery): string | null {
  const { event } = delivery;
  if (!event || !/^(user|anonymous)_send_/.test(event.event_name)) return null;
  const message = event.message as { msg_id?: unknown } | undefined;
  return typeof message?.msg_id === "string" ? message.msg_id : null;
}

export function nameOf(fake: FakeZalo, citizenId: string): string {
  return fake.people.find((person) => person.id === citizenId)?.name ?? "Công dân";
}
