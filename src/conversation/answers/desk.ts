/** Recognised, but nobody has given us a checked answer: say so, and where to ask. */
import type { Button } from "../../channel/message.ts";
import type { Centre } from "../../knowledge/centre.ts";
import type { Topic } from "../../knowledge/topic.ts";
import { type Answer, say } from "../answer.ts";
import { BUTTONS, callButton } from "../buttons.ts";

/** Numbers that the centre confirmed, and nothing else. */
export const phoneButtons = (centre: Centre): Button[] =>
  centre.phones.slice(0, 1).map(({ number, label }) => callButton(number, `Gọi ${label}`.slice(0, 30)));

export function noRecord(topic: Topic, centre: Centre): Answer {
  return say(
    "desk",
    [
      `${topic.name}: em chưa có thông tin đã kiểm tra nên không dám trả lời.`,
      `Anh/chị hỏi quầy của ${centre.name}, hoặc bấm "Gặp cán bộ" để em chuyển câu hỏi.`,
    ],
    [BUTTONS.staff, ...phoneButtons(centre), BUTTONS.help],
    { remember: { topic: topic.key, procedure: null, aspect: null } },
  );
}

/** We asked back once and still do not know. */
export function stillUnclear(centre: Centre): Answer {
  return say(
    "desk",
    [
      "Em vẫn chưa hiểu đúng ý anh/chị, em xin lỗi.",
      `Anh/chị bấm "Gặp cán bộ" để em chuyển câu hỏi, hoặc hỏi quầy của ${centre.name}.`,
    ],
    [BUTTONS.staff, ...phoneButtons(centre), BUTTONS.help],
  );
}
