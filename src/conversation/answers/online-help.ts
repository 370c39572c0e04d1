/** Stuck with VNeID or the national portal: the checked answers that exist, else which step it is. */
import type { Button } from "../../channel/message.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Understanding } from "../../understanding/understanding.ts";
import { type Answer, say } from "../answer.ts";
import { BUTTONS } from "../buttons.ts";
import { payloads } from "../payloads.ts";
import type { State } from "../state.ts";
import { answerAskProcedure } from "./ask-procedure.ts";
import { stillUnclear } from "./desk.ts";
import { askWhichFaq } from "./which-faq.ts";

/** The questions asked most, offered when they exist as records. */
const OFTEN: readonly (readonly [string, string])[] = [
  ["dang_nhap_cong_quoc_gia", "Đăng nhập"],
  ["quen_mat_khau_vneid", "Quên mật khẩu VNeID"],
  ["nop_truc_tuyen_tung_buoc", "Nộp hồ sơ từng bước"],
];

export function onlineHelp(
  text: string,
  understood: Understanding,
  state: State,
  knowledge: Knowledge,
  today: string,
): Answer {
  const asked = state.askedBack > 0 ? null : askWhichFaq(understood, knowledge, today);
  if (asked) return asked;
  if (understood.topic !== null && knowledge.topics.has(understood.topic)) {
    const aspect = understood.aspect ?? "online";
    return answerAskProcedure(text, { ...understood, aspect }, state, knowledge, today);
  }
  if (state.askedBack > 0) return stillUnclear(knowledge.centre);
  const often: Button[] = OFTEN.filter(([id]) => knowledge.faqs.has(id)).map(([id, title]) => ({
    title,
    say: payloads.faq(id),
  }));
  return say("ask_back", ["Anh/chị đang vướng ở bước nào ạ?"], [...often, BUTTONS.staff], { askedBack: true });
}
