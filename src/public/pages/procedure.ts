/** `/thu-tuc/<id>`: the whole record. */
import {
  type DoubtKind,
  doubtSays,
  isTentative,
  type Knowledge,
  type Procedure,
  procedureHolds,
  sayDay,
  shortCodeOf,
  spellOut,
  standingOn,
} from "../../knowledge/index.ts";
import { type Html, html } from "../../web/design/html.ts";
import { CONFIDENCE, shownDoubts } from "../facts/doubts.ts";
import { type ShownFee, shownFeeRule, shownFees } from "../facts/fees.ts";
import { shownForms, shownList, shownNews, shownPlace, shownResult } from "../facts/lines.ts";
import { papersInDoubt, type ShownPaper, shownPapers } from "../facts/papers.ts";
import { type ShownTime, shownTimes } from "../facts/times.ts";
import { fieldOf } from "../fields.ts";
import { BASE, crumbs, fieldHref, procedureHref, renderPage } from "../shell.ts";
import type { Since } from "../versions/sheet.ts";
import { type Carry, carryBox } from "./carry.ts";
import { glance } from "./glance.ts";
import { sinceBox } from "./since.ts";

export type ProcedurePage = {
  readonly procedure: Procedure;
  readonly knowledge: Knowledge;
  /** The local day, `yyyy-mm-dd`. */
  readonly today: string;
  readonly since: Since | null;
  readonly carry: Carry;
};

export function procedurePage({ procedure, knowledge, today, since, carry }: ProcedurePage): string {
  const field = fieldOf(procedure, knowledge);
  const holds = procedureHolds(procedure, today);
  const main = html`${crumbs({ href: BASE, name: "Thủ tục" }, { href: fieldHref(field.slug), name: field.name })}
<header class="title"><h1>${procedure.short_name}</h1>${names(procedure, knowledge)}</header>
${since && sinceBox(since)}
<div class="columns"><article>${holds ? record(procedure, knowledge, today) : withdrawn(procedure, knowledge, today)}</article>
<aside aria-label="Mã và ngày đối chiếu">${holds && checked(procedure)}${carryBox(carry)}</aside></div>`;
  return renderPage({ title: procedure.short_name, knowledge, main, noIndex: since !== null });
}

function names(procedure: Procedure, knowledge: Knowledge): Html {
  const { id, name, short_name, code } = procedure;
  const inDoubt = doubtSays(procedure, "code").length > 0;
  const short = shortCodeOf(id, knowledge);
  return html`${name !== short_name && html`<p class="official">${spellOut(name)}</p>`}
<ul class="codes">${code && html`<li>Mã thủ tục <b>${code}</b>${inDoubt && html` <span class="tag">hỏi lại quầy</span>`}</li>`}${short && html`<li>Mã nhắn Zalo <b>${short}</b></li>`}</ul>`;
}

function withdrawn(procedure: Procedure, { centre }: Knowledge, today: string): Html {
  const why = procedure.withdrawn
    ? "Trung tâm đang xem lại nội dung này"
    : standingOn(procedure, today) === "coming"
      ? `Quy định đang giữ từ ${sayDay(procedure.valid_from!)} mới áp dụng`
      : `Quy định đang giữ đã hết hiệu lực sau ngày ${sayDay(procedure.valid_to!)}`;
  return html`<section class="doubt"><h2>Chưa trả lời được</h2><p>${why}, nên trang này không nêu giấy tờ hay lệ phí. Anh/chị hỏi quầy của ${centre.name} giúp.</p></section>`;
}

function record(procedure: Procedure, knowledge: Knowledge, today: string): Html {
  const doubts = shownDoubts(procedure, today);
  const news = shownNews(procedure, today);
  const rule = shownFeeRule(procedure, today);
  return html`${glance(procedure, today)}
${doubts.length > 0 && html`<section class="doubt" id="chua-chac"><h2>Chưa chắc, hỏi lại quầy</h2><ul>${doubts.map((text) => html`<li>${text}</li>`)}</ul></section>`}
${news.length > 0 && html`<section class="note"><h2>Nên biết</h2><ul>${news.map((text) => html`<li>${text}</li>`)}</ul></section>`}
${section("giay-to", "Giấy tờ cần có", procedure, "documents", papers(shownPapers(procedure, today), papersInDoubt(procedure)))}
${section("mau", "Mẫu cần điền", procedure, "form", bullets(shownForms(procedure), "Chưa có mẫu tờ khai chắc chắn, hỏi quầy."))}
${section("le-phi", "Lệ phí", procedure, "fee", fees(shownFees(procedure, today), rule, isTentative(procedure, "fee")))}
${section("thoi-gian", "Thời gian giải quyết", procedure, "time", times(shownTimes(procedure, today)))}
${section("noi-nop", "Nơi nộp, cách nộp", procedure, ["place", "authority", "online"], place(procedure, knowledge))}
${section("cac-buoc", "Các bước làm", procedure, "how", steps(shownList(procedure.steps)))}
${section("ket-qua", "Nhận được gì", procedure, "result", html`<p>${shownResult(procedure)}</p>`)}
${procedure.conditions.length > 0 && section("dieu-kien", "Điều kiện", procedure, "condition", bullets(shownList(procedure.conditions), ""))}
${alike(procedure, knowledge)}
${section("can-cu", "Căn cứ pháp lý", procedure, "legal", legal(procedure))}`;
}

/** A heading that says at once when something below is in doubt. */
function section(
  id: string,
  title: string,
  procedure: Procedure,
  kinds: DoubtKind | readonly DoubtKind[],
  body: Html,
): Html {
  const says = [kinds].flat().flatMap((kind) => doubtSays(procedure, kind as DoubtKind));
  const inDoubt = says.length > 0 || procedure.confidence === "low";
  return html`<section id="${id}"><h2>${title}${inDoubt && html` <span class="tag">hỏi lại quầy</span>`}</h2>${body}</section>`;
}

function papers(all: readonly ShownPaper[], inDoubt: boolean): Html {
  if (all.length === 0) return html`<p>Chưa có danh sách giấy tờ chắc chắn, anh/chị hỏi quầy trước khi đi.</p>`;
  const everybody = all.filter(({ when }) => when === null);
  const some = all.filter(({ when }) => when !== null);
  return html`${inDoubt && html`<p class="ask">Thường cần những giấy dưới đây; hỏi lại quầy cho đủ.</p>`}
${everybody.length > 0 && html`${some.length > 0 && html`<h3>Ai cũng cần</h3>`}<ul class="papers">${everybody.map(paper)}</ul>`}
${some.length > 0 && html`<h3>Tuỳ trường hợp</h3><ul class="papers">${some.map(paper)}</ul>`}`;
}

const paper = ({ name, how, when, note, inDoubt }: ShownPaper): Html =>
  html`<li>${when && html`<span class="when">Chỉ khi: ${when}</span>`}<b>${name}</b>${how && html` <span class="how">${how}</span>`}${note && html`<span class="small">${note}</span>`}${inDoubt && html`<span class="tag">giấy này hỏi lại quầy</span>`}</li>`;

const bullets = (items: readonly string[], none: string): Html =>
  items.length === 0
    ? html`<p>${none}</p>`
    : html`<ul class="plain">${items.map((item) => html`<li>${item}</li>`)}</ul>`;

const steps = (items: readonly string[]): Html =>
  items.length === 0
    ? html`<p>Chưa có các bước làm chắc chắn, hỏi quầy.</p>`
    : html`<ol class="steps">${items.map((item) => html`<li>${item}</li>`)}</ol>`;

function fees(all: readonly ShownFee[], rule: string | null, isTentative: boolean): Html {
  if (all.length === 0) return html`<p>Chưa có con số chắc chắn, anh/chị hỏi quầy.</p>`;
  const again = isTentative && all.some(({ figure }) => figure !== null);
  return html`${again && html`<p class="ask">Mức tham khảo: xem lại số tiền trên hồ sơ hoặc hỏi quầy trước khi nộp.</p>`}<ul class="cases">${all.map(
    ({ label, figure, instead, until, note, basis }) =>
      html`<li><span class="case">${label ?? "Lệ phí"}</span>${figure ? html`<strong>${figure}${until && html`<small>${until}</small>`}</strong>` : html`<em>${instead}</em>`}${note && html`<span class="small">${note}</span>`}${basis && html`<span class="basis">Căn cứ: ${basis}</span>`}</li>`,
  )}</ul>${rule && html`<p class="rule">${rule}</p>`}`;
}

function times(all: readonly ShownTime[]): Html {
  if (all.length === 0) return html`<p>Chưa có con số chắc chắn, anh/chị hỏi quầy.</p>`;
  return html`<ul class="cases">${all.map(
    ({ label, text, instead, until, basis }) =>
      html`<li><span class="case">${label ?? "Hồ sơ đủ giấy tờ"}</span>${text ? html`<strong>${text}${until && html`<small>${until}</small>`}</strong>` : html`<em>${instead}</em>`}${basis && html`<span class="basis">Căn cứ: ${basis}</span>`}</li>`,
  )}</ul>`;
}

function place(procedure: Procedure, { centre }: Knowledge): Html {
  const atCentre = /trung tâm phục vụ hành chính công/i.test(`${procedure.authority} ${procedure.channels.join(" ")}`);
  return html`<p><b>Nơi giải quyết:</b> ${shownPlace(procedure)}</p>
${procedure.channels.length > 0 && html`<ul class="plain">${shownList(procedure.channels).map((item) => html`<li>${item}</li>`)}</ul>`}
${atCentre && centre.address && html`<p>${centre.name}: ${centre.address}</p>`}`;
}

/** What people mix it up with: its siblings under one topic, and those that the record names. */
function alike(procedure: Procedure, knowledge: Knowledge): Html | null {
  const topic = knowledge.topics.get(procedure.topic);
  const labels = new Map(topic?.choices?.map((choice) => [choice.procedure, choice.label]));
  const ids = new Set([...(procedure.confused_with ?? []), ...(topic?.procedures ?? [])]);
  const others = [...ids].filter((id) => id !== procedure.id).flatMap((id) => knowledge.procedures.get(id) ?? []);
  if (others.length === 0) return null;
  return html`<section id="de-nham"><h2>Dễ nhầm với</h2><ul class="plain">${others.map(({ id, short_name }) => {
    const label = labels.get(id);
    return html`<li><a href="${procedureHref(id)}">${short_name}</a>${label && label !== short_name && html`: ${label}`}</li>`;
  })}</ul></section>`;
}

function legal({ legal_basis }: Procedure): Html {
  return html`<ul class="plain small-list">${legal_basis.map(
    ({ number, date, note }) =>
      html`<li>${spellOut(number)}${date && html` <span class="small-inline">(ngày ${shownDate(date)})</span>`}${note && html` <span class="small-inline">${spellOut(note)}</span>`}</li>`,
  )}</ul>`;
}

/** Dates stand in records as `dd/mm/yyyy` or `yyyy-mm-dd`. */
const shownDate = (date: string) => date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3/$2/$1");

function checked({ confidence, checked_on }: Procedure): Html {
  const { word, means } = CONFIDENCE[confidence];
  return html`<section class="checked ${confidence}"><h2>Đối chiếu ngày ${sayDay(checked_on)}</h2><p><b>${word}.</b> ${means}</p></section>`;
}
