/** Pieces of the pages about items: badges, the bubble, differences. */
import { type Html, html } from "../../../web/design/html.ts";
import type { StaffVisit } from "../../visit.ts";
import type { Item, Said } from "../desk.ts";
import type { Difference } from "../diff.ts";
import type { Draft } from "../store.ts";

export type Badge = { readonly text: string; readonly tone: "calm" | "ochre" | "red" | "blue" };

export const badge = ({ text, tone }: Badge): Html => html`<span class="tag ${tone}">${text}</span>`;

export const draftBadge = ({ state, sentBack }: Draft): Badge =>
  state === "waiting"
    ? { text: "chờ duyệt", tone: "blue" }
    : sentBack === null
      ? { text: "đang soạn", tone: "calm" }
      : { text: "bị trả lại", tone: "ochre" };

export function badgesOf({ draft, withdrawals, conflict, setAside, published }: Item): Badge[] {
  return [
    ...(withdrawals.length > 0 ? [{ text: "có phần bị rút", tone: "red" } as const] : []),
    ...(setAside ? [{ text: "không khớp bản phát hành, đang không dùng", tone: "red" } as const] : []),
    ...(conflict ? [{ text: "bản phát hành cũng đã sửa", tone: "ochre" } as const] : []),
    ...(draft ? [draftBadge(draft)] : []),
    ...(published ? [{ text: `trung tâm đã sửa, bản ${published.version}`, tone: "calm" } as const] : []),
  ];
}

/** The answer as it stands in the citizen's Zalo. */
export const bubble = ({ text, buttons }: Said): Html =>
  html`<div class="phone"><div class="bubble"><p>${text}</p>${buttons.length > 0 && html`<ul>${buttons.map((title) => html`<li>${title}</li>`)}</ul>`}</div></div>`;

export const differenceTable = (found: readonly Difference[]): Html =>
  html`<div class="panel flush"><table class="diff"><thead><tr><th scope="col">Mục</th><th scope="col">Trước</th><th scope="col">Sau</th></tr></thead><tbody>${found.map(
    ({ where, before, after }) =>
      html`<tr><th scope="row">${where}</th><td data-label="Trước">${before === null ? html`<i>không có</i>` : html`<del>${before}</del>`}</td><td data-label="Sau">${after === null ? html`<i>bỏ</i>` : html`<ins>${after}</ins>`}</td></tr>`,
  )}</tbody></table></div>`;

/** Names of officers by id, for who did what. */
export type Names = ReadonlyMap<string, string>;
export const nameOf = (names: Names, id: string, visit: StaffVisit): string =>
  id === visit.officer.id ? "anh/chị" : (names.get(id) ?? "cán bộ đã nghỉ");
