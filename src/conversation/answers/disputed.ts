/** "Sai rồi", right after an answer: we say sorry, send to the desk, and note that the answer was called wrong. */
import { type Answer, say } from "../answer.ts";
import { BUTTONS } from "../buttons.ts";
import type { Moment } from "../moment.ts";
import { plainWords } from "../plain-words.ts";
import { phoneButtons } from "./desk.ts";

const BEFORE =
  "(?:da|u|oi|troi|ua|e|em|ban|bot|may|tro ly|cau|cau nay|tra loi|noi|thong tin|nay|cai nay|cai do|vay|nhu vay|y (?:toi|tui|em|minh))";
const AFTER = "(?:roi|nha|nghen|nhe|ban|em|oi|a|ma|vay|luon|het|cho nao do|voi thuc te)";
const NOT = "(?:khong|hong|hok|ko|k|chua|dau co|dau)";
const ASKED = "(?: (?:y|dieu|cai|cau)(?: (?:toi|tui|em|minh|cua))*(?: hoi)?)?";
const WRONG = `(?:sai|sai bet|sai be bet|tam bay|bay ba|${NOT} dung${ASKED}|${NOT} chinh xac|${NOT} phai vay)`;
const DISPUTE = new RegExp(`^(?:${BEFORE} )*${WRONG}(?: ${AFTER})*$`);
const THUMBS_DOWN = /^(?:\u{1F44E}[\u{1F3FB}-\u{1F3FF}]?\s*)+$/u;
/** With its marks it is another word: "không dùng", "không dừng". */
const OTHER_WORD = /d[ùừứụựũữ]ng/i;

/** Null when the words say something else, or when nothing was answered just before. */
export function answerDisputed(text: string, { state, knowledge }: Moment): Answer | null {
  if (!state.answered || state.pending !== null || !isDispute(text)) return null;
  return say(
    "desk",
    [
      "Dạ, em xin lỗi anh/chị. Em ghi lại để cán bộ xem câu trả lời vừa rồi.",
      "Anh/chị nhắn rõ hơn điều cần hỏi giúp em, hoặc hỏi quầy một cửa trước khi đi cho chắc.",
    ],
    [...phoneButtons(knowledge.centre), BUTTONS.staff, BUTTONS.help],
    { disputes: true },
  );
}

export const isDispute = (text: string): boolean =>
  THUMBS_DOWN.test(text.trim()) || (!OTHER_WORD.test(text.normalize("NFC")) && DISPUTE.test(plainWords(text)));
