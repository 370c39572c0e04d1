/** The four things that are asked first, each one line; more than one case sends to its section. */
import { isTentative, type Procedure } from "../../knowledge/index.ts";
import { type Html, html } from "../../web/design/html.ts";
import { shownFees } from "../facts/fees.ts";
import { shownPlace } from "../facts/lines.ts";
import { shownPapers } from "../facts/papers.ts";
import { shownTimes } from "../facts/times.ts";

export function glance(procedure: Procedure, today: string): Html {
  const entries: readonly [href: string, title: string, said: string][] = [
    ["#giay-to", "Giấy tờ", papersLine(procedure, today)],
    ["#le-phi", "Lệ phí", feeLine(procedure, today)],
    ["#thoi-gian", "Thời gian", timeLine(procedure, today)],
    ["#noi-nop", "Nơi giải quyết", shownPlace(procedure).replace(/\.$/, "")],
  ];
  return html`<dl class="glance">${entries.map(
    ([href, title, said]) => html`<div><dt><a href="${href}">${title}</a></dt><dd>${said}</dd></div>`,
  )}</dl>`;
}

export function papersLine(procedure: Procedure, today: string): string {
  const papers = shownPapers(procedure, today);
  if (papers.length === 0) return "Hỏi quầy";
  const everybody = papers.filter(({ when }) => when === null).length;
  const some = papers.length - everybody;
  if (everybody === 0) return `${some} loại, tuỳ trường hợp`;
  return some === 0 ? `${everybody} loại` : `${everybody} loại ai cũng cần, ${some} loại tuỳ trường hợp`;
}

export function feeLine(procedure: Procedure, today: string): string {
  const fees = shownFees(procedure, today);
  const [only, ...others] = fees;
  if (!only || fees.every(({ figure }) => figure === null)) return "Chưa chắc con số, hỏi quầy";
  if (others.length > 0) return `Tuỳ trường hợp (${fees.length} mức)`;
  const again = isTentative(procedure, "fee") ? " (tham khảo, hỏi lại quầy)" : "";
  return `${only.figure}${only.until ? `, ${only.until}` : ""}${again}`;
}

export function timeLine(procedure: Procedure, today: string): string {
  const times = shownTimes(procedure, today);
  const [only, ...others] = times;
  if (!only || times.every(({ text }) => text === null)) return "Chưa chắc con số, hỏi quầy";
  if (others.length > 0) return `Tuỳ trường hợp (${times.length} mức)`;
  return `${(only.text ?? "").replace(/\.$/, "")}${only.until ? `, ${only.until}` : ""}`;
}
