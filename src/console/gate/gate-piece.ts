/** What the gate found, for who publishes. */
import { problemText } from "../../knowledge/index.ts";
import { type Html, html } from "../../web/design/html.ts";
import { bubble } from "../knowledge/pages/pieces.ts";
import { type Changed, type GateResult, mayPass } from "./gate.ts";

const SHOWN = 40;

export function gatePiece(result: GateResult): Html {
  const { errors, broken, brokenBefore, goldens, replayed, changed } = result;
  const times = changed.reduce((sum, each) => sum + each.times, 0);
  return html`<div class="gate">
<p class="${mayPass(result) ? "said" : "fault"}" role="status">${mayPass(result) ? "Qua cổng: công bố được." : "Chưa qua cổng: chưa công bố được."}</p>
${errors.length > 0 && html`<h3>Lỗi phải sửa</h3><ul>${errors.map((problem) => html`<li>${withoutFile(problemText(problem))}</li>`)}</ul>`}
${broken.length > 0 && html`<h3>Câu hỏi vàng bị hỏng</h3><p class="hint">Hôm nay trợ lý hiểu đúng, với bản này thì không. Thường là do một cách nói đã bị chuyển hoặc bỏ.</p><ul>${broken.map(({ golden, instead }) => html`<li>“${golden.text}”: phải hiểu là <b>${golden.faq ?? golden.topic ?? golden.intent}</b>, lại thành <b>${instead}</b></li>`)}</ul>`}
<dl class="facts tight"><dt>Câu hỏi vàng</dt><dd>${goldens === 0 ? "chưa có tệp cau-hoi-vang.yaml" : `${goldens - broken.length - brokenBefore}/${goldens} câu đúng`}${brokenBefore > 0 && ` (${brokenBefore} câu vốn đã sai từ trước)`}</dd>
<dt>Câu dân đã hỏi</dt><dd>${replayed === 0 ? "chưa có câu nào" : `thử lại ${replayed} câu gần nhất`}${replayed > 0 && (times === 0 ? ", không câu trả lời nào đổi" : `, ${times} câu sẽ được trả lời khác`)}</dd></dl>
${changed.length > 0 && html`<h3>Câu trả lời sẽ đổi</h3>${changed.slice(0, SHOWN).map(changedBox)}${changed.length > SHOWN && html`<p class="hint">và ${changed.length - SHOWN} câu khác nữa</p>`}`}</div>`;
}

const changedBox = ({ words, times, before, after }: Changed, at: number): Html =>
  html`<details class="entry"${at === 0 && html` open`}><summary>“${words}”${times > 1 && ` (${times} lần)`}</summary><div class="pair"><div><h4>Đang trả lời</h4>${bubble(before)}</div><div><h4>Sẽ trả lời</h4>${bubble(after)}</div></div></details>`;

/** An officer edits forms, not files. */
const withoutFile = (text: string): string => text.replace(/^Tệp [^,:]+(?:, dòng \d+)?[,:]\s*/, "");
