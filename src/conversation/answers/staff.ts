/** "Gặp cán bộ": the question is kept for a person, with the earliest time at which one can answer. */
import type { WorkingCalendar } from "../../calendar/index.ts";
import { phoneEndings } from "../../channel/personal-numbers.ts";
import type { Centre } from "../../knowledge/centre.ts";
import { type Answer, say } from "../answer.ts";
import { BUTTONS } from "../buttons.ts";
import type { Moment } from "../moment.ts";
import { nextOpening, shownOpening } from "../opening.ts";

/** `dueAt` of the effect is when the centre is next open (now, while it is open); null without confirmed hours. `done`: what we did. */
export function askStaff(
  question: string,
  centre: Centre,
  calendar: WorkingCalendar,
  now: number,
  done = "em chuyển câu hỏi cho cán bộ rồi",
): Answer {
  const opening = nextOpening(centre, calendar, now);
  return say(
    "desk",
    [`Dạ, ${done}. ${whenAnswered(opening)} Anh/chị ghi luôn nội dung cần hỏi nhé.`, ...numbersKept(question)],
    [BUTTONS.help, BUTTONS.dossier],
    {
      effects: [{ kind: "ask-staff", question, dueAt: dueAt(opening, now) }],
      remember: { wordsForStaff: true },
    },
  );
}

/** For whoever asked for a person before: their words are added to the question that waits. */
export function addForStaff(words: string, { knowledge, calendar, now }: Moment): Answer {
  const opening = nextOpening(knowledge.centre, calendar, now);
  return say("desk", ["Dạ, em ghi thêm cho cán bộ rồi.", ...numbersKept(words)], [BUTTONS.help, BUTTONS.dossier], {
    effects: [{ kind: "ask-staff", question: words, dueAt: dueAt(opening, now) }],
    remember: { wordsForStaff: true },
  });
}

function dueAt(opening: ReturnType<typeof nextOpening>, now: number): number | null {
  if (opening.kind === "opens") return opening.at;
  return opening.kind === "open-now" ? now : null;
}

/** The number is kept sealed until the officer is done (storage/callback-numbers.ts): the citizen should know. */
function numbersKept(question: string): string[] {
  const endings = phoneEndings(question).slice(0, 3);
  if (endings.length === 0) return [];
  const numbers = endings.map((ending) => `…${ending}`).join(", ");
  return [`Số điện thoại ${numbers} em giữ riêng cho cán bộ gọi lại, xong việc thì xoá.`];
}

function whenAnswered(opening: ReturnType<typeof nextOpening>): string {
  switch (opening.kind) {
    case "open-now":
      return "Cán bộ trả lời tại đây trong giờ làm việc.";
    case "opens":
      return `Cán bộ trả lời tại đây trong giờ làm việc, sớm nhất là ${shownOpening(opening)}.`;
    case "unknown":
      return "Cán bộ trả lời tại đây khi trung tâm mở cửa.";
  }
}

/** A visitor who is not signed in cannot be answered later. */
export const signInFirst = (): Answer =>
  say(
    "desk",
    [
      "Anh/chị đang nhắn mà chưa đăng nhập Zalo nên em chỉ trả lời chung về thủ tục được.",
      "Muốn tra hồ sơ hoặc gặp cán bộ, anh/chị đăng nhập Zalo rồi nhắn lại giúp em.",
    ],
    [BUTTONS.help],
  );
