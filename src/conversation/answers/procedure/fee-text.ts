/** One fee in words. A figure only when it is known, beyond doubt and in force. */
import type { Fee } from "../../../knowledge/procedure.ts";
import { endsText, sayDay } from "../../../knowledge/validity.ts";
import { forCitizens, lowerFirst, money, UNKNOWN, upperFirst } from "../../wording.ts";

/** `known`: amount, unit, until when, note. `doubtful` and `ended`: that there is no figure to give. */
export function feeText(fee: Fee, standing: "known" | "doubtful" | "ended", today: string): string {
  if (fee.amount === null) return unknownText(fee.note, today);
  if (standing === "doubtful") return UNKNOWN;
  if (standing === "ended" && fee.amount === 0) return `chỉ miễn đến hết ${sayDay(fee.valid_to!)}, sau đó ${UNKNOWN}`;
  if (standing === "ended") return `đã hết hạn ngày ${sayDay(fee.valid_to!)}, sau đó ${UNKNOWN}`;
  const until = fee.valid_to ? `, ${endsText(fee)}` : "";
  const note = forCitizens(fee.note, today);
  if (fee.amount === 0) return freeText(fee, note, until);
  return `${money(fee.amount)}${perUnit(fee.unit)}${until}${note ? `. ${upperFirst(note)}` : ""}`;
}

/** `null` is not "free": says why there is no figure, in plain words and without the figures of a keeper's note. */
function unknownText(note: string | null, today: string): string {
  if (/HĐND|Hội đồng nhân dân/.test(note ?? "")) {
    return "do tỉnh quy định, em chưa có con số chắc chắn của Cà Mau nên không dám nói";
  }
  const plain = forCitizens(note, today);
  const reason = plain && !/\d/.test(plain) ? ` (${lowerFirst(plain).replace(/\.$/, "")})` : "";
  return `${UNKNOWN}${reason}`;
}

/** The note of a free fee often only says "free" once more, or says it better. */
function freeText(fee: Fee, note: string | null, until: string): string {
  const free = /không thu/i.test(`${fee.note} ${fee.case}`) ? "không thu tiền" : "miễn lệ phí";
  if (note === null || /^(miễn|không thu)( phí| lệ phí)?[\s,.;]*(lệ phí)?\.?$/i.test(note)) return `${free}${until}`;
  if (/^Miễn /.test(note) && !/[.;]\s/.test(note)) return `${lowerFirst(note).replace(/\.$/, "")}${until}`;
  return `${free}${until}. ${upperFirst(note.replace(/^Miễn[.;]\s+/, ""))}`;
}

/** "đồng/trang" → " một trang"; "đồng/người/lần" → " một người, mỗi lần". One thing asked for needs no unit. */
function perUnit(unit: string | null): string {
  const parts = (unit ?? "").split("/").slice(1);
  const counted = parts.filter((part) => part !== "việc" && part !== "trường hợp");
  if (counted.length === 0 || counted.join() === "lần") return "";
  return ` một ${counted.join(", mỗi ")}`;
}
