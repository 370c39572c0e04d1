/** What taking a file in would change, item by item, before anything is written. */
import { createHash } from "node:crypto";
import { explainPaths, itemFile, type Knowledge, type Problem, schemaOf } from "../../../knowledge/index.ts";
import type { Sheet } from "../../../spreadsheet/index.ts";
import { Form } from "../../form.ts";
import { type Difference, differences } from "../diff.ts";
import { fieldsOf } from "../form/fields.ts";
import { readForm } from "../form/read.ts";
import { titleOf } from "../kinds.ts";
import type { ItemKey } from "../store.ts";
import type { Fault } from "./faults.ts";
import { type FoundItem, isNewId, itemsIn } from "./from-book.ts";
import { type ExcelKind, type Layout, layoutOf } from "./layout.ts";
import { keepSame, looksSame, markOf } from "./mark.ts";
import { tablesOf } from "./sheets.ts";

type RecordOf = Record<string, unknown>;

/**
 * `changed` and `new` become drafts. `conflict`: it was changed after the file was made; taken only if the officer says so.
 * `busy`: somebody has a draft of it open; never taken.
 */
export type Outcome = "same" | "changed" | "new" | "conflict" | "busy" | "wrong";

export type PlanItem = {
  /** As in the file. */
  readonly id: string;
  readonly key: ItemKey;
  readonly title: string;
  /** Of its row in the main sheet. */
  readonly line: number;
  readonly outcome: Outcome;
  readonly content: RecordOf;
  /** What is in use; null: a new item. */
  readonly known: unknown;
  /** Against what is in use. */
  readonly found: readonly Difference[];
};

export type Plan = {
  readonly items: readonly PlanItem[];
  /** Of items and, with no item, of the file: those keep everything out. */
  readonly faults: readonly Fault[];
  readonly ignored: readonly string[];
};

export type PlanSource = {
  readonly kind: ExcelKind;
  readonly knowledge: Knowledge;
  /** What is in use, by id, withdrawn parts included. */
  readonly known: ReadonlyMap<string, unknown>;
  readonly drafts: ReadonlyMap<string, unknown>;
  /** What a new item begins with; null: none can be made so. */
  readonly blank: (() => RecordOf & { readonly id: string }) | null;
  /** Everything checked together with these. */
  readonly check: (changes: readonly (ItemKey & { readonly content: unknown })[]) => Promise<readonly Problem[]>;
  readonly holdsCitizenId: (text: string) => boolean;
};

/** Whether what is written is what was looked at. */
export const signOf = ({ items }: Pick<Plan, "items">): string =>
  createHash("sha256")
    .update(
      JSON.stringify(
        items.filter(({ outcome }) => outcome !== "same").map(({ id, outcome, found }) => [id, outcome, found]),
      ),
    )
    .digest("hex")
    .slice(0, 16);

export async function planOf(book: readonly Sheet[], source: PlanSource): Promise<Plan> {
  const layout = layoutOf(source.kind, source.knowledge);
  const { tables, faults, ignored } = tablesOf(book, layout);
  if (faults.length > 0) return { items: [], faults, ignored };
  const found = itemsIn(tables, layout);
  const planned: { item: FoundItem; plan: PlanItem }[] = [];
  for (const [at, item] of found.items.entries()) {
    // Citizens are answered between two dozen of ours.
    if (at % 24 === 23) await new Promise((resolve) => setImmediate(resolve));
    planned.push({ item, plan: planItem(item, layout, source) });
  }
  await checkTogether(planned, source);
  const items = planned.map(
    ({ item, plan }): PlanItem => (item.faults.length > 0 ? { ...plan, outcome: "wrong" } : plan),
  );
  return { items, faults: [...found.faults, ...planned.flatMap(({ item }) => item.faults)], ignored };
}

function planItem(item: FoundItem, layout: Layout, source: PlanSource): PlanItem {
  const { kind, spec } = layout;
  const known = source.known.get(item.id) as RecordOf | undefined;
  const isNew = known === undefined && isNewId(item.id) && source.blank !== null;
  const blank = isNew ? source.blank?.() : undefined;
  const base = known ?? blank ?? {};
  const read = readForm(spec, new Form(item.body), base);
  const content = keepSame(fieldsOf(spec), base, blank ? filled(read, blank) : read);
  const key = { kind, id: String(blank?.id ?? item.id) };
  const title = titleOf(kind, content);
  const plan = (outcome: Outcome): PlanItem => {
    const found = outcome === "same" ? [] : differences(spec, known ?? null, content);
    return { id: item.id, key, title, line: item.line, outcome, content, known: known ?? null, found };
  };
  if (known === undefined && !isNew) {
    const mend = source.blank
      ? "sửa mã cho đúng; câu mới thì ghi moi-1, moi-2…"
      : "sửa mã cho đúng, hoặc xoá dòng này; thủ tục mới chưa thêm bằng tệp được, nhờ người quản lý dữ liệu đặt mã";
    item.faults.push({ ...item.places.get("")!, id: item.id, what: `không có mục nào mã “${item.id}”`, mend });
    return plan("wrong");
  }
  if (item.faults.length > 0) return plan("wrong");
  if (known && (markOf(spec, content) === item.mark || looksSame(spec, content, known))) return plan("same");
  const draft = source.drafts.get(item.id);
  if (draft !== undefined && looksSame(spec, content, draft)) return plan("same");
  findFaults(item, content, base, source);
  if (item.faults.length > 0) return plan("wrong");
  if (draft !== undefined) return plan("busy");
  if (known === undefined) return plan("new");
  return plan(item.mark === markOf(spec, known) ? "changed" : "conflict");
}

/** What a new row leaves empty is as in any new item. */
const filled = (read: RecordOf, blank: RecordOf): RecordOf =>
  Object.fromEntries(
    Object.entries(read).map(([name, value]) => [name, value === "" ? (blank[name] ?? value) : value]),
  );

function findFaults(item: FoundItem, content: RecordOf, base: RecordOf, { kind, holdsCitizenId }: PlanSource): void {
  const before = JSON.stringify(base).normalize("NFC");
  /** What stood there before is the centre's own business. */
  const isNew = (line: string) => !before.includes(JSON.stringify(line.trim()).slice(1, -1));
  for (const place of item.places.values()) {
    const { text, ...where } = place;
    if (
      !text
        .normalize("NFC")
        .split("\n")
        .some((line) => isNew(line) && holdsCitizenId(line))
    )
      continue;
    item.faults.push({
      ...where,
      id: item.id,
      what: "có số giống số căn cước của một người",
      mend: "xoá số đó, rồi xoá cả tệp cũ",
    });
  }
  const parsed = schemaOf(kind).safeParse(content);
  if (parsed.success) return;
  for (const [path, text] of explainPaths(parsed.error)) {
    const [what = text, mend = ""] = text.replace(/\.$/, "").split(/: (.*)/s);
    putFault(item, path, what, mend);
  }
}

/** One fault for each place: the nearest cell that the path leads to. */
function putFault(item: FoundItem, path: string, what: string, mend: string): void {
  let at = path;
  while (!item.places.has(at) && at !== "") at = at.includes(".") ? at.slice(0, at.lastIndexOf(".")) : "";
  const { text: _, ...place } = item.places.get(at)!;
  item.faults.push({ ...place, id: item.id, what, mend });
}

/** What does not fit the other records. */
async function checkTogether(
  planned: readonly { item: FoundItem; plan: PlanItem }[],
  { check }: PlanSource,
): Promise<void> {
  const taken = planned.filter(
    ({ item, plan: { outcome } }) => item.faults.length === 0 && ["changed", "new", "conflict"].includes(outcome),
  );
  if (taken.length === 0) return;
  const problems = await check(taken.map(({ plan: { key, content } }) => ({ ...key, content })));
  for (const { level, file, field, what, mend } of problems) {
    const one = taken.find(({ plan: { key } }) => file === itemFile(key));
    if (level === "error" && one) putFault(one.item, field, what, mend);
  }
}
