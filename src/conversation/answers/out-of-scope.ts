/** Not ours: one line, no lecture. Attempts to instruct the program are out of scope like anything else. */
import { type Answer, say } from "../answer.ts";
import { BUTTONS } from "../buttons.ts";

export const outOfScope = (): Answer =>
  say(
    "decline",
    ["Em chỉ rành thủ tục hành chính và hồ sơ một cửa nên chuyện này em không dám nói."],
    [BUTTONS.help, BUTTONS.dossier],
  );

/** Insults: calm, one line, a person is offered. */
export const abuse = (): Answer =>
  say(
    "decline",
    ["Em xin lỗi nếu em trả lời chưa đúng ý. Anh/chị muốn gặp cán bộ thì bấm nút bên dưới."],
    [BUTTONS.staff, BUTTONS.help],
  );
