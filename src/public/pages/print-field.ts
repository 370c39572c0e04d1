/** `/thu-tuc/linh-vuc/<slug>/in`: the short codes of one field for the wall. */
import { type Field, type Knowledge, shortCodeOf } from "../../knowledge/index.ts";
import { html } from "../../web/design/html.ts";
import { fieldHref } from "../shell.ts";
import { proceduresOf } from "../versions/field-list.ts";
import { renderSheet, type SheetCodes, sheetCodes } from "./sheet-parts.ts";

export type PrintFieldPage = {
  readonly field: Field;
  readonly knowledge: Knowledge;
  readonly today: string;
  readonly codes: SheetCodes;
};

export function printFieldPage({ field, knowledge, today, codes }: PrintFieldPage): string {
  const procedures = proceduresOf(field.name, knowledge);
  const main = html`<div class="top"><div><p class="kicker">Thủ tục hành chính</p><h1>${field.name}</h1>
<p class="official">${field.about !== field.name && `${field.about}.`}</p></div>${sheetCodes(codes, null, "danh sách của lĩnh vực này")}</div>
<table class="index"><caption>Nhắn mã cho trang Zalo của trung tâm, trợ lý trả lời giấy tờ, lệ phí, thời hạn, nơi nộp</caption>
<thead><tr><th scope="col">Mã</th><th scope="col">Thủ tục</th></tr></thead>
<tbody>${procedures.map((procedure) => html`<tr><td>${shortCodeOf(procedure.id, knowledge)}</td><th scope="row">${procedure.short_name}</th></tr>`)}</tbody></table>`;
  return renderSheet({
    title: field.name,
    backHref: fieldHref(field.slug),
    knowledge,
    today,
    codes,
    main,
    density: procedures.length > 18 ? "densest" : procedures.length > 12 ? "dense" : "",
    foot: [`${procedures.length} thủ tục.`, "Mã không đổi; nội dung từng thủ tục xem bản mới nhất bằng mã QR."],
  });
}
