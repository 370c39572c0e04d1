/** The small pieces that pages are made of. */
import { type Html, html } from "../web/design/html.ts";
import { maskToken } from "./csrf.ts";
import { dayText } from "./days.ts";
import type { StaffVisit } from "./visit.ts";

export const CSRF_FIELD = "_ma";

export const csrfField = ({ session }: Pick<StaffVisit, "session">): Html =>
  html`<input type="hidden" name="${CSRF_FIELD}" value="${maskToken(session.csrf)}">`;

const DAY_TIME = new Intl.DateTimeFormat("vi-VN", {
  timeZone: "Asia/Ho_Chi_Minh",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** "25/11/2026, 09:30", local time. */
export const whenText = (at: number): string => {
  const part = Object.fromEntries(DAY_TIME.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part.day}/${part.month}/${part.year}, ${part.hour}:${part.minute}`;
};

export const when = (at: number): Html => html`<time datetime="${new Date(at).toISOString()}">${whenText(at)}</time>`;

type FieldOptions = {
  readonly name: string;
  /** Where a page has several of one name; absent: the name. */
  readonly id?: string;
  readonly label: string;
  readonly value?: string;
  readonly type?: string;
  readonly hint?: string | null;
  readonly required?: boolean;
  readonly autocomplete?: string;
  readonly max?: number;
};

/** A labelled line of input. */
export function field({
  name,
  label,
  value = "",
  type = "text",
  hint,
  required,
  autocomplete,
  max,
  id = name,
}: FieldOptions): Html {
  const hintId = `${id}-ghi-chu`;
  return html`<p class="field"><label for="${id}">${label}</label><input id="${id}" name="${name}" type="${type}" value="${value}"${required && html` required`}${hint && html` aria-describedby="${hintId}"`}${autocomplete && html` autocomplete="${autocomplete}"`}${max && html` maxlength="${max}"`}>${hint && html`<small id="${hintId}" class="hint">${hint}</small>`}</p>`;
}

/** What an input of a day carries; see days.ts. */
export const DAY_INPUT: Html = html`inputmode="numeric" placeholder="nn/tt/nnnn" autocomplete="off" maxlength="10"`;

/** A labelled day. `value`: `yyyy-mm-dd`, or as it was typed. */
export const dayField = (name: string, label: string, value: string): Html =>
  html`<p class="field day"><label for="${name}">${label}</label><input id="${name}" name="${name}" value="${dayText(value)}" ${DAY_INPUT}></p>`;

export type Option = { readonly value: string; readonly name: string };

/** `id`: of the element; its name in the form is `name`, which is the same unless told. */
export function select(id: string, label: string, options: readonly Option[], chosen: string, name = id): Html {
  return html`<p class="field"><label for="${id}">${label}</label><select id="${id}" name="${name}">${options.map(
    ({ value, name: text }) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`,
  )}</select></p>`;
}

/** What is wrong with what was typed, told before the form. */
export const fault = (text: string | null): Html => html`${text && html`<p class="fault" role="alert">${text}</p>`}`;

/** A list with nothing in it says so, and what to do. */
export const empty = (text: string, more?: Html): Html => html`<div class="empty"><p>${text}</p>${more}</div>`;

export const heading = (title: string, lead?: string | Html | null, actions?: Html): Html =>
  html`<div class="heading"><div><h1>${title}</h1>${lead && html`<p class="lead">${lead}</p>`}</div>${actions && html`<div class="actions">${actions}</div>`}</div>`;

/** A form of one button. */
export const act = (visit: Pick<StaffVisit, "session">, action: string, text: string, style = "quiet"): Html =>
  html`<form method="post" action="${action}">${csrfField(visit)}<button class="${style}">${text}</button></form>`;

export type Column = {
  readonly name: string;
  /** Figures stand right; buttons have a name only for those who do not see them; what is short is not broken. */
  readonly kind?: "number" | "buttons" | "short";
};

const CELL = { number: "end number", buttons: "end", short: "short" } as const;

const classOf = (column: Column | undefined) => column?.kind && html` class="${CELL[column.kind]}"`;

/** A table that becomes a list of cards on a phone. */
export const table = (
  columns: readonly Column[],
  rows: readonly (readonly (Html | string | number | null | false)[])[],
): Html =>
  html`<table><thead><tr>${columns.map(({ name, kind }) => html`<th scope="col"${kind === "number" && html` class="end"`}${kind === "short" && html` class="short"`}>${kind === "buttons" ? html`<span class="unseen">${name}</span>` : name}</th>`)}</tr></thead><tbody>${rows.map(
    (cells) =>
      html`<tr>${cells.map((cell, at) => html`<td data-label="${columns[at]?.kind === "buttons" ? "" : (columns[at]?.name ?? "")}"${classOf(columns[at])}>${cell}</td>`)}</tr>`,
  )}</tbody></table>`;
