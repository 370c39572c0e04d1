/** Where the centre is and when it is open: only what the centre confirmed, and what the calendar knows. */
import { formatWeekday, type WorkingCalendar } from "../../calendar/index.ts";
import type { Centre } from "../../knowledge/centre.ts";
import { type Answer, say } from "../answer.ts";
import { BUTTONS } from "../buttons.ts";

import { nextOpening, shownOpening, shownPeriods } from "../opening.ts";
import { phoneButtons } from "./desk.ts";

export function officeInfo(centre: Centre, calendar: WorkingCalendar, now: number): Answer {
  const known = [hoursLine(centre), addressLine(centre), phoneLine(centre)].filter((text) => text !== null);
  const lines = [...known, ...dayLines(centre, calendar, now)];
  if (known.length > 0) {
    return say("answer", lines, [...phoneButtons(centre), BUTTONS.staff, BUTTONS.help]);
  }
  return say(
    "desk",
    [
      `Giờ làm việc, địa chỉ và số điện thoại của ${centre.name} chưa được xác nhận nên em không dám nói.`,
      ...lines,
      "Anh/chị bấm “Gặp cán bộ” để em hỏi giúp.",
    ],
    [BUTTONS.staff, BUTTONS.help],
  );
}

function hoursLine(centre: Centre): string | null {
  if (!centre.hours) return null;
  const saturday = centre.saturday
    ? ` Thứ Bảy: ${shownPeriods(centre.saturday)}.`
    : " Thứ Bảy thì chưa có giờ được xác nhận, anh/chị hỏi trước khi đi.";
  return `${centre.name} làm việc thứ Hai đến thứ Sáu: ${shownPeriods(centre.hours)}.${saturday}`;
}

const addressLine = (centre: Centre) => (centre.address ? `Địa chỉ: ${centre.address}.` : null);

const phoneLine = (centre: Centre) =>
  centre.phones.length > 0
    ? `Điện thoại: ${centre.phones.map(({ number, label }) => `${number} (${label})`).join(", ")}.`
    : null;

/** Says it when today is a day off; nothing where the holidays of the year are not announced. */
function dayLines(centre: Centre, calendar: WorkingCalendar, now: number): string[] {
  const today = calendar.dayOf(now);
  if (!calendar.isCertain(today) || calendar.isWorkingDay(today)) return [];
  const opening = nextOpening(centre, calendar, now);
  if (opening.kind === "open-now") return [];
  if (opening.kind === "opens") return [`Hôm nay nghỉ, mở cửa lại lúc ${shownOpening(opening)}.`];
  const next = calendar.nextWorkingDay(today);
  const when = calendar.isCertain(next) ? ` Ngày làm việc kế tiếp là ${formatWeekday(next)}.` : "";
  return [`Hôm nay ${formatWeekday(today)} là ngày nghỉ.${when}`];
}
