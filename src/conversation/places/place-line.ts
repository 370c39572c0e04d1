/** "Phường 8 cũ nay thuộc phường Lý Văn Lâm: anh/chị nộp tại đó", under where a procedure is handed in. */

import { type Resolution, sayFormer } from "../../knowledge/places/index.ts";
import type { Procedure } from "../../knowledge/procedure.ts";
import { deskLines } from "./unit-desk.ts";

/** Null when there is nothing to add: no place told, or one that must be asked about first. */
export function placeLine(procedure: Procedure, where: Resolution | null, isDoubtful: boolean): string | null {
  if (where?.kind !== "found") return null;
  const { unit, former } = where;
  const here = former ? `${sayFormer(former)} nay thuộc ${unit.fullName}` : `Chỗ anh/chị là ${unit.fullName}`;
  if (!isCommuneLevel(procedure) || isDoubtful) return former ? `${here}.` : null;
  const told = former ? `${here}: anh/chị nộp tại ${unit.fullName}.` : `${here}: nộp tại ${unit.fullName}.`;
  return [told, ...deskLines(unit)].join(" ");
}

/** Handed in at the commune, by the record's own words; not where province and commune share it. */
export const isCommuneLevel = ({ authority }: Procedure): boolean =>
  /cấp xã|UBND xã|công an xã/i.test(authority) && !/cấp tỉnh|công an tỉnh|sở |nơi (đã|lưu)|theo tuyến/i.test(authority);
