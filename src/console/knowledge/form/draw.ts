/** Draws a form from its description. */
import { type Html, html } from "../../../web/design/html.ts";
import { dayText } from "../../days.ts";
import { DAY_INPUT } from "../../parts.ts";
import type { Field, GroupField, ListField, Section } from "./fields.ts";

type RecordOf = Record<string, unknown>;

export type Drawing = {
  /** What is wrong, by where (`fees.0.amount`). */
  readonly faults: ReadonlyMap<string, string>;
  /** The entry that is open: `fees.1`. */
  readonly open: string | null;
};

export const drawSection = (section: Section, record: RecordOf, drawing: Drawing): Html =>
  html`<section class="panel" id="muc-${section.id}"><h2>${section.title}</h2>${section.hint && html`<p class="hint">${section.hint}</p>`}${section.fields.map(
    (field) => drawField(field, record[field.name], `f.${field.name}`, drawing),
  )}</section>`;

function drawField(field: Field, value: unknown, path: string, drawing: Drawing): Html {
  if (field.type === "list") return drawList(field, value, path, drawing);
  if (field.type === "group") {
    const record = (value ?? {}) as RecordOf;
    return html`<div class="group-fields">${field.fields.map((each) => drawField(each, record[each.name], `${path}.${each.name}`, drawing))}</div>`;
  }
  if (field.type === "flag")
    return html`<p class="field check"><label><input type="checkbox" name="${path}" value="1"${value === true && html` checked`}> ${field.label}</label>${hintOf(field, path, drawing)}</p>`;
  if (field.type === "checks") {
    const chosen = new Set(Array.isArray(value) ? value.map(String) : []);
    return html`<fieldset class="checks"><legend>${field.label}</legend>${hintOf(field, path, drawing)}<div>${field.options.map(
      (option) =>
        html`<label><input type="checkbox" name="${path}" value="${option.value}"${chosen.has(option.value) && html` checked`}> ${option.name}</label>`,
    )}</div></fieldset>`;
  }
  return html`<p class="field ${field.type}${field.type === "text" && field.short && " short"}${faultAt(drawing, path) !== undefined && " wrong"}"><label for="${path}">${field.label}</label>${input(field, value, path, drawing)}${hintOf(field, path, drawing)}</p>`;
}

function input(
  field: Exclude<Field, ListField | GroupField | { type: "flag" | "checks" }>,
  value: unknown,
  path: string,
  drawing: Drawing,
): Html {
  const described =
    (field.hint !== undefined || faultAt(drawing, path) !== undefined) && html` aria-describedby="${path}-ghi-chu"`;
  const wrong = faultAt(drawing, path) !== undefined && html` aria-invalid="true"`;
  const text = textOf(field, value);
  switch (field.type) {
    case "spans":
      return html`<textarea id="${path}" name="${path}" rows="2" placeholder="07:00 - 11:00"${described}${wrong}>${`\n${text}`}</textarea>${field.none && html`<label class="none"><input type="checkbox" name="${path}.khong" value="1"${Array.isArray(value) && value.length === 0 && html` checked`}> ${field.none}</label>`}`;
    case "lines":
      return html`<textarea id="${path}" name="${path}" rows="${rowsOf(text, field.rows ?? 3)}"${described}${wrong}>${`\n${text}`}</textarea>`;
    case "choice":
      return html`<select id="${path}" name="${path}"${described}${wrong}>${field.empty && html`<option value=""></option>`}${withOwn(
        field.options,
        text,
      ).map(
        (option) =>
          html`<option value="${option.value}"${option.value === text && html` selected`}>${option.name}</option>`,
      )}</select>`;
    case "text":
      if (field.rows !== undefined || text.length > 70)
        return html`<textarea id="${path}" name="${path}" rows="${rowsOf(text, field.rows ?? 2)}"${field.max && html` maxlength="${field.max}"`}${described}${wrong}>${`\n${text}`}</textarea>`;
      return html`<input id="${path}" name="${path}" value="${text}"${field.max && html` maxlength="${field.max}"`}${field.suggest && html` list="${path}-goi-y"`}${described}${wrong}>${
        field.suggest &&
        html`<datalist id="${path}-goi-y">${field.suggest.map((each) => html`<option value="${each}">`)}</datalist>`
      }`;
    case "number":
      return html`<input id="${path}" name="${path}" value="${text}" inputmode="numeric"${described}${wrong}>`;
    default:
      return html`<input id="${path}" name="${path}" value="${dayText(text)}" ${DAY_INPUT}${described}${wrong}>`;
  }
}

function drawList(field: ListField, value: unknown, path: string, drawing: Drawing): Html {
  const entries = (Array.isArray(value) ? value : []) as RecordOf[];
  const name = bare(path);
  return html`<div class="list" id="${path}"><h3>${field.label}</h3>${hintOf(field, path, drawing)}<input type="hidden" name="${path}.so" value="${entries.length}">
${entries.map((entry, at) => {
  const isWrong = [...drawing.faults.keys()].some((key) => key.startsWith(`${name}.${at}.`) || key === `${name}.${at}`);
  const isOpen = drawing.open === `${name}.${at}` || isWrong;
  return html`<details class="entry${isWrong && " wrong"}" id="${path}.${at}"${isOpen && html` open`}><summary>${field.title(entry) || `(${field.one})`}</summary>
<div class="entry-fields">${field.fields.map((each) => drawField(each, entry[each.name], `${path}.${at}.${each.name}`, drawing))}</div>
<p class="entry-buttons">${at > 0 && html`<button class="quiet" name="_lam" value="len:${name}.${at}">Đưa lên</button>`}<button class="danger" name="_lam" value="bo:${name}.${at}">Bỏ mục này</button></p></details>`;
})}
${entries.length === 0 && html`<p class="hint">Chưa có.</p>`}
<p class="send"><button class="quiet" name="_lam" value="them:${name}">Thêm ${field.one}</button></p></div>`;
}

function hintOf(field: { hint?: string; type?: string }, path: string, drawing: Drawing): Html {
  const fault = field.type === "list" ? drawing.faults.get(bare(path)) : faultAt(drawing, path);
  if (!fault && !field.hint) return html``;
  return html`<small id="${path}-ghi-chu" class="hint${fault && " fault-line"}">${fault ?? field.hint}</small>`;
}

/** A value that no option has any more stays choosable. */
const withOwn = (options: readonly { value: string; name: string }[], own: string) =>
  own === "" || options.some(({ value }) => value === own) ? options : [{ value: own, name: own }, ...options];

function textOf(field: Field, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(textOfEntry).join("\n");
  if (field.type === "number" && field.money && typeof value === "number")
    return String(value).replace(/\B(?=(\d{3})+$)/g, ".");
  return String(value);
}

export const textOfEntry = (entry: unknown): string =>
  typeof entry === "object" && entry !== null && "from" in entry && "to" in entry
    ? `${entry.from} - ${entry.to}`
    : String(entry);

const rowsOf = (text: string, least: number): number => {
  const rows = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 80)), 0);
  return Math.min(24, Math.max(least, rows));
};

/** A fault of an entry is its list's. */
const faultAt = ({ faults }: Drawing, path: string): string | undefined =>
  faults.get(bare(path)) ?? [...faults].find(([key]) => key.startsWith(`${bare(path)}.`))?.[1];

const bare = (path: string): string => path.replace(/^f\./, "");
