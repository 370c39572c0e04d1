/** Procedures and general questions out to Excel, and back as drafts: looked at first, written all at once or not at all. */
import { randomUUID } from "node:crypto";
import { AppError } from "../../../errors.ts";
import { itemName } from "../../../knowledge/index.ts";
import { readBook } from "../../../spreadsheet/index.ts";
import { type Answer, go } from "../../answer.ts";
import type { AuditStore } from "../../audit/chain.ts";
import { BASE } from "../../menu.ts";
import { whenText } from "../../parts.ts";
import { missingPage } from "../../plain-pages.ts";
import { type Route, staff } from "../../route.ts";
import type { StaffVisit } from "../../visit.ts";
import { contentsOf } from "../contents.ts";
import { readItem, same } from "../desk.ts";
import { blankFaq } from "../edit-routes.ts";
import { type KindInfo, KNOWLEDGE, kindOfSlug, listHref, titleOf } from "../kinds.ts";
import { type KnowledgeParts, openingPage } from "../open-item.ts";
import { fits } from "../search.ts";
import type { DraftChange } from "../store.ts";
import type { ExcelFile, ExcelFileStore } from "./files.ts";
import { type ExcelKind, isExcelKind, layoutOf } from "./layout.ts";
import { excelPage, planPage } from "./pages.ts";
import { type Plan, type PlanItem, planOf, signOf } from "./plan.ts";
import { bookOf } from "./to-book.ts";

export type ExcelParts = KnowledgeParts & {
  readonly audit: AuditStore;
  readonly excelFiles: ExcelFileStore;
  readonly holdsCitizenId: (text: string) => boolean;
};

type ExcelInfo = KindInfo & { readonly kind: ExcelKind };

/** All records take some hundred kilobytes. */
const MOST_BYTES = 8 * 1024 * 1024;
const CHANGED = "Có người vừa sửa hoặc công bố một mục trong tệp. Chưa tạo bản nháp nào, anh/chị xem lại giúp.";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function excelRoutes(parts: ExcelParts): readonly Route[] {
  const { knowledge: store, desk, audit, excelFiles: files } = parts;
  const at = `${KNOWLEDGE}/:loai/excel`;
  const hrefOf = (file: ExcelFile) => `${listHref(file.kind)}/excel/${file.id}`;

  const withKind = (run: (visit: StaffVisit, info: ExcelInfo) => Answer | Promise<Answer>) => (visit: StaffVisit) => {
    const info = kindOfSlug(visit.param("loai"));
    return info && isExcelKind(info.kind) ? run(visit, { ...info, kind: info.kind }) : missingPage();
  };
  const withFile = (run: (visit: StaffVisit, file: ExcelFile, info: ExcelInfo) => Answer | Promise<Answer>) =>
    withKind(async (visit, info) => {
      const file = await files.find(visit.param("tep"), visit.officer.id, visit.now);
      return file && file.kind === info.kind ? run(visit, file, info) : missingPage("Tệp này không còn");
    });

  async function exported(visit: StaffVisit, { kind, slug }: ExcelInfo): Promise<Answer> {
    const inUse = desk.inUse();
    if (!inUse) return openingPage();
    const query = visit.query("q");
    const all = await contentsOf(store, inUse, kind);
    const items = new Map([...all].filter(([id, content]) => fits(query, id, titleOf(kind, content), content)));
    await audit.append(visit.deed("knowledge.excel-export", kind, `${items.size} mục`));
    const body = bookOf(layoutOf(kind, inUse.knowledge), items, whenText(visit.now));
    return { kind: "file", name: `${slug}-${desk.today()}.xlsx`, type: TYPE, body };
  }

  async function choose(visit: StaffVisit, info: ExcelInfo): Promise<Answer> {
    const { upload } = visit.form;
    if (!upload) return excelPage(visit, info, "Anh/chị chọn một tệp Excel.");
    if (upload.bytes.length > MOST_BYTES) return excelPage(visit, info, "Tệp lớn hơn 8 MB nên không đọc.");
    try {
      // Refused now, should it be no workbook.
      await readBook(upload.bytes);
      const { name, bytes } = upload;
      const started = { name, kind: info.kind, officerId: visit.officer.id, bytes, startedAt: visit.now };
      return go(hrefOf(await files.keep(started)));
    } catch (error) {
      if (error instanceof AppError) return excelPage(visit, info, error.message);
      throw error;
    }
  }

  async function planFor({ kind, bytes }: ExcelFile): Promise<Plan | null> {
    const inUse = desk.inUse();
    if (!inUse) return null;
    const drafts = (await store.drafts()).filter((draft) => draft.kind === kind);
    return planOf(await readBook(bytes), {
      kind,
      knowledge: inUse.knowledge,
      known: await contentsOf(store, inUse, kind),
      drafts: new Map(drafts.map(({ id, content }) => [id, content])),
      blank: kind === "faq" ? () => ({ id: `cau_hoi_${randomUUID().slice(0, 8)}`, ...blankFaq(desk.today()) }) : null,
      check: (changes) => desk.check(changes),
      holdsCitizenId: parts.holdsCitizenId,
    });
  }

  async function show(
    visit: StaffVisit,
    file: ExcelFile,
    info: ExcelInfo,
    wrong: string | null = null,
  ): Promise<Answer> {
    const plan = await planFor(file);
    return plan ? planPage(visit, { info, name: file.name, at: hrefOf(file), plan, wrong }) : openingPage();
  }

  /** Planned anew: what was published meanwhile counts, and whatever the page did not show is not written. */
  async function take(visit: StaffVisit, file: ExcelFile, info: ExcelInfo): Promise<Answer> {
    const plan = await planFor(file);
    if (!plan) return openingPage();
    const over = new Set(visit.form.all("lay"));
    const wanted = plan.items.filter(
      ({ id, outcome }) => outcome === "changed" || outcome === "new" || (outcome === "conflict" && over.has(id)),
    );
    if (signOf(plan) !== visit.form.text("_xem")) return show(visit, file, info, CHANGED);
    if (plan.faults.some(({ id }) => id === null))
      return show(visit, file, info, "Tệp còn lỗi nên chưa tạo bản nháp nào.");
    if (plan.faults.length > 0 && !visit.form.has("chi-muc-dung"))
      return show(
        visit,
        file,
        info,
        "Còn mục sai nên chưa tạo bản nháp nào. Sửa tệp, hoặc chọn “Chỉ lấy các mục đúng”.",
      );
    if (wanted.length === 0) return show(visit, file, info, "Không có mục nào để tạo bản nháp.");
    const drafts = await Promise.all(wanted.map((item) => draftFor(visit, file, item)));
    const ready = drafts.filter((draft) => draft !== null);
    if (ready.length < drafts.length || (await store.saveDrafts(ready)) === "stale")
      return show(visit, file, info, CHANGED);
    await audit.append(
      visit.deed("knowledge.excel-import", file.kind, `${file.name.slice(0, 100)}: ${wanted.length} bản nháp`),
    );
    await files.drop(file.id);
    return go(
      `${BASE}/cho-duyet`,
      `Đã tạo ${wanted.length} bản nháp từ “${file.name.slice(0, 60)}”. Người dân chưa thấy gì.`,
    );
  }

  /** Null: it is no longer what the plan was made from. */
  async function draftFor(visit: StaffVisit, { name }: ExcelFile, { key, content, title, known }: PlanItem) {
    const inUse = desk.inUse();
    const item = inUse && (await readItem(store, inUse, key));
    if (!same(item?.content ?? null, known)) return null;
    const change: DraftChange = {
      ...key,
      content,
      base: item?.content ?? null,
      baseVersion: item?.version ?? 0,
      note: (visit.form.text("_ghi-chu") || `Từ tệp Excel ${name}`).slice(0, 300),
      author: visit.officer.id,
    };
    return { change, deed: visit.deed("knowledge.draft", itemName(key), `Từ tệp Excel: ${title}`) };
  }

  return [
    staff(
      "get",
      at,
      "see",
      withKind((visit, info) => excelPage(visit, info, null)),
    ),
    staff("get", `${at}/xuat`, "see", withKind(exported)),
    staff("post", at, "edit", withKind(choose), { takesFile: true }),
    staff(
      "get",
      `${at}/:tep`,
      "edit",
      withFile((visit, file, info) => show(visit, file, info)),
    ),
    staff("post", `${at}/:tep/lay`, "edit", withFile(take)),
    staff(
      "post",
      `${at}/:tep/bo`,
      "edit",
      withFile(async (_visit, file) => {
        await files.drop(file.id);
        return go(`${listHref(file.kind)}/excel`, "Đã bỏ tệp, chưa có gì thay đổi.");
      }),
    ),
  ];
}
