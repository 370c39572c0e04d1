/** The page of the log. */
import { type Html, html } from "../../web/design/html.ts";
import { type Page, page } from "../answer.ts";
import { KIND_INFO } from "../knowledge/kinds.ts";
import { BASE } from "../menu.ts";
import { act, csrfField, dayField, empty, field, heading, select, table, when } from "../parts.ts";
import type { StaffVisit } from "../visit.ts";
import { ACTIONS } from "./actions.ts";
import type { AuditHead, LoggedDeed, Verdict } from "./chain.ts";

const AT = `${BASE}/nhat-ky`;

export type AuditView = {
  readonly rows: readonly LoggedDeed[];
  readonly more: boolean;
  readonly names: ReadonlyMap<string, string>;
  readonly head: AuditHead;
  readonly verdict?: Verdict;
};

const FILTERS = ["ai", "viec", "chu", "tu", "den"] as const;

export function auditPage(visit: StaffVisit, { rows, more, names, head, verdict }: AuditView): Page {
  const people = [{ value: "", name: "Mọi người" }, ...[...names].map(([value, name]) => ({ value, name }))];
  const actions = [
    { value: "", name: "Mọi việc" },
    ...Object.entries(ACTIONS).map(([value, name]) => ({ value, name })),
  ];
  const hidden = FILTERS.map((name) => html`<input type="hidden" name="${name}" value="${visit.query(name)}">`);
  return page(
    "Nhật ký",
    html`${heading(
      "Nhật ký",
      "Ai đã làm gì, lúc nào. Chỉ ghi thêm, không sửa, không xoá được; các dòng móc xích với nhau nên sửa lén thì lộ.",
      html`${act(visit, `${AT}/kiem-tra`, "Kiểm tra chuỗi")}<form method="post" action="${AT}/tai-ve">${csrfField(visit)}${hidden}<button class="quiet">Tải về (CSV)</button></form>`,
    )}
${verdict && verdictBox(verdict)}
<form method="get" action="${AT}" class="filters">${select("ai", "Ai", people, visit.query("ai"))}${select("viec", "Việc", actions, visit.query("viec"))}
${dayField("tu", "Từ ngày", visit.query("tu"))}${dayField("den", "Đến ngày", visit.query("den"))}
${field({ name: "chu", label: "Có chữ", value: visit.query("chu") })}<p class="send"><button class="quiet">Lọc</button></p></form>
${rows.length === 0 ? empty("Không có việc nào như vậy.") : deeds(rows, names)}
${more && html`<p class="pager"><a href="${AT}?${new URLSearchParams([...FILTERS.map((name): [string, string] => [name, visit.query(name)]), ["truoc", String(rows.at(-1)?.seq ?? "")]]).toString()}">Xem các việc cũ hơn</a></p>`}
<p class="hint">Dòng mới nhất: <code>${head.seq}:${head.hash}</code>. Ghi lại dãy này ở ngoài máy (sổ, email) thì sau này <code>npm run audit:verify -- --head</code> kiểm được cả việc cắt đuôi nhật ký.</p>`,
    { at: "audit" },
  );
}

const deeds = (rows: readonly LoggedDeed[], names: ReadonlyMap<string, string>): Html =>
  html`<div class="panel flush">${table(
    [{ name: "Số" }, { name: "Lúc" }, { name: "Ai", kind: "short" }, { name: "Việc" }, { name: "Chi tiết" }],
    rows.map(({ seq, at, who, action, object, detail }) => [
      seq,
      when(at),
      nameOf(who, names),
      ACTIONS[action] ?? action,
      [object === `officer/${who}` ? "" : objectText(object, names), detail].filter(Boolean).join(": "),
    ]),
  )}</div>`;

const nameOf = (who: string | null, names: ReadonlyMap<string, string>): string =>
  who === null ? "(chưa đăng nhập)" : (names.get(who) ?? `cán bộ …${who.slice(-6)}`);

/** `officer/<who>` by name, `procedure/<id>` by what such an item is called. */
function objectText(object: string, names: ReadonlyMap<string, string>): string {
  const [kind = "", id = ""] = object.split("/");
  if (kind === "officer") return nameOf(id, names);
  const one = KIND_INFO.find((info) => info.kind === kind)?.one;
  return one === undefined ? object : [one, id].join(" ").trim();
}

const WRONG = {
  missing: "thiếu một dòng",
  changed: "một dòng đã bị sửa hoặc chen vào",
  cut: "các dòng cuối đã bị cắt",
  head: "dấu niêm phong ở cuối không khớp",
} as const;

const verdictBox = (verdict: Verdict): Html =>
  verdict.kind === "whole"
    ? html`<p class="said" role="status">Nhật ký còn nguyên: đã kiểm ${verdict.rows} dòng, dòng nào cũng khớp.</p>`
    : html`<p class="fault" role="alert">Nhật ký KHÔNG còn nguyên: ${WRONG[verdict.what]}, ở dòng số ${verdict.seq}. Anh/chị báo ngay cho người phụ trách công nghệ thông tin và giữ lại bản sao lưu.</p>`;
