/** Which column of a table holds what: guessed from Vietnamese headers, or told by the officer and remembered. */
import { plainName } from "../status-words.ts";
import type { Cell } from "./rows.ts";

/** By the names that an officer uses on the command line. */
export const FIELDS = {
  "ma-ho-so": "code",
  "trang-thai": "status",
  "ma-thu-tuc": "procedureCode",
  "ten-thu-tuc": "procedureName",
  "don-vi": "unit",
  "ngay-nhan": "receivedOn",
  "ngay-hen": "dueOn",
  "ngay-xong": "finishedOn",
  "giay-thieu": "missing",
  "tien-phai-nop": "feeDue",
  "dien-thoai": "phone",
} as const;
export type Field = (typeof FIELDS)[keyof typeof FIELDS];

/** Field to place of its column, from 0. */
export type Mapping = Partial<Record<Field, number>>;

const HEADERS: Readonly<Record<Field, RegExp>> = {
  code: /^(?:ma|so|ma so) ?(?:bien nhan )?ho so(?: mot cua)?$|^mhs$|^ma ?ho ?so$|^code$/,
  status: /^(?:trang thai|tinh trang)(?: (?:ho so|xu ly|giai quyet|hien tai))*$|^trang ?thai ?ho ?so$|^status$/,
  procedureCode: /^ma (?:so )?(?:thu tuc|tthc)(?: hanh chinh)?$|^matthc$/,
  procedureName: /^(?:ten )?(?:thu tuc|tthc)(?: hanh chinh)?$|^loai ho so$|^ten ho so$|^tentthc$|^linh vuc thu tuc$/,
  unit: /^(?:ten )?(?:don vi|co quan|noi|phong ban)(?: (?:tiep nhan|nhan|xu ly|giai quyet|thu ly|thuc hien|ho so))*$/,
  receivedOn:
    /^(?:thoi gian |thoi diem )?ngay (?:tiep )?(?:nhan|nop)(?: ho so)?$|^(?:thoi gian|thoi diem) (?:tiep )?nhan$|^ngaytiepnhan$/,
  dueOn:
    /^(?:ngay )?hen tra(?: ket qua)?(?: ho so)?$|^ngay hen$|^(?:han|thoi han) (?:xu ly|tra|giai quyet)(?: ket qua| ho so)*$|^ngayhentra$/,
  finishedOn:
    /^ngay (?:tra|co)(?: ket qua)?$|^ngay (?:ket thuc|hoan thanh|xong|giai quyet xong)(?: xu ly)?$|^ngay ?tra$/,
  missing:
    /^(?:giay to|ho so)? ?(?:con |can )?(?:thieu|bo sung)$|^giay to (?:con thieu|can bo sung|yeu cau bo sung)$|^noi dung bo sung$/,
  feeDue: /^(?:so tien|phi|le phi|phi le phi)(?: con)? (?:phai|can|chua) nop(?: \(?(?:dong|vnd)\)?)?$/,
  phone: /^(?:so )?(?:dien thoai|dt|sdt|di dong)(?: (?:lien he|nguoi nop|cua nguoi nop|chu ho so))?$|^sodienthoai$/,
};

export type HeaderReading =
  | { readonly kind: "mapping"; readonly mapping: Mapping }
  /** Two columns could be the same thing: the officer must say which. */
  | { readonly kind: "ambiguous"; readonly field: Field; readonly headers: readonly string[] }
  | { readonly kind: "no-header" };

/** A row is the header when it names both the code and the status. */
export function guessColumns(cells: readonly Cell[]): HeaderReading {
  const mapping: Mapping = {};
  for (const [field, pattern] of Object.entries(HEADERS) as [Field, RegExp][]) {
    const places = cells.flatMap((cell, i) => (pattern.test(headerName(cell)) ? [i] : []));
    if (places.length > 1 && (field === "code" || field === "status" || field === "dueOn")) {
      return { kind: "ambiguous", field, headers: places.map((i) => String(cells[i])) };
    }
    if (places[0] !== undefined) mapping[field] = places[0];
  }
  return mapping.code === undefined || mapping.status === undefined
    ? { kind: "no-header" }
    : { kind: "mapping", mapping };
}

/** The columns that the officer named by their headers; null when this row has not all of them. */
export function namedColumns(cells: readonly Cell[], named: ReadonlyMap<Field, string>): Mapping | null {
  const mapping: Mapping = {};
  for (const [field, header] of named) {
    const place = cells.findIndex((cell) => headerName(cell) === headerName(header));
    if (place < 0) return null;
    mapping[field] = place;
  }
  return mapping;
}

/** What a remembered mapping is kept under: the headers, however they were spaced. */
export const headersKey = (cells: readonly Cell[]): string => cells.map(headerName).join("|").slice(0, 2_000);

export const nameOfField = (field: Field): string =>
  Object.entries(FIELDS).find(([, value]) => value === field)?.[0] ?? field;

const headerName = (cell: Cell): string => plainName(String(cell)).replace(/[:*"]/g, "").trim();
