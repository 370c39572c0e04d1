/** One fee as the chat says it. */
import { type FeeStanding, feeWords } from "../../../knowledge/fee-words.ts";
import type { Fee } from "../../../knowledge/procedure.ts";
import { sayDay } from "../../../knowledge/validity.ts";
import { UNKNOWN, upperFirst } from "../../wording.ts";

/** `known`: amount, unit, until when, note. `doubtful` and `ended`: that there is no figure to give. */
export function feeText(fee: Fee, standing: FeeStanding, today: string): string {
  const words = feeWords(fee, standing, today);
  switch (words.kind) {
    case "known": {
      const until = words.until ? `, ${words.until}` : "";
      return `${words.figure}${until}${words.note ? `. ${upperFirst(words.note)}` : ""}`;
    }
    case "unknown":
      if (words.province) return "do tỉnh quy định, em chưa có con số chắc chắn của Cà Mau nên không dám nói";
      return `${UNKNOWN}${words.reason ? ` (${words.reason})` : ""}`;
    case "doubtful":
      return UNKNOWN;
    case "ended":
      return `${words.free ? "chỉ miễn" : "mức cũ chỉ dùng"} đến hết ${sayDay(words.on)}, sau đó ${UNKNOWN}`;
  }
}
