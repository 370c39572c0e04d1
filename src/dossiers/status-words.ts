/** The ten statuses by number or by the names that one-stop systems show (dossier-and-centre.md (b)). */
import { STATUSES, type Status } from "./dossier.ts";
import { plainView } from "./plain-view.ts";

const NAMES: Readonly<Record<string, Status>> = {
  "moi dang ky": 1,
  "cho tiep nhan": 1,
  "da gui": 1,
  "duoc tiep nhan": 2,
  "da tiep nhan": 2,
  "khong duoc tiep nhan": 3,
  "tu choi tiep nhan": 3,
  "dang xu ly": 4,
  "dang giai quyet": 4,
  "yeu cau bo sung giay to": 5,
  "yeu cau bo sung": 5,
  "cho bo sung": 5,
  "yeu cau thuc hien nghia vu tai chinh": 6,
  "cho thuc hien nghia vu tai chinh": 6,
  "cho nop phi": 6,
  "cong dan yeu cau rut ho so": 7,
  "rut ho so": 7,
  "da rut": 7,
  "dung xu ly": 8,
  "tam dung": 8,
  "da xu ly xong": 9,
  "cho tra ket qua": 9,
  "da co ket qua": 9,
  "da tra ket qua": 10,
  "hoan thanh": 10,
};

/** The words under which a name of a status is looked up: lower case, no diacritics, single spaces. */
export const plainName = (text: string): string => plainView(text).plain.replace(/\s+/g, " ").trim();

/** `4`, `"4"`, `"04"`, `"Đang xử lý"`. `more`: a system's own names. Null: none of these; nothing is guessed. */
export function readStatus(value: unknown, more: Readonly<Record<string, Status>> = {}): Status | null {
  if (typeof value !== "number" && typeof value !== "string") return null;
  const name = plainName(String(value));
  const own = Object.entries(more).find(([known]) => plainName(known) === name)?.[1];
  if (own) return own;
  const number = /^0?\d{1,2}$/.test(name) ? Number(name) : null;
  return STATUSES.find((status) => status === number) ?? (Object.hasOwn(NAMES, name) ? NAMES[name]! : null);
}
