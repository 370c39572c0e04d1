/** Greeting, thanks, "who are you", and a message in which nothing can be recognised. */
import type { Button } from "../../channel/message.ts";
import type { Centre } from "../../knowledge/centre.ts";
import { type Answer, say } from "../answer.ts";
import { BUTTONS } from "../buttons.ts";

function startButtons(centre: Centre): Button[] {
  return [BUTTONS.help, BUTTONS.dossier, BUTTONS.staff, ...(centre.hours ? [BUTTONS.hours] : [])];
}

const EXAMPLE = "Ví dụ: “làm khai sinh cần gì”.";

export const welcome = (centre: Centre): Answer =>
  say(
    "answer",
    [
      `Chào anh/chị, em là trợ lý tự động của ${centre.name}.`,
      `Anh/chị hỏi như nhắn cho người quen là được, không dấu em cũng hiểu. ${EXAMPLE}`,
    ],
    startButtons(centre),
  );

export const greeting = (centre: Centre): Answer =>
  say("answer", [`Dạ, em chào anh/chị. Anh/chị cần hỏi việc gì cứ nhắn em. ${EXAMPLE}`], startButtons(centre));

export const thanks = (): Answer =>
  say("answer", ["Dạ, không có chi. Anh/chị cần gì cứ nhắn em."], [BUTTONS.help, BUTTONS.dossier]);

export const identity = (centre: Centre): Answer =>
  say(
    "answer",
    [
      `Dạ, em là máy, trợ lý tự động của ${centre.name}.`,
      "Em trả lời về thủ tục hành chính theo văn bản đã kiểm tra, và tra hồ sơ giúp anh/chị. Cần người thật thì anh/chị bấm “Gặp cán bộ”.",
    ],
    startButtons(centre),
  );

/** Pressed "Hỏi thủ tục". */
export const help = (): Answer =>
  say(
    "ask_back",
    [
      "Anh/chị cần làm giấy tờ gì ạ?",
      "Cứ nhắn một câu, ví dụ: “làm khai sinh cần gì”, “sao y 3 bản”, “mất căn cước làm lại ở đâu”.",
    ],
    [BUTTONS.dossier, BUTTONS.staff],
  );

export const unclear = (): Answer =>
  say(
    "ask_back",
    ["Dạ em nghe. Anh/chị cần hỏi việc gì ạ?", "Nhắn tên giấy tờ cần làm, ví dụ: “khai sinh”, “sổ đỏ”, “căn cước”."],
    [BUTTONS.help, BUTTONS.dossier, BUTTONS.staff],
    { askedBack: true },
  );
