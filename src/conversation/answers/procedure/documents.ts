/** "Cần giấy tờ gì": papers numbered, a paper for some cases only with its case. */
import type { Paper, Procedure } from "../../../knowledge/procedure.ts";
import { sayForm } from "../../../knowledge/wording.ts";
import { line, list } from "../../answer.ts";
import { isTheirs, type Said } from "../../checklist/selection.ts";
import { forCitizens, sentence, spellOut, upperFirst } from "../../wording.ts";
import { doubtLines } from "./facts.ts";
import { askDesk, morePayload, type Tell } from "./told.ts";

export const tellDocuments: Tell = ({ procedure, from, today, said }) => {
  const { documents, short_name: name } = procedure;
  if (documents.length === 0) {
    const none = `${name}: em chưa có danh sách giấy tờ chắc chắn. ${askDesk(procedure)}`;
    return { blocks: [line(none)], facts: [], bases: [], certain: false };
  }
  const start = Math.min(from, documents.length);
  const items = documents.map((paper, i) => paperLine(paper, procedure, i, today));
  const doubts = doubtLines(procedure, ["documents"], "Giấy tờ");
  return {
    blocks: [
      line(
        start > 1
          ? `${name} cần thêm:`
          : doubts.length > 0 || procedure.confidence === "low"
            ? `${name} thường cần:`
            : `${name} cần:`,
      ),
      ...theirLine(documents, said ?? []),
      list(items, { numbered: true, noun: "giấy tờ", more: morePayload(procedure, "documents"), from: start }),
      ...doubts.map((say) => line(sentence(say))),
    ],
    facts: documents.map((_, i) => `documents.${i}`),
    bases: [],
    certain: true,
    hedged: doubts.length > 0,
  };
};

/** "Nhờ người khác đi thì cần gì": their paper is pointed at; the list stays whole. */
function theirLine(documents: readonly Paper[], said: Said) {
  const numbers = documents.flatMap((paper, i) => (isTheirs(paper, said) ? [i + 1] : []));
  return numbers.length === 0 ? [] : [line(`(Riêng trường hợp của anh/chị: nhớ giấy số ${numbers.join(", ")}.)`)];
}

/** Only a doubt over single papers marks them; one over all of them is said once, below. */
const isMarked = (procedure: Procedure, index: number) =>
  procedure.doubts.some((doubt) => doubt.entries?.includes(`documents.${index}`));

/** One paper of the record: name, form, how many, for which case, note. */
export function paperLine(paper: Paper, procedure: Procedure, index: number, today: string): string {
  const name = spellOut(paper.name);
  const form = paper.form && !saysForm(paper) ? sayForm(paper.form) : null;
  const how = form === null ? "" : name.endsWith(")") ? `, ${form}` : ` (${form})`;
  const shown = /xuất trình|dữ liệu|thông tin/.test(paper.form ?? "");
  const many = paper.quantity !== null && paper.quantity > 1 && !shown ? `, ${paper.quantity} bản` : "";
  const when = paper.when ? `: ${caseOf(paper.when)}` : "";
  const note = forCitizens(paper.note, today);
  const doubt = isMarked(procedure, index) ? " Giấy này anh/chị hỏi lại quầy." : "";
  return `${sentence(`${name}${how}${many}${when}`)}${note ? ` ${sentence(upperFirst(note))}` : ""}${doubt}`;
}

/** The paper and its case alone, for a list of what is not needed. */
export const paperOfOthers = (paper: Paper): string =>
  sentence(`${spellOut(paper.name)}${paper.when ? `: ${caseOf(paper.when)}` : ""}`);

/** A form that one fills in is of course handed in as the original. */
const saysForm = (paper: Paper) =>
  paper.form !== null &&
  (paper.name.toLowerCase().includes(paper.form.toLowerCase()) ||
    (paper.form === "bản chính" && /^(Tờ khai|Đơn|Phiếu|Giấy đề nghị)/.test(paper.name)));

/** "khi đất đang thế chấp" → "chỉ khi đất đang thế chấp"; "người nước ngoài" → "chỉ trường hợp người nước ngoài". */
function caseOf(when: string): string {
  const bare = spellOut(when).replace(/^(chỉ khi|nếu|khi)\s+/i, "");
  if (/^chỉ /i.test(bare)) return `khi ${bare}`;
  if (/^(chỉ khi|nếu|khi)\s/i.test(when)) return `chỉ khi ${bare}`;
  if (/^(các|những|mọi) trường hợp/i.test(bare)) return bare;
  return `chỉ trường hợp ${bare.replace(/^(chỉ )?trường hợp\s+/i, "")}`;
}
