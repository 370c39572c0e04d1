import { type Html, html } from "../../web/design/html.ts";
import type { ApiCall, Delivery, FakeZalo } from "../platform/index.ts";
import { clockTime, nameOf } from "./chat-view.ts";

const SHOWN = 150;

/** What passed between the platform and the program, newest first, as the inspector shows it. */
export function journalEntries(fake: FakeZalo): readonly Html[] {
  const deliveries = fake.webhookLog
    .slice(-SHOWN)
    .map((one) => ({ at: one.at, entry: () => deliveryEntry(fake, one) }));
  const calls = fake.calls.slice(-SHOWN).map((one) => ({ at: one.at, entry: () => callEntry(fake, one) }));
  return [...deliveries, ...calls]
    .toSorted((a, b) => b.at - a.at)
    .slice(0, SHOWN)
    .map((one) => one.entry());
}

/** Zalo → us. */
export function deliveryEntry(fake: FakeZalo, delivery: Delivery): Html {
  const name = delivery.event?.event_name ?? "(không phải sự kiện)";
  const state = delivery.status === null ? WHY[delivery.why] : String(delivery.status);
  const retry = delivery.retries > 0 && ` · gửi lại lần ${delivery.retries}`;
  return entry({
    direction: "in",
    name,
    about: aboutEvent(delivery) ?? (delivery.citizenId ? nameOf(fake, delivery.citizenId) : null),
    good: delivery.status === 200,
    state,
    figure: html`<span title="Thời gian máy chủ xác nhận">${milliseconds(delivery.ms)}</span>`,
    details: html`<dl><dt>Lúc</dt><dd>${clockTime(delivery.at)}${retry}</dd>
<dt>X-ZEvent-Signature</dt><dd><code>${delivery.signature ?? "(không ký)"}</code></dd>
<dt>Xác nhận</dt><dd>HTTP ${state}, ${milliseconds(delivery.ms)}</dd></dl><pre>${pretty(delivery.body)}</pre>`,
  });
}

/** Us → Zalo. */
export function callEntry(fake: FakeZalo, call: ApiCall): Html {
  const state =
    call.status === null ? "không đáp" : call.status === 200 ? `error ${call.error ?? "?"}` : String(call.status);
  const answered = call.answerMs !== null && html`<dt>Trả lời công dân sau</dt><dd>${milliseconds(call.answerMs)}</dd>`;
  return entry({
    direction: "out",
    name: `${call.method} ${call.path}`,
    about: call.citizenId ? nameOf(fake, call.citizenId) : null,
    good: call.status === 200 && call.error === 0,
    state,
    figure:
      call.answerMs === null
        ? html`<span>${milliseconds(call.ms)}</span>`
        : html`<span title="Từ lúc công dân nhắn tới lúc có trả lời">trả lời ${milliseconds(call.answerMs)}</span>`,
    details: html`<dl><dt>Lúc</dt><dd>${clockTime(call.at)}</dd>${answered}
<dt>Zalo đáp</dt><dd>${state}, ${milliseconds(call.ms)}</dd></dl><pre>${pretty(call.request)}</pre>
${call.response && html`<p class="caption">Zalo trả về</p><pre>${pretty(call.response)}</pre>`}`,
  });
}

/** Medians of what is remembered, in the words of the page. */
export function journalFigures(fake: FakeZalo): Html {
  const acknowledged = fake.webhookLog.filter((one) => one.status === 200).map((one) => one.ms);
  const answered = fake.sent.flatMap((one) => (one.answerMs === null ? [] : [one.answerMs]));
  return html`<div><dt>Sự kiện</dt><dd>${fake.webhookLog.length}</dd></div>
<div><dt>Xác nhận (trung vị)</dt><dd>${middle(acknowledged)}</dd></div>
<div><dt>Trả lời (trung vị)</dt><dd>${middle(answered)}</dd></div>`;
}

type Entry = {
  direction: "in" | "out";
  name: string;
  about: string | null;
  good: boolean;
  state: string;
  figure: Html;
  details: Html;
};

function entry(one: Entry): Html {
  const way = one.direction === "in" ? "Zalo gửi vào" : "Gọi sang Zalo";
  return html`<li class="entry ${one.direction} ${!one.good && "bad"}"><details><summary>
<span class="way">${way}</span><span class="name">${one.name}</span><span class="state">${one.state}</span>
<span class="about" dir="auto">${one.about}</span><span class="figure">${one.figure}</span></summary>
<div class="inside">${one.details}</div></details></li>`;
}

const WHY: Record<Delivery["why"], string> = {
  answered: "",
  timeout: "quá 2 giây",
  "no-connection": "không nối được",
  disabled: "đã ngừng gửi",
};

function aboutEvent(delivery: Delivery): string | null {
  const text = (delivery.event?.message as { text?: unknown } | undefined)?.text;
  return typeof text === "string" && text !== "" ? text.slice(0, 120) : null;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function middle(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.floor(sorted.length / 2)];
  return value === undefined ? "–" : milliseconds(value);
}

function milliseconds(ms: number): string {
  if (ms >= 10_000) return `${Math.round(ms / 1000)} giây`;
  return `${ms < 10 ? ms.toFixed(1).replace(".", ",") : Math.round(ms)} ms`;
}
