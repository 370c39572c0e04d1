/** Where a commune's desk is and when it is open, as far as the commune confirmed it. */
import type { Unit } from "../../knowledge/places/index.ts";
import { shownPeriods } from "../opening.ts";

export function deskLines({ desk: { address, hours, saturday, phone } }: Unit): string[] {
  const weekend = saturday && (saturday.length === 0 ? " Thứ Bảy nghỉ." : ` Thứ Bảy: ${shownPeriods(saturday)}.`);
  return [
    ...(address ? [`Nơi tiếp nhận: ${address}.`] : []),
    ...(hours ? [`Làm việc thứ Hai đến thứ Sáu: ${shownPeriods(hours)}.${weekend ?? ""}`] : []),
    ...(phone ? [`Điện thoại: ${phone}.`] : []),
  ];
}
