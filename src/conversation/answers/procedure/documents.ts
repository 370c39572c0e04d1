/** "Cần giấy tờ gì": papers numbered, a paper for some cases only with its case. */
import type { Paper } from "../../../knowledge/procedure.ts";
import { line, list } from "../../answer.ts";
import { forCitizens, sentence, spellOut } from "../../wording.ts";
import { doubtLines, doubtsOn } from "./facts.ts";
import { askDesk, morePayload, type Tell } from "./told.ts";

export const tellDocuments: Tell = ({ procedure, from }) => {
  const { documents, short_name: name } = procedure;
  if (documents.length === 0) {
    const none = `${name}: em chưa có danh sách giấy tờ chắc chắn. ${askDesk(procedure)}`;
    return { blocks: [line(none)], facts: [], bases: [], certain: false };
  }
  const start = Math.min(from, documents.length);
  const items = documents.map((paper, i) =>
    paperLine(paper, doubtsOn(procedure, "documents", `documents.${i}`).length > 0),
  );
  const doubts = doubtLines(doubtsOn(procedure, "documents"));
  return {
    blocks: [
      line(start > 1 ? `${name} cần thêm:` : doubts.length > 0 ? `${name} thường cần:` : `${name} cần:`),
      list(items, { numbered: true, noun: "giấy tờ", more: morePayload(procedure, "documents"), from: start }),
      ...doubts.map((say) => line(sentence(say))),
    ],
    facts: documents.map((_, i) => `documents.${i}`),
    bases: [],
    certain: true,
  };
};

function paperLine(paper: Paper, inDoubt: boolean): string {
  const how = paper.form && !saysForm(paper) ? ` (${spellOut(paper.form)})` : "";
  const many = paper.quantity !== null && paper.quantity > 1 ? `, ${paper.quantity} bản` : "";
  const when = paper.when ? `: chỉ khi ${caseOf(paper.when)}` : "";
  const note = forCitizens(paper.note);
  const doubt = inDoubt ? " Giấy này anh/chị hỏi lại quầy." : "";
  return `${sentence(`${spellOut(paper.name)}${how}${many}${when}`)}${note ? ` ${sentence(note)}` : ""}${doubt}`;
}

const saysForm = (paper: Paper) => paper.form !== null && paper.name.toLowerCase().includes(paper.form.toLowerCase());

/** "chỉ khi cơ quan không tra được" → "cơ quan không tra được": the words "chỉ khi" are ours. */
function caseOf(when: string): string {
  return spellOut(when).replace(/^(chỉ khi|nếu|khi|trường hợp)\s+/i, "");
}
