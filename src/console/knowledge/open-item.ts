/** What every page about one item begins with. */

import { html } from "../../web/design/html.ts";
import type { OfficerStore } from "../access/officer.ts";
import { type Answer, page } from "../answer.ts";
import { heading } from "../parts.ts";
import { missingPage } from "../plain-pages.ts";
import type { StaffVisit } from "../visit.ts";
import { type AssistantDesk, type InUse, type Item, readItem } from "./desk.ts";
import type { FormSpec } from "./form/fields.ts";
import { type KindInfo, kindOfSlug, titleOf } from "./kinds.ts";
import { specOf } from "./specs/index.ts";
import type { KnowledgeStore } from "./store.ts";

export type KnowledgeParts = {
  readonly knowledge: KnowledgeStore;
  readonly desk: AssistantDesk;
  readonly officers: OfficerStore;
};

export type Opened = {
  readonly info: KindInfo;
  readonly item: Item;
  readonly inUse: InUse;
  readonly spec: FormSpec;
  readonly title: string;
};

/** Runs a page about the item that the address names, or says that there is none. */
export const withOpened =
  (parts: KnowledgeParts, run: (visit: StaffVisit, opened: Opened) => Answer | Promise<Answer>) =>
  async (visit: StaffVisit): Promise<Answer> => {
    const inUse = parts.desk.inUse();
    if (!inUse) return openingPage();
    const info = kindOfSlug(visit.param("loai"));
    const id = visit.param("id");
    const item = info && (await readItem(parts.knowledge, inUse, { kind: info.kind, id }));
    if (!info || !item) return missingPage("Không có mục này");
    const title = titleOf(info.kind, item.content ?? item.draft?.content);
    return run(visit, { info, item, inUse, spec: specOf(info.kind, inUse.knowledge, id), title });
  };

/** The record that a form begins with. */
export const contentOf = ({ item }: Opened): Record<string, unknown> =>
  (item.draft?.content ?? item.content ?? {}) as Record<string, unknown>;

export const openingPage = (): Answer =>
  page(
    "Đang mở",
    html`${heading("Chương trình đang mở kho tri thức", "Thường mất vài giây. Anh/chị tải lại trang giúp.")}`,
    { status: 503 },
  );
