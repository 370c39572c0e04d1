/** Taking in a file of dossiers: chosen, checked, its columns named where need be, taken, with how far it is. */
import { type Html, html } from "../../web/design/html.ts";
import { go, page } from "../answer.ts";
import type { AuditStore } from "../audit/chain.ts";
import { BASE } from "../menu.ts";
import { act, csrfField, fault, heading } from "../parts.ts";
import { missingPage } from "../plain-pages.ts";
import { type Route, staff } from "../route.ts";
import type { StaffVisit } from "../visit.ts";
import { FIELD_NAMES, type ImportResult } from "./dossier-desk.ts";
import type { ImportJob, ImportJobs } from "./import-jobs.ts";

const AT = "/ho-so/nhap";
const SHOWN = 50;

export type ImportParts = { readonly imports: ImportJobs; readonly audit: AuditStore };

export function importRoutes({ imports, audit }: ImportParts): readonly Route[] {
  const withJob = (run: (visit: StaffVisit, job: ImportJob) => ReturnType<Route["run"]>) => (visit: StaffVisit) => {
    const job = imports.find(visit.param("id"), visit.officer.id);
    return job ? run(visit, job) : missingPage("Tệp này không còn");
  };
  const hrefOf = ({ id }: ImportJob) => `${BASE}${AT}/${id}`;

  return [
    staff("get", AT, "edit", (visit) => choosePage(visit, null)),
    staff(
      "post",
      AT,
      "edit",
      async (visit) => {
        const { upload } = visit.form;
        if (!upload) return choosePage(visit, "Anh/chị chọn một tệp CSV hoặc Excel.");
        return go(hrefOf(await imports.begin(upload, visit.officer.id, visit.now)));
      },
      { takesFile: true },
    ),
    staff(
      "get",
      `${AT}/:id`,
      "edit",
      withJob((visit, job) => jobPage(visit, job, hrefOf(job))),
    ),
    staff(
      "get",
      `${AT}/:id/toi-dau`,
      "edit",
      withJob((_visit, job) => ({ kind: "piece", html: progress(job) })),
    ),
    staff(
      "post",
      `${AT}/:id/kiem-tra`,
      "edit",
      withJob((visit, job) => {
        imports.check(job, columnsOf(visit));
        return go(hrefOf(job));
      }),
    ),
    staff(
      "post",
      `${AT}/:id/lay`,
      "edit",
      withJob(async (visit, job) => {
        if (job.state !== "checked" || !job.result) return go(hrefOf(job));
        const { good, wrong } = job.result;
        await audit.append(visit.deed("dossiers.import", "", `${good} dòng đúng, ${wrong} dòng sai`));
        imports.take(job, columnsOf(visit), visit.form.has("chi-dong-dung"));
        return go(hrefOf(job));
      }),
    ),
    staff(
      "post",
      `${AT}/:id/bo`,
      "edit",
      withJob(async (_visit, job) => {
        await imports.drop(job);
        return go(`${BASE}${AT}`, "Đã bỏ tệp, chưa nhập dòng nào.");
      }),
    ),
  ];
}

/** Columns that the officer chose: `cot.trang-thai` = header. */
const columnsOf = ({ form }: StaffVisit): ReadonlyMap<string, string> =>
  new Map(
    Object.keys(FIELD_NAMES).flatMap((name) =>
      form.text(`cot.${name}`) === "" ? [] : [[name, form.text(`cot.${name}`)]],
    ),
  );

const choosePage = (visit: StaffVisit, wrong: string | null) =>
  page(
    "Nhập tệp hồ sơ",
    html`<nav class="crumbs" aria-label="Đường dẫn"><a href="${BASE}/ho-so">Hồ sơ</a></nav>${heading("Nhập tệp hồ sơ", "Tệp CSV hoặc Excel xuất từ phần mềm một cửa. Chương trình kiểm tra trước, chưa nhập gì cho tới khi anh/chị bấm “Nhập”.")}
<section class="panel">${fault(wrong)}<form method="post" action="${BASE}${AT}" enctype="multipart/form-data">${csrfField(visit)}<p class="field"><label for="tep">Tệp hồ sơ</label><input id="tep" name="tep" type="file" accept=".csv,.xlsx,.txt" required></p><p class="send"><button>Kiểm tra tệp</button></p></form>
<p class="hint">Chỉ đọc các cột: ${Object.values(FIELD_NAMES).join(", ").toLowerCase()}. Tên, địa chỉ không được đọc; số điện thoại chỉ giữ dạng đã mã hoá của 4 số cuối.</p></section>`,
    { at: "dossiers", status: wrong ? 422 : 200 },
  );

function jobPage(visit: StaffVisit, job: ImportJob, at: string) {
  const isBusy = job.state === "checking" || job.state === "taking";
  return page(
    `Nhập ${job.name}`,
    html`<nav class="crumbs" aria-label="Đường dẫn"><a href="${BASE}/ho-so">Hồ sơ</a><a href="${BASE}${AT}">Nhập tệp</a></nav>${heading(job.name)}
${isBusy && html`<section class="panel" data-poll="${at}/toi-dau">${progress(job)}</section>`}
${job.state === "failed" && html`${fault(job.fault)}<div class="actions">${act(visit, `${at}/bo`, "Chọn tệp khác", "")}</div>`}
${job.state === "taken" && job.result && html`<p class="said" role="status">Đã nhập ${many(job.result.good)} hồ sơ${job.result.wrong > 0 && `, bỏ ${many(job.result.wrong)} dòng sai`}.</p><p class="send"><a class="button" href="${BASE}/ho-so?ds=all">Xem hồ sơ</a></p>`}
${job.state === "checked" && job.result && checked(visit, job.result, at)}`,
    { at: "dossiers" },
  );
}

/** How far it is; says so when it has ended, and the page then shows what came of it. */
function progress({ state, rows, result }: ImportJob): Html {
  if (state !== "checking" && state !== "taking") return html`<p data-done>Xong, đang mở kết quả…</p>`;
  const total = state === "taking" ? result?.rows : undefined;
  const what = state === "checking" ? "Đang kiểm tra" : "Đang nhập";
  return html`<p><label for="tien-do">${what}: đã đọc ${many(rows)}${total !== undefined && ` trong ${many(total)}`} dòng</label></p><progress id="tien-do"${total !== undefined && html` value="${rows}" max="${total}"`}></progress>`;
}

function checked(visit: StaffVisit, { rows, good, wrong, problems, columns, headers }: ImportResult, at: string): Html {
  const chosen = new Map(columns.map(([name, header]) => [name, header]));
  const options = (name: string) =>
    headers
      .filter((header) => header !== "")
      .map((header) => html`<option${chosen.get(name) === header && html` selected`}>${header}</option>`);
  const pick = (name: string, label: string) =>
    html`<p class="field"><label for="cot.${name}">${label}</label><select id="cot.${name}" name="cot.${name}"><option value="">(không có)</option>${options(name)}</select></p>`;
  return html`<div class="tiles"><div class="tile"><span>Dòng trong tệp</span><b>${many(rows)}</b></div><div class="tile"><span>Dòng đúng</span><b>${many(good)}</b></div><div class="tile"><span>Dòng sai</span><b>${many(wrong)}</b></div></div>
<form method="post" action="${at}/lay">${csrfField(visit)}<section class="panel"><h2>Cột nào là gì</h2><div class="grid">${Object.entries(FIELD_NAMES).map(([name, label]) => pick(name, label))}</div><p class="send"><button class="quiet" formaction="${at}/kiem-tra">Kiểm tra lại với các cột này</button></p></section>
${problems.length > 0 && html`<section class="panel"><h2>Dòng sai</h2><ul>${problems.slice(0, SHOWN).map((problem) => html`<li>${problem}</li>`)}</ul>${problems.length > SHOWN && html`<p class="hint">và ${many(wrong - SHOWN)} dòng nữa</p>`}</section>`}
<section class="panel"><h2>Nhập</h2>${wrong > 0 && good > 0 && html`<p class="field check"><label><input type="checkbox" name="chi-dong-dung" value="1"> Chỉ nhập ${many(good)} dòng đúng, bỏ ${many(wrong)} dòng sai</label></p>`}
<p class="send">${good > 0 && html`<button>Nhập</button>`}<button class="danger" formaction="${at}/bo">Bỏ tệp này</button></p>${wrong > 0 && html`<p class="hint">Có dòng sai mà không chọn ô trên thì không nhập dòng nào: anh/chị sửa tệp rồi chọn lại.</p>`}</section></form>`;
}

const many = (n: number) => n.toLocaleString("vi-VN");
