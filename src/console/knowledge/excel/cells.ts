/** A value of a form's field as a cell, and a cell as what the form would have been sent. */
import type { FoundCell, OutCell } from "../../../spreadsheet/index.ts";
import { dayText, readDay } from "../../days.ts";
import type { Field, Option } from "../form/fields.ts";

export const YES = "có";

/** Lists stand one a line in a cell. */
export function cellOf(field: Field, value: unknown): OutCell {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) return value.map((each) => nameOf(field, String(each))).join("\n") || null;
  if (field.type === "flag") return value === true ? YES : null;
  if (field.type === "number" && typeof value === "number") return value;
  if (field.type === "day") return dayText(String(value));
  return nameOf(field, String(value));
}

const nameOf = (field: Field, value: string): string =>
  optionsOf(field).find((each) => each.value === value)?.name ?? value;

export const optionsOf = (field: Field): readonly Option[] =>
  field.type === "choice" || field.type === "checks" ? field.options : [];

/** `texts`: what a form would send for it. */
export type Typed =
  | { readonly kind: "typed"; readonly texts: readonly string[] }
  | { readonly kind: "wrong"; readonly what: string; readonly mend: string };

const typed = (...texts: string[]): Typed => ({ kind: "typed", texts });
const wrong = (what: string, mend: string): Typed => ({ kind: "wrong", what, mend });

/** `cell` absent: it is empty. */
export function readCell(field: Field, cell: FoundCell | undefined): Typed {
  if (cell?.isFormula) return wrong("ô này là công thức", "chép ô rồi dán lại kiểu “chỉ giá trị” (Paste Values)");
  if (cell?.isError) return wrong("ô này đang báo lỗi của Excel", "gõ lại nội dung");
  const value = cell?.value ?? "";
  if (value === "") return field.type === "flag" || field.type === "checks" ? typed() : typed("");
  switch (field.type) {
    case "number":
      return readNumber(value);
    case "day":
      return readDayCell(value);
    case "flag":
      return readFlag(value);
    case "choice":
    case "checks":
      return readNames(field, String(value));
    default:
      return readText(value);
  }
}

/** A figure in a column of words: Excel may have dropped zeros or turned it into another one. */
function readText(value: FoundCell["value"]): Typed {
  if (typeof value !== "string")
    return wrong(`Excel đã đổi ô này thành số (${value})`, "gõ lại với dấu nháy đơn ở đầu, ví dụ '1.001193");
  return typed(value.replace(/\r\n?/g, "\n").normalize("NFC"));
}

function readNumber(value: FoundCell["value"]): Typed {
  const text = String(value).trim();
  const isWhole =
    typeof value === "number" ? Number.isSafeInteger(value) && value >= 0 : /^[\d.\s]+(?:đồng|đ)?$/i.test(text);
  if (isWhole) return typed(text);
  return wrong(`“${short(text)}” không phải số nguyên`, "chỉ ghi số, ví dụ 50000; chưa biết thì để trống");
}

/** Days from 1900, as Excel counts them when a cell is no text. */
const EPOCH = Date.UTC(1899, 11, 30);
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_415];

function readDayCell(value: FoundCell["value"]): Typed {
  if (typeof value === "number" && value >= FIRST_SERIAL && value <= LAST_SERIAL)
    return typed(new Date(EPOCH + Math.floor(value) * 86_400_000).toISOString().slice(0, 10));
  const text = String(value).trim();
  const day = readDay(text);
  return day !== null
    ? typed(day)
    : wrong(`“${short(text)}” không phải một ngày có thật`, "ghi ngày/tháng/năm, ví dụ 31/12/2026");
}

function readFlag(value: FoundCell["value"]): Typed {
  const text = folded(String(value));
  if (value === true || value === 1 || [YES, "x", "true", "1"].includes(text)) return typed("1");
  if (value === false || value === 0 || ["không", "false", "0"].includes(text)) return typed();
  return wrong(`“${short(String(value))}” không hiểu được`, `ghi “${YES}”, hoặc để trống là không`);
}

function readNames(field: Field, text: string): Typed {
  const lines = field.type === "checks" ? text.split(/\r?\n/).filter((line) => line.trim() !== "") : [text];
  const options = optionsOf(field);
  const texts: string[] = [];
  for (const line of lines) {
    const found = options.find(({ name, value }) => folded(name) === folded(line) || value === line.trim());
    if (!found) {
      const names = options
        .slice(0, 6)
        .map(({ name }) => `“${name}”`)
        .join(", ");
      const more = options.length > 6 ? "… (xem trang Danh mục)" : "";
      return wrong(`“${short(line)}” không có trong danh mục`, `chọn: ${names}${more}`);
    }
    texts.push(found.value);
  }
  return typed(...texts);
}

const folded = (text: string): string => text.normalize("NFC").trim().toLowerCase();
const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
