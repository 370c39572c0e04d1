/** The papers of a record as a page shows them: what, in which form, when needed. */
import {
  doubtSays,
  forCitizens,
  type Paper,
  type Procedure,
  sayForm,
  sentence,
  spellOut,
  upperFirst,
} from "../../knowledge/index.ts";

export type ShownPaper = {
  readonly name: string;
  /** "bản chính, 2 bản"; null when it goes without saying. */
  readonly how: string | null;
  /** The case that needs it; null: everybody. */
  readonly when: string | null;
  readonly note: string | null;
  /** This very paper is in doubt; a doubt over all of them is said once. */
  readonly inDoubt: boolean;
};

export function shownPapers(procedure: Procedure, day: string): ShownPaper[] {
  return procedure.documents.map((paper, index) => {
    const note = forCitizens(paper.note, day);
    return {
      name: upperFirst(spellOut(paper.name)),
      how: howOf(paper),
      when: paper.when === null ? null : caseOf(paper.when),
      note: note === null ? null : sentence(upperFirst(note)),
      inDoubt: procedure.doubts.some(({ entries }) => entries?.includes(`documents.${index}`)),
    };
  });
}

export const papersInDoubt = (procedure: Procedure): boolean => doubtSays(procedure, "documents").length > 0;

function howOf({ name, form, quantity }: Paper): string | null {
  const saysForm =
    form !== null &&
    (name.toLowerCase().includes(form.toLowerCase()) ||
      (form === "bản chính" && /^(Tờ khai|Đơn|Phiếu|Giấy đề nghị)/.test(name)));
  const shown = /xuất trình|dữ liệu|thông tin/.test(form ?? "");
  const many = quantity !== null && quantity > 1 && !shown ? `${quantity} bản` : null;
  const parts = [form && !saysForm ? sayForm(form) : null, many].filter(Boolean);
  return parts.length === 0 ? null : parts.join(", ");
}

/** "chỉ khi đất đang thế chấp", "trường hợp người nước ngoài" → the bare case. */
const caseOf = (when: string): string =>
  upperFirst(spellOut(when).replace(/^(chỉ khi|chỉ trường hợp|trường hợp|nếu|khi)\s+/i, ""));
