/** One row of an imported table to a record, or to what is wrong with it. */
import { canonicalFrom } from "../code-shape.ts";
import { readDay } from "../dates.ts";
import type { DossierRecord } from "../dossier.ts";
import { readMissing } from "../missing-papers.ts";
import { lastFourOf, type Pseudonym, phoneKeyOf } from "../phone-key.ts";
import { readStatus } from "../status-words.ts";
import { type Field, type Mapping, nameOfField } from "./columns.ts";
import type { Cell, Row } from "./rows.ts";

/** `reason` in Vietnamese; it holds no value of the row, which may be somebody's name. */
export type RowProblem = { readonly line: number; readonly field: Field; readonly reason: string };
export type RowReading =
  | { readonly kind: "record"; readonly record: DossierRecord }
  | { readonly kind: "wrong"; readonly problems: readonly RowProblem[] };

/** Only the mapped columns are looked at: names and addresses are never read. */
export function readRow({ line, cells }: Row, mapping: Mapping, pseudonym: Pseudonym): RowReading {
  const problems: RowProblem[] = [];
  const wrong = (field: Field, reason: string) => void problems.push({ line, field, reason });
  const cell = (field: Field): Cell => {
    const place = mapping[field];
    return place === undefined ? "" : (cells[place] ?? "");
  };
  const text = (field: Field) => String(cell(field)).trim().slice(0, 300) || undefined;
  const day = (field: Field): string | undefined => {
    const value = cell(field);
    if (value === "") return undefined;
    const read = readDay(value);
    if (read === null) wrong(field, "không phải ngày có thật (viết như 04/08/2026)");
    return read ?? undefined;
  };

  const code = canonicalFrom(String(cell("code")));
  if (code === null)
    wrong("code", cell("code") === "" ? "thiếu mã hồ sơ" : "không phải mã hồ sơ (như H12.34-260804-0583)");
  const status = readStatus(cell("status"));
  if (status === null)
    wrong("status", cell("status") === "" ? "thiếu trạng thái" : "không phải một trong mười trạng thái");
  const told = {
    procedureCode: text("procedureCode"),
    procedureName: text("procedureName"),
    unit: text("unit"),
    receivedOn: day("receivedOn"),
    dueOn: day("dueOn"),
    finishedOn: day("finishedOn"),
    missing: cell("missing") === "" ? undefined : readMissing([String(cell("missing"))]),
    feeDue: money(cell("feeDue"), () => wrong("feeDue", "không phải số tiền")),
    phoneKey: code === null ? undefined : phoneKey(code, cell("phone"), pseudonym),
  };
  if (told.receivedOn && told.dueOn && told.dueOn < told.receivedOn) wrong("dueOn", "ngày hẹn trước ngày nhận");
  if (code === null || status === null || problems.length > 0) return { kind: "wrong", problems };
  const given = Object.entries(told).filter(([, value]) => value !== undefined);
  return { kind: "record", record: { code, status, ...Object.fromEntries(given) } };
}

/** "Dòng 12, cột ma-ho-so: thiếu mã hồ sơ". */
export const problemText = ({ line, field, reason }: RowProblem): string =>
  `Dòng ${line}, ${nameOfField(field)}: ${reason}`;

function money(cell: Cell, wrong: () => void): number | undefined {
  if (cell === "") return undefined;
  const digits = String(cell)
    .replace(/\s|đồng|đ|vnđ|vnd/giu, "")
    .replace(/[.,](?=\d{3}(?:\D|$))/g, "");
  const amount = /^\d{1,10}(?:[.,]0+)?$/.test(digits) ? Math.trunc(Number(digits.replace(",", "."))) : null;
  if (amount === null) wrong();
  return amount ?? undefined;
}

/** Excel drops the first 0 of a phone typed as a number: the last four digits are the same. */
function phoneKey(code: string, cell: Cell, pseudonym: Pseudonym): string | undefined {
  const lastFour = lastFourOf(String(cell));
  return lastFour === null ? undefined : phoneKeyOf(pseudonym, code, lastFour);
}
