/** One fee in words, in pieces that chat and pages put together. A figure only when it is known, sure and in force. */
import { sayMoney } from "./fee-rule.ts";
import type { Fee } from "./procedure.ts";
import { endsText } from "./validity.ts";
import { forCitizens, lowerFirst } from "./wording.ts";

/** `known`: in force and beyond doubt. `doubtful`: not to be stated. `ended`: its time is over, nothing took over. */
export type FeeStanding = "known" | "doubtful" | "ended";

export type FeeWords =
  | { readonly kind: "known"; readonly figure: string; readonly until: string | null; readonly note: string | null }
  /** `province`: the provincial council sets it and has not told. `reason`: why nobody knows, without figures. */
  | { readonly kind: "unknown"; readonly province: boolean; readonly reason: string | null }
  | { readonly kind: "doubtful" }
  /** `on`: the last day. `free`: until then nothing was charged, which says nothing about what comes after. */
  | { readonly kind: "ended"; readonly on: string; readonly free: boolean };

/** `today` is a local day, `yyyy-mm-dd`: sentences of the note that are over are left out. */
export function feeWords(fee: Fee, standing: FeeStanding, today: string): FeeWords {
  if (fee.amount === null) return unknown(fee.note, today);
  if (standing === "doubtful") return { kind: "doubtful" };
  if (standing === "ended") return { kind: "ended", on: fee.valid_to!, free: fee.amount === 0 };
  const until = endsText(fee);
  const note = forCitizens(fee.note, today);
  if (fee.amount === 0) return { kind: "known", until, ...free(fee, note) };
  return { kind: "known", figure: `${sayMoney(fee.amount)}${perUnit(fee.unit)}`, until, note };
}

/** `null` is not "free": says why there is no figure, in plain words and without the figures of a keeper's note. */
function unknown(note: string | null, today: string): FeeWords {
  if (/HĐND|Hội đồng nhân dân/.test(note ?? "")) return { kind: "unknown", province: true, reason: null };
  const plain = forCitizens(note, today);
  const reason = plain && !/\d/.test(plain) ? lowerFirst(plain).replace(/\.$/, "") : null;
  return { kind: "unknown", province: false, reason };
}

/** The note of a free fee often only says "free" once more, or says it better. */
function free(fee: Fee, note: string | null): { figure: string; note: string | null } {
  const figure = /không thu/i.test(`${fee.note} ${fee.case}`) ? "không thu tiền" : "miễn lệ phí";
  if (note === null || /^(miễn|không thu)( phí| lệ phí)?[\s,.;]*(lệ phí)?\.?$/i.test(note))
    return { figure, note: null };
  const beside = note.replace(/,?\s*(làm )?thủ tục( này)? không thu( phí)?\.?$/i, "");
  if (beside !== note) return { figure, note: beside === "" ? null : beside };
  if (/^Miễn /.test(note) && !/[.;]\s/.test(note)) return { figure: lowerFirst(note).replace(/\.$/, ""), note: null };
  return { figure, note: note.replace(/^Miễn[.;]\s+/, "") };
}

/** "đồng/trang" → " một trang"; "đồng/người/lần" → " một người, mỗi lần". One thing asked for needs no unit. */
function perUnit(unit: string | null): string {
  const parts = (unit ?? "").split("/").slice(1);
  const counted = parts.filter((part) => part !== "việc" && part !== "trường hợp");
  if (counted.length === 0 || counted.join() === "lần") return "";
  return ` một ${counted.join(", mỗi ")}`;
}
