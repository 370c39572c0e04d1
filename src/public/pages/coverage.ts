/** `/thu-tuc/tinh-trang`: how complete and how sure the knowledge is, for everybody to see. */
import {
  type CoverageRow,
  coverage,
  dueForReview,
  endedFacts,
  endingSoon,
  type Knowledge,
  sayDay,
} from "../../knowledge/index.ts";
import { type Html, html } from "../../web/design/html.ts";
import { CONFIDENCE } from "../facts/doubts.ts";
import { fieldsWithCounts } from "../fields.ts";
import { fieldHref, renderPage } from "../shell.ts";

/** How far ahead "sắp hết hạn" looks. */
const SOON_DAYS = 60;

export function coveragePage(knowledge: Knowledge, today: string): string {
  const rows = coverage(knowledge, today);
  const total = (key: Exclude<keyof CoverageRow, "field">) => rows.reduce((sum, row) => sum + row[key], 0);
  const figures: readonly [number, string][] = [
    [total("records"), "thủ tục trong kho"],
    [total("high"), "chắc"],
    [total("medium"), "khá chắc"],
    [total("low"), "chưa đối chiếu đủ"],
    [total("unknownFacts"), "con số chưa biết"],
    [toConfirm(knowledge).reduce((sum, [, count]) => sum + count, 0), "điều chờ trung tâm xác nhận"],
  ];
  const main = html`<header class="title"><h1>Dữ liệu tới đâu</h1><p class="lead">Tính tới ngày ${sayDay(today)}. Chỗ nào chưa biết hay chưa chắc thì kể ra đây, để không ai tưởng là đã đủ.</p></header>
<dl class="figures">${figures.map(([count, what]) => html`<div><dt>${what}</dt><dd>${count}</dd></div>`)}</dl>
<section class="group"><h2>Độ chắc nghĩa là gì</h2><dl class="words">${(["high", "medium", "low"] as const).map((key) => html`<div><dt>${CONFIDENCE[key].word}</dt><dd>${CONFIDENCE[key].means}</dd></div>`)}</dl></section>
${table(rows, knowledge, total)}${dates(knowledge, today)}${confirmSection(knowledge)}${uncoveredSection(knowledge)}`;
  return renderPage({ title: "Dữ liệu tới đâu", knowledge, main, at: "coverage" });
}

const COLUMNS = [
  ["records", "Thủ tục"],
  ["high", "Chắc"],
  ["medium", "Khá chắc"],
  ["low", "Chưa đối chiếu đủ"],
  ["unknownFacts", "Con số chưa biết"],
  ["doubtful", "Có điểm chưa chắc"],
  ["dueForReview", "Tới hạn xem lại"],
] as const;

function table(
  rows: readonly CoverageRow[],
  knowledge: Knowledge,
  total: (key: (typeof COLUMNS)[number][0]) => number,
): Html {
  const byName = new Map(rows.map((row) => [row.field, row]));
  const ordered = fieldsWithCounts(knowledge).flatMap(({ field }) => {
    const row = byName.get(field.name);
    return row ? [{ field, row }] : [];
  });
  return html`<section class="group"><h2 id="bang">Theo lĩnh vực</h2><p class="hint swipe">Kéo bảng qua trái để xem hết các cột.</p><div class="scroll" role="region" aria-labelledby="bang" tabindex="0"><table class="coverage">
<thead><tr><th scope="col">Lĩnh vực</th>${COLUMNS.map(([, title]) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${ordered.map(({ field, row }) => html`<tr><th scope="row"><a href="${fieldHref(field.slug)}">${field.name}</a></th>${COLUMNS.map(([key]) => html`<td${row[key] === 0 && html` class="zero"`}>${row[key]}</td>`)}</tr>`)}</tbody>
<tfoot><tr><th scope="row">Tất cả</th>${COLUMNS.map(([key]) => html`<td>${total(key)}</td>`)}</tr></tfoot></table></div>
<p class="hint">“Con số chưa biết” đếm từng mức lệ phí, thời hạn, mã thủ tục còn để trống. Một thủ tục có thể vừa chắc vừa có điểm chưa chắc.</p></section>`;
}

function dates(knowledge: Knowledge, today: string): Html {
  const soon = endingSoon(knowledge, today, SOON_DAYS);
  const last = soon.at(-1)?.fact.valid_to;
  return html`<section class="group"><h2>Theo thời gian</h2><ul class="plain">
<li>${endedFacts(knowledge, today).length} điều đã hết hiệu lực: tự rút, không còn nêu.</li>
<li>${soon.length} điều hết hiệu lực trong ${SOON_DAYS} ngày tới${last && html`, muộn nhất ${sayDay(last)}`}.</li>
<li>${dueForReview(knowledge, today).length} bản ghi tới hạn đối chiếu lại.</li></ul></section>`;
}

/** What only the centre can say, counted: the words of the question stay with staff. */
function toConfirm({ faqs, centre }: Knowledge): [what: string, count: number][] {
  const subjects = new Map<string, number>();
  for (const { local_unknown, subject } of faqs.values()) {
    if (local_unknown !== null) subjects.set(`Câu hỏi về ${subject}`, (subjects.get(`Câu hỏi về ${subject}`) ?? 0) + 1);
  }
  const own = [centre.address, centre.hours, centre.phones[0] ?? null].filter((each) => each === null).length;
  return [
    ...(own > 0 ? [["Địa chỉ, giờ mở cửa, điện thoại của trung tâm", own] as [string, number]] : []),
    ...subjects,
  ];
}

function confirmSection(knowledge: Knowledge): Html | null {
  const waiting = toConfirm(knowledge);
  if (waiting.length === 0) return null;
  return html`<section class="group"><h2>Chờ trung tâm xác nhận</h2><ul class="plain">${waiting.map(([what, count]) => html`<li>${what}: ${count} điều</li>`)}</ul></section>`;
}

function uncoveredSection({ uncovered }: Knowledge): Html | null {
  const needs = [...(uncovered?.values() ?? [])];
  if (needs.length === 0) return null;
  return html`<section class="group"><h2>Dân hay hỏi mà kho chưa có</h2><p class="hint">Trợ lý nói thẳng là chưa có và chỉ chỗ hỏi, không lấy thủ tục gần giống ra trả lời.</p><ul class="plain">${needs.map(({ name }) => html`<li>${name}</li>`)}</ul></section>`;
}
