/** "Đính chính": finding who got a wrong answer and telling them. */
import { html } from "../../web/design/html.ts";
import { go, page } from "../answer.ts";
import { midnightOf } from "../days.ts";
import { readItem } from "../knowledge/desk.ts";
import { titleOf } from "../knowledge/kinds.ts";
import { type KnowledgeParts, openingPage } from "../knowledge/open-item.ts";
import { partsOf } from "../knowledge/pages/withdraw-box.ts";
import { BASE } from "../menu.ts";
import { csrfField, dayField, empty, fault, heading, select, table, when } from "../parts.ts";
import { type Route, staff } from "../route.ts";
import type { StaffVisit } from "../visit.ts";
import type { RecallQuery, RecallStore } from "./recall.ts";

const AT = "/dinh-chinh";
const DAY_MS = 86_400_000;
/** Zalo's limit of a text. */
const LONGEST = 2_000;

export type RecallParts = KnowledgeParts & { readonly recall: RecallStore; readonly onReplies: () => void };

export function recallRoutes({ knowledge: store, desk, recall, onReplies }: RecallParts): readonly Route[] {
  async function show(visit: StaffVisit, wrong: string | null = null) {
    const inUse = desk.inUse();
    if (!inUse) return openingPage();
    const [kind = "", id = ""] = said(visit, "muc").split("/");
    const isKnown = kind === "procedure" || kind === "faq";
    const item = isKnown ? await readItem(store, inUse, { kind, id }) : null;
    if (!item) return page("Đính chính", startOf(inUse.knowledge), { at: "recall" });
    const query = queryOf(visit, id);
    const got = await recall.receivers(query, visit.now);
    const reachable = got.filter((each) => each.reachable);
    const title = titleOf(kind as "procedure" | "faq", item.content);
    const keep = ["muc", "phan", "tu", "den"].map(
      (name) => html`<input type="hidden" name="${name}" value="${said(visit, name)}">`,
    );
    return page(
      "Đính chính",
      html`${heading(`Đính chính: ${title}`, "Ai đã nhận câu trả lời làm từ nội dung này, và gửi họ lời đúng.")}
<form class="filters" method="get" action="${BASE}${AT}"><input type="hidden" name="muc" value="${kind}/${id}">${select(
        "phan",
        "Phần nào sai",
        partsOf(item).map(([value, name]) => ({ value, name })),
        query.part,
      )}${dayField("tu", "Từ ngày", dayOf(query.from))}${dayField("den", "Đến ngày", dayOf(query.until))}<p class="send"><button class="quiet">Tìm</button></p></form>
${
  got.length === 0
    ? empty("Không ai nhận điều này trong thời gian đó.")
    : html`<p class="hint">${got.length} người đã nhận, còn nhắn được cho ${reachable.length} người (Zalo chỉ cho nhắn trong 48 giờ sau khi họ nhắn mình).</p><div class="panel flush">${table(
        [{ name: "Người" }, { name: "Nhận lần cuối" }, { name: "Số lần", kind: "number" }, { name: "Còn nhắn được" }],
        got
          .slice(0, 100)
          .map(({ citizenId, at, times, reachable: may }) => [
            `…${citizenId.slice(-4)}`,
            when(at),
            times,
            may ? "còn" : "không",
          ]),
      )}</div>
<section class="panel"><h2>Lời đính chính</h2>${fault(wrong)}<form method="post" action="${BASE}${AT}">${csrfField(visit)}${keep}<p class="field"><label for="loi">Viết như nói với dân, ghi rõ điều nào sai và điều đúng</label><textarea id="loi" name="loi" rows="5" maxlength="${LONGEST}" required>${`\n${visit.form.text("loi") || `Dạ, hôm trước em trả lời anh/chị về “${title}” có chỗ chưa đúng. Xin đính chính: `}`}</textarea></p><p class="send"><button>Gửi cho ${reachable.length} người</button></p></form></section>`
}`,
      { at: "recall", status: wrong ? 422 : 200 },
    );
  }

  return [
    staff("get", AT, "approve", (visit) => show(visit)),
    staff("post", AT, "approve", async (visit) => {
      const [, id = ""] = said(visit, "muc").split("/");
      const text = visit.form.text("loi").slice(0, LONGEST);
      if (text.length < 20 || text.endsWith(":")) return show(visit, "Anh/chị viết rõ điều đúng giúp.");
      const query = queryOf(visit, id);
      const to = (await recall.receivers(query, visit.now)).filter(({ reachable }) => reachable);
      if (to.length === 0) return show(visit, "Không còn ai nhắn được.");
      const what = `${query.part || "cả mục"}, ${to.length} người, từ ${dayOf(query.from)} đến ${dayOf(query.until)}: ${text.slice(0, 300)}`;
      await recall.send(text, id, to, visit.deed("recall.sent", said(visit, "muc"), what));
      onReplies();
      return go(`${BASE}${AT}?muc=${said(visit, "muc")}`, `Đang gửi lời đính chính cho ${to.length} người.`);
    }),
  ];
}

const said = (visit: StaffVisit, name: string): string => visit.query(name) || visit.form.text(name);

function queryOf(visit: StaffVisit, record: string): RecallQuery {
  const at = (name: string, otherwise: number, plus: number) => {
    const day = midnightOf(said(visit, name));
    return day === null ? otherwise : day + plus;
  };
  const from = at("tu", visit.now - 7 * DAY_MS, 0);
  return { record, part: said(visit, "phan"), from, until: at("den", visit.now, DAY_MS - 1) };
}

const dayOf = (at: number): string => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);

const startOf = ({ procedures }: { procedures: ReadonlyMap<string, { id: string; short_name: string }> }) =>
  html`${heading("Đính chính", "Khi một câu trả lời đã sai: tìm ai đã nhận, rồi gửi lời đúng.")}<form class="filters" method="get" action="${BASE}${AT}">${select(
    "muc",
    "Thủ tục có điều sai",
    [...procedures.values()].map(({ id, short_name }) => ({ value: `procedure/${id}`, name: short_name })),
    "",
  )}<p class="send"><button>Tìm ai đã nhận</button></p></form><p class="hint">Với câu hỏi chung: mở câu hỏi đó trong Tri thức, bấm “Ai đã nhận điều sai này?”.</p>`;
