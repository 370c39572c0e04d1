/** Dossiers: late, due soon, one with its history. */
import { sayDay } from "../../knowledge/index.ts";
import { html } from "../../web/design/html.ts";
import { page } from "../answer.ts";
import { BASE } from "../menu.ts";
import { empty, field, heading, table, when } from "../parts.ts";
import { missingPage } from "../plain-pages.ts";
import { type Route, staff } from "../route.ts";
import { type DossierDeskStore, type DossierQuery, type DossierRow, isOpen, STATUS_NAMES } from "./dossier-desk.ts";

const AT = "/ho-so";
const SHOWN = 100;
const TABS: readonly { readonly key: DossierQuery["which"]; readonly name: string }[] = [
  { key: "late", name: "Trễ hẹn" },
  { key: "soon", name: "Tới hẹn trong 7 ngày" },
  { key: "all", name: "Mới biết nhất" },
];

const EMPTY: Readonly<Record<DossierQuery["which"], string>> = {
  late: "Không có hồ sơ nào trễ hẹn.",
  soon: "Không có hồ sơ nào tới hẹn trong 7 ngày.",
  all: "Không có hồ sơ nào như vậy.",
};

export type DossierParts = { readonly dossiers: DossierDeskStore; readonly today: () => string };

export const dossierRoutes = ({ dossiers, today }: DossierParts): readonly Route[] => [
  staff("get", AT, "see", async (visit) => {
    const { unit } = visit.officer;
    const code = visit.query("ma").toUpperCase().slice(0, 40);
    const tab = TABS.find(({ key }) => key === visit.query("ds")) ?? TABS[code === "" ? 0 : 2]!;
    const rows = await dossiers.list({ unit, code, which: tab.key, today: today() }, SHOWN);
    const total = await dossiers.count(unit);
    return page(
      "Hồ sơ",
      html`${heading("Hồ sơ", `${total.toLocaleString("vi-VN")} hồ sơ${unit === null ? "" : ` của ${unit}`} trong sổ. Không có tên người nộp ở đây.`, visit.may("edit") ? html`<a class="button" href="${BASE}${AT}/nhap">Nhập tệp hồ sơ</a>` : undefined)}
<form class="filters" method="get" action="${BASE}${AT}">${field({ name: "ma", label: "Mã hồ sơ, hoặc đầu mã", value: visit.query("ma"), autocomplete: "off" })}<p class="send"><button class="quiet">Tìm</button></p></form>
<nav class="tabs" aria-label="Danh sách">${TABS.map(({ key, name }) => html`<a href="${BASE}${AT}?ds=${key}"${key === tab.key && html` aria-current="page"`}>${name}</a>`)}</nav>
${rows.length === 0 ? empty(total === 0 ? "Sổ chưa có hồ sơ nào. Nhập một tệp, hoặc nối hệ thống một cửa." : EMPTY[code === "" ? tab.key : "all"]) : list(rows, today())}`,
      { at: "dossiers" },
    );
  }),
  staff("get", `${AT}/xem/:ma`, "see", async (visit) => {
    const row = await dossiers.one(visit.param("ma"), visit.officer.unit);
    if (!row) return missingPage("Không có hồ sơ này");
    const events = await dossiers.eventsOf(row.code);
    const fact = (name: string, value: string | null) => value !== null && html`<dt>${name}</dt><dd>${value}</dd>`;
    return page(
      row.code,
      html`<nav class="crumbs" aria-label="Đường dẫn"><a href="${BASE}${AT}">Hồ sơ</a></nav>${heading(row.code, STATUS_NAMES[row.status])}
<section class="panel"><dl class="facts tight">${fact("Thủ tục", row.procedureName)}${fact("Đơn vị", row.unit)}${fact("Ngày nhận", dayOrNull(row.receivedOn))}${fact("Hẹn trả", dayOrNull(row.dueOn))}${fact("Ngày xong", dayOrNull(row.finishedOn))}${fact("Giấy còn thiếu", row.missing.length > 0 ? row.missing.join("; ") : null)}<dt>Biết lần cuối</dt><dd>${when(row.knownAt)}</dd></dl></section>
<h2>Đã qua</h2>${
        events.length === 0
          ? empty("Chưa ai tra hồ sơ này và chưa báo tin nào.")
          : html`<div class="panel flush">${table(
              [{ name: "Lúc" }, { name: "Việc" }],
              events.map(({ at, what }) => [when(at), what]),
            )}</div>`
      }`,
      { at: "dossiers" },
    );
  }),
];

const list = (rows: readonly DossierRow[], today: string) =>
  html`<div class="panel flush">${table(
    [
      { name: "Mã hồ sơ", kind: "short" },
      { name: "Thủ tục" },
      { name: "Đơn vị" },
      { name: "Hẹn trả", kind: "short" },
      { name: "Trạng thái", kind: "short" },
    ],
    rows.map(({ code, procedureName, unit, dueOn, finishedOn, status }) => [
      html`<a href="${BASE}${AT}/xem/${code}">${code}</a>`,
      procedureName,
      unit,
      html`${dayOrNull(dueOn)}${dueOn !== null && dueOn < today && isOpen(status) && finishedOn === null && html` <span class="tag red">trễ</span>`}`,
      STATUS_NAMES[status] ?? String(status),
    ]),
  )}</div>`;

const dayOrNull = (day: string | null): string | null => (day === null ? null : sayDay(day));
