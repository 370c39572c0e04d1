import { createCalendar, readCalendarFile } from "../../src/calendar/index.ts";
import { hoursOf, isOpenOnSaturday, openingLines } from "../../src/conversation/answers/dossier/counter.ts";
import { dueLines } from "../../src/conversation/answers/dossier/due.ts";
import type { Moment } from "../../src/conversation/moment.ts";
import { aCentre, MORNING_AND_AFTERNOON } from "./builders.ts";

const calendar = createCalendar(readCalendarFile("procedures-data/calendar.yaml"));
const SATURDAY = [{ from: "07:30", to: "11:00" }];
const unit = (name: string, prefixes: string[], saturday: typeof SATURDAY | null) => ({
  unit: name,
  prefixes,
  hours: MORNING_AND_AFTERNOON,
  saturday,
  confirmed_on: "2026-11-20",
});
const centre = aCentre({
  hours: MORNING_AND_AFTERNOON,
  saturday: null,
  unit_hours: [
    unit("xã Năm Căn", ["H12.34"], SATURDAY),
    unit("phường Bạc Liêu", ["H12.34.05"], []),
    unit("xã Đất Mũi", [], null),
  ],
});
const code = (agency: string) => `${agency}-261101-0001`;
const linesAt = (local: string, agency: string, unitName: string | null) => {
  const moment = { knowledge: { centre }, calendar, now: Date.parse(`${local}:00+07:00`) } as unknown as Moment;
  return openingLines({ code: code(agency), unit: unitName }, moment);
};

test("a counter that opens on Saturday is open then, with its own hours", () => {
  expect(linesAt("2026-11-27T18:00", "H12.34", null)).toEqual([
    "Quầy mở cửa lại lúc 7 giờ 30 sáng thứ Bảy 28/11.",
    "Thứ Bảy quầy có mở: 7:30–11:00.",
  ]);
  expect(linesAt("2026-11-28T08:00", "H12.34", null)).toEqual(["Quầy đang mở cửa.", "Thứ Bảy quầy có mở: 7:30–11:00."]);
});

test("another unit that is closed on Saturday opens on Monday, and one that is not confirmed says nothing of Saturday", () => {
  expect(linesAt("2026-11-27T18:00", "H12.34.05", null)).toEqual([
    "Quầy mở cửa lại lúc 7 giờ sáng thứ Hai 30/11.",
    "Thứ Bảy quầy nghỉ.",
  ]);
  expect(linesAt("2026-11-27T18:00", "H12.77", "UBND Xã Đất Mũi")).toEqual([
    "Quầy mở cửa lại lúc 7 giờ sáng thứ Hai 30/11.",
  ]);
});

test("the centre's hours are not said of a counter that is not the centre's", () => {
  expect(linesAt("2026-11-27T18:00", "H12.77", "xã Tân Ân")).toEqual([]);
  expect(linesAt("2026-11-27T18:00", "H12.77", null)).toEqual([]);
  expect(linesAt("2026-11-27T18:00", "H12.77", centre.name)).toHaveLength(1);
});

test("a Saturday on which the counter opens is no working day of a term, and that is said", () => {
  const opens = isOpenOnSaturday(hoursOf({ code: code("H12.34"), unit: null }, { centre }));
  const dossier = { status: 4, dueOn: "2026-12-01", finishedOn: null, unit: null } as never;
  // Friday: Monday and Tuesday are left.
  expect(dueLines(dossier, calendar, "2026-11-27", opens)).toEqual([
    "Hẹn trả: 01/12/2026 (ngày trên giấy hẹn), còn 2 ngày làm việc (thứ Bảy quầy có mở nhưng không tính vào hạn).",
  ]);
  expect(dueLines(dossier, calendar, "2026-11-27", false)[0]).toMatch(/còn 2 ngày làm việc\.$/);
});
