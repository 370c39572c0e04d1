/** What is not certain in a record, in a citizen's words: the box "Chưa chắc, hỏi lại quầy". */
import { type Procedure, sentence, upperFirst } from "../../knowledge/index.ts";
import { shownFees } from "./fees.ts";
import { shownTimes } from "./times.ts";

export function shownDoubts(procedure: Procedure, day: string): string[] {
  const said = procedure.doubts.flatMap(({ say }) => (say === null ? [] : [sentence(upperFirst(say))]));
  return [
    ...new Set([...said, ...unknownFees(procedure, day), ...unknownTimes(procedure, day), ...whole(procedure, day)]),
  ];
}

/** Fees of which nobody knows the figure, unless a doubt speaks of fees already. */
function unknownFees(procedure: Procedure, day: string): string[] {
  if (procedure.doubts.some(({ touches, say }) => say !== null && touches.includes("fee"))) return [];
  const fees = shownFees(procedure, day);
  if (fees.length === 0) return ["Lệ phí: chưa có con số chắc chắn, anh/chị hỏi quầy trước khi đi."];
  const open = fees.filter(({ figure }) => figure === null);
  if (open.length === 0) return [];
  if (open.length === fees.length) return ["Lệ phí: chưa có con số chắc chắn, anh/chị hỏi quầy trước khi đi."];
  return open.map(({ label }) => `Lệ phí, ${label ?? "mức thường"}: chưa có con số chắc chắn, anh/chị hỏi quầy.`);
}

function unknownTimes(procedure: Procedure, day: string): string[] {
  if (procedure.doubts.some(({ touches, say }) => say !== null && touches.includes("time"))) return [];
  const times = shownTimes(procedure, day);
  if (times.some(({ text }) => text !== null)) return [];
  return ["Thời gian giải quyết: chưa có con số chắc chắn, anh/chị hỏi quầy."];
}

function whole({ confidence, review_by }: Procedure, day: string): string[] {
  if (confidence === "low") return ["Thủ tục này chưa đối chiếu đủ, anh/chị hỏi lại quầy cho chắc trước khi đi."];
  if (review_by === undefined || review_by > day) return [];
  return ["Quy định này đã tới hạn đối chiếu lại, anh/chị hỏi quầy cho chắc trước khi đi."];
}

/** How sure the record is, in words. */
export const CONFIDENCE: Readonly<Record<Procedure["confidence"], { readonly word: string; readonly means: string }>> =
  {
    high: { word: "Chắc", means: "Đã đối chiếu kỹ với nguồn; chỗ nào còn ngờ thì ghi rõ trên trang." },
    medium: { word: "Khá chắc", means: "Đã đối chiếu, còn vài điểm nên hỏi lại quầy." },
    low: { word: "Chưa đối chiếu đủ", means: "Nguồn còn mỏng: xem để biết trước, hỏi quầy rồi hãy đi." },
  };
