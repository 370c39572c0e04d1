/** What this program cannot do yet. It says so, names a way that is confirmed, else the desk. */
import type { Button } from "../../channel/message.ts";
import type { Centre } from "../../knowledge/centre.ts";
import { type Answer, say } from "../answer.ts";
import { BUTTONS } from "../buttons.ts";
import { phoneButtons } from "./desk.ts";

export type NotYet = "feedback_report" | "book_appointment" | "subscribe_notice";

const LINES: Readonly<Record<NotYet, string>> = {
  feedback_report: "Em chưa nhận phản ánh tại đây được.",
  book_appointment: "Em chưa đặt lịch hẹn hay lấy số tại đây được.",
  subscribe_notice:
    "Em chưa gửi được thông báo chung (cúp điện, lịch tiếp dân…), chỉ báo được khi hồ sơ của anh/chị có kết quả.",
};

export function notYet(what: NotYet, centre: Centre): Answer {
  const way = wayOf(what, centre);
  return say("desk", [LINES[what], way.text], [...way.buttons, BUTTONS.staff, BUTTONS.help]);
}

export const notYetLine = (what: NotYet): string => LINES[what];

function wayOf(what: NotYet, centre: Centre): { text: string; buttons: Button[] } {
  if (what === "subscribe_notice") {
    return { text: "Muốn vậy anh/chị nhắn mã hồ sơ, rồi bấm “Báo khi có kết quả”.", buttons: [BUTTONS.dossier] };
  }
  if (what !== "book_appointment" && centre.feedback_url) {
    return {
      text: "Anh/chị gửi ở trang của trung tâm, bấm nút bên dưới.",
      buttons: [{ title: "Mở trang phản ánh", open: centre.feedback_url }],
    };
  }
  return {
    text: `Anh/chị đến quầy của ${centre.name}, hoặc bấm “Gặp cán bộ” để em chuyển lời.`,
    buttons: phoneButtons(centre),
  };
}
