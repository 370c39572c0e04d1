/** `/thu-tuc/<id>/in`: one procedure for the wall, A4, on one page where it fits. */
import {
  doubtSays,
  isTentative,
  type Knowledge,
  type Procedure,
  procedureHolds,
  sayDay,
  shortCodeOf,
  spellOut,
} from "../../knowledge/index.ts";
import { type Html, html } from "../../web/design/html.ts";
import { shownDoubts } from "../facts/doubts.ts";
import { shownFeeRule, shownFees } from "../facts/fees.ts";
import { shownList, shownPlace } from "../facts/lines.ts";
import { papersInDoubt, type ShownPaper, shownPapers } from "../facts/papers.ts";
import { shownTimes } from "../facts/times.ts";
import { procedureHref } from "../shell.ts";
import { type Density, renderSheet, type SheetCodes, sheetCodes } from "./sheet-parts.ts";

export type PrintPage = {
  readonly procedure: Procedure;
  readonly knowledge: Knowledge;
  readonly today: string;
  readonly codes: SheetCodes;
};

export function printProcedurePage({ procedure, knowledge, today, codes }: PrintPage): string {
  const { id, short_name, name, code, checked_on, main_basis } = procedure;
  const body = procedureHolds(procedure, today)
    ? record(procedure, today)
    : html`<p class="ask">Quy định đang giữ không áp dụng hôm nay: đừng dán tờ này.</p>`;
  const main = html`<div class="top"><div><p class="kicker">${procedure.field}</p><h1>${short_name}</h1>
<p class="official">${name !== short_name && html`${spellOut(name)}. `}${code && html`Mã thủ tục ${code}${doubtSays(procedure, "code").length > 0 && " (hỏi lại quầy)"}.`}</p></div>
${sheetCodes(codes, shortCodeOf(id, knowledge), "trang của thủ tục này")}</div>
${body}`;
  const basis = main_basis.length > 0 ? [`Căn cứ: ${main_basis.map(spellOut).join("; ")}.`] : [];
  return renderSheet({
    title: short_name,
    backHref: procedureHref(id),
    knowledge,
    today,
    codes,
    main,
    density: densityOf(body),
    foot: [`Đối chiếu ngày ${sayDay(checked_on)}.`, ...basis, "Tờ này để chuẩn bị trước khi tới quầy."],
  });
}

/** Letters that fit one page at each size, found by printing every record. */
function densityOf({ text }: Html): Density {
  const letters = text.replace(/<[^>]*>/g, "").length;
  return letters > 1_400 ? "densest" : letters > 820 ? "dense" : "";
}

function record(procedure: Procedure, today: string): Html {
  const papers = shownPapers(procedure, today);
  const doubts = shownDoubts(procedure, today);
  const rule = shownFeeRule(procedure, today);
  return html`<section><h2>Giấy tờ cần có</h2>${papersInDoubt(procedure) && html`<p class="ask">Thường cần; hỏi lại quầy cho đủ.</p>`}
${papers.length > 0 ? html`<ul class="papers">${papers.map(paper)}</ul>` : html`<p>Hỏi quầy: chưa có danh sách chắc chắn.</p>`}</section>
<div class="pair"><section><h2>Lệ phí${isTentative(procedure, "fee") && " (tham khảo)"}</h2><ul class="cases">${shownFees(
    procedure,
    today,
  ).map(
    ({ label, figure, instead, until, note }) =>
      html`<li>${label && html`<span>${label}: </span>`}<b>${figure ?? instead}</b>${until && `, ${until}`}${note && html` <small>${note}</small>`}</li>`,
  )}${procedure.fees.length === 0 && html`<li>Chưa có con số chắc chắn: hỏi quầy.</li>`}</ul>${rule && html`<p>${rule}</p>`}</section>
<section><h2>Thời gian</h2><ul class="cases">${shownTimes(procedure, today).map(
    ({ label, text, instead, until }) =>
      html`<li>${label && html`<span>${label}: </span>`}<b>${text ?? instead}</b>${until && ` (${until})`}</li>`,
  )}</ul>
<h2>Nơi giải quyết</h2><p>${shownPlace(procedure)}</p>
${procedure.channels.length > 0 && html`<h2>Cách nộp</h2><ul class="cases">${shownList(procedure.channels).map((item) => html`<li>${item}</li>`)}</ul>`}</section></div>
${doubts.length > 0 && html`<section class="doubt"><h2>Chưa chắc, hỏi lại quầy</h2><ul>${doubts.map((text) => html`<li>${text}</li>`)}</ul></section>`}`;
}

const paper = ({ name, how, when, note, inDoubt }: ShownPaper): Html =>
  html`<li>${when && html`<i>Chỉ khi: ${when}. </i>`}<b>${name}</b>${how && ` (${how})`}${note && html` <small>${note}</small>`}${inDoubt && html` <i>Giấy này hỏi lại quầy.</i>`}</li>`;
