/** The day on the slip, and how far away or how late it is. The slip's day is the right one: nothing is reckoned anew. */
import { formatDay, isCertainBetween, type WorkingCalendar } from "../../../calendar/index.ts";
import type { Dossier } from "../../../dossiers/index.ts";

/** Lines about the appointed day; `today` is `yyyy-mm-dd`. `opensOnSaturday`: the counter does, which shortens no term. */
export function dueLines(
  { status, dueOn, finishedOn, unit }: Dossier,
  calendar: WorkingCalendar,
  today: string,
  opensOnSaturday: boolean,
): string[] {
  switch (status) {
    case 2:
    case 4:
      if (dueOn === null) return [];
      return dueOn < today
        ? lateLines(dueOn, unit, calendar, today)
        : [aheadLine(dueOn, calendar, today, opensOnSaturday)];
    case 5:
      return [
        ...(dueOn === null ? [] : [`Ngày hẹn trên giấy: ${formatDay(dueOn)}.`]),
        "Từ lúc chờ bổ sung thì ngưng đếm ngày; nhận đủ giấy, cơ quan hẹn lại ngày trả.",
      ];
    case 6:
      return dueOn === null ? [] : [`Ngày hẹn trên giấy: ${formatDay(dueOn)}; đang ngưng đếm ngày chờ nộp tiền.`];
    case 9:
      return finishedOn === null ? [] : [`Có kết quả ngày ${formatDay(finishedOn)}.`];
    case 10:
      return finishedOn === null ? [] : [`Trả kết quả ngày ${formatDay(finishedOn)}.`];
    default:
      return [];
  }
}

/** Its days count and its day is over. */
export const isLate = ({ status, dueOn }: Pick<Dossier, "status" | "dueOn">, today: string): boolean =>
  (status === 2 || status === 4) && dueOn !== null && dueOn < today;

function aheadLine(dueOn: string, calendar: WorkingCalendar, today: string, opensOnSaturday: boolean): string {
  if (dueOn === today) return `Hẹn trả hôm nay, ${formatDay(dueOn)} (ngày trên giấy hẹn).`;
  const day = `Hẹn trả: ${formatDay(dueOn)} (ngày trên giấy hẹn)`;
  if (!isCertainBetween(calendar, today, dueOn)) {
    return `${day}. Lịch nghỉ quãng này chưa công bố nên em không đếm ngày.`;
  }
  const days = calendar.workingDaysBetween(today, dueOn);
  const saturday = opensOnSaturday ? " (thứ Bảy quầy có mở nhưng không tính vào hạn)" : "";
  return days > 0 ? `${day}, còn ${days} ngày làm việc${saturday}.` : `${day}.`;
}

/** The apology is owed by form 04 of TT 03/2025/TT-VPCP (dossier-and-centre.md (a6), (b)); its day counts are not checked yet, so none is said. */
function lateLines(dueOn: string, unit: string | null, calendar: WorkingCalendar, today: string): string[] {
  const days = isCertainBetween(calendar, dueOn, today) ? calendar.workingDaysBetween(dueOn, today) : 0;
  const late = days > 0 ? `, đã trễ ${days} ngày làm việc` : ", đã qua ngày hẹn";
  return [
    `Hẹn trả: ${formatDay(dueOn)} (ngày trên giấy hẹn)${late}.`,
    "Trễ hẹn thì cơ quan phải có văn bản xin lỗi, nêu lý do và hẹn lại ngày trả (mẫu 04, Thông tư 03/2025/TT-VPCP).",
    `Chưa nhận được, anh/chị hỏi ${unit ?? "quầy đã nộp"}, hoặc bấm “Gặp cán bộ” để em chuyển lời.`,
  ];
}
