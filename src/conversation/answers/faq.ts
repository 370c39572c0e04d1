/** A general question with a checked answer. */
import type { Button } from "../../channel/message.ts";
import type { Faq } from "../../knowledge/faq.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type Answer, type Block, line, list } from "../answer.ts";
import { basisLine } from "../basis-line.ts";
import { BUTTONS } from "../buttons.ts";
import { payloads } from "../payloads.ts";
import { isOver, sentence, spellOut } from "../wording.ts";
import { holdsOn } from "./procedure/facts.ts";

/** Scene 13: whoever asks about a swindle may already have been swindled. */
const AFTER_A_SWINDLE = "lo_bi_lua";

/** Warns of swindlers. */
export const isWarning = (faq: Faq): boolean => /lừa đảo/i.test(faq.subject);

/** The same words as under a procedure. A doubt of its own sends to the desk already. */
const REVIEW = "Quy định này đã tới hạn đối chiếu lại, anh/chị hỏi quầy cho chắc trước khi đi.";

/** Null when the answer's time is over: then another answer, or the desk, is given. */
export function answerFaq(faq: Faq, knowledge: Knowledge, today: string): Answer | null {
  if (!holdsOn(faq, today)) return null;
  const doubt =
    faq.say_doubt ?? (faq.confidence === "low" ? "Phần này em chưa đối chiếu đủ, anh/chị hỏi lại quầy." : null);
  const isDue = faq.review_by !== undefined && faq.review_by <= today && !doubt && !isWarning(faq);
  const holding = faq.facts.flatMap((fact, index) => (isOver(fact, today) ? [] : [{ fact, index }]));
  if (holding.length === 0) return null;
  const blocks: Block[] = [
    ...holding.map(({ fact }) => line(sentence(spellOut(fact)))),
    ...(faq.steps.length > 0
      ? [line("Cách làm:"), list(faq.steps.map(sentence), { numbered: true, noun: "bước" })]
      : []),
    ...(doubt ? [line(sentence(doubt))] : []),
    ...(isDue ? [line(REVIEW)] : []),
    line(basisLine(faq.basis ? [faq.basis] : [], [], faq.checked_on)),
  ];
  return {
    decision: faq.confidence === "low" ? "desk" : "answer",
    blocks,
    buttons: faqButtons(faq, knowledge),
    records: [faq.id],
    facts: holding.map(({ index }) => `${faq.id}#facts.${index}`),
  };
}

function faqButtons(faq: Faq, knowledge: Knowledge): Button[] {
  const swindle = isWarning(faq) && faq.id !== AFTER_A_SWINDLE && knowledge.faqs.has(AFTER_A_SWINDLE);
  return [
    ...(swindle ? [{ title: "Lỡ bấm hoặc chuyển tiền rồi", say: payloads.faq(AFTER_A_SWINDLE) }] : []),
    BUTTONS.staff,
    BUTTONS.help,
  ];
}
