import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import {
  addDays,
  addWorkingDays,
  createCalendar,
  formatDay,
  formatInstant,
  formatWeekday,
  instantOf,
  isCertainBetween,
  nextOpening,
  readCalendarFile,
} from "../../src/calendar/index.ts";

const FILE = "procedures-data/calendar.yaml";
const calendar = createCalendar(readCalendarFile(FILE));
const HOURS = [
  { from: "07:00", to: "11:00" },
  { from: "13:00", to: "17:00" },
];
const SATURDAY = [{ from: "07:30", to: "11:00" }];
const at = (local: string) => Date.parse(`${local}:00+07:00`);

describe("days in Vietnam", () => {
  test("the local day changes at 17:00 UTC", () => {
    expect(calendar.dayOf(Date.parse("2026-11-23T16:59:59.999Z"))).toBe("2026-11-23");
    expect(calendar.dayOf(Date.parse("2026-11-23T17:00:00Z"))).toBe("2026-11-24");
  });

  test("a day and a clock time give the instant, and the day comes back", () => {
    expect(instantOf("2026-11-25", "07:00")).toBe(Date.parse("2026-11-25T00:00:00Z"));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 1439 }), (days, minute) => {
        const day = addDays("1990-01-01", days);
        const clock = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
        expect(calendar.dayOf(instantOf(day, clock))).toBe(day);
      }),
      { numRuns: 1000 },
    );
  });

  test("the fixed offset agrees with the time-zone database", () => {
    const local = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2018-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
        (instant) => expect(calendar.dayOf(instant.getTime())).toBe(local.format(instant)),
      ),
      { numRuns: 1000 },
    );
  });

  test("days and hours are written as people say them", () => {
    expect(formatDay("2026-12-31")).toBe("31/12/2026");
    expect(formatWeekday("2026-11-25")).toBe("thứ Tư 25/11");
    expect(formatWeekday("2026-11-29")).toBe("Chủ nhật 29/11");
    expect(formatInstant(at("2026-11-25T07:00"))).toBe("7 giờ sáng thứ Tư 25/11");
    expect(formatInstant(at("2026-11-27T13:30"))).toBe("1 giờ 30 chiều thứ Sáu 27/11");
  });
});

describe("working days", () => {
  test.each([
    ["2026-11-23", true, "a Monday whose swap was only proposed"],
    ["2026-11-24", false, "the Day of Vietnamese Culture"],
    ["2026-11-28", false, "a Saturday"],
    ["2026-11-29", false, "a Sunday"],
    ["2026-08-22", true, "a Saturday worked in exchange"],
    ["2026-01-10", true, "a Saturday worked in exchange"],
    ["2026-08-31", false, "a Monday swapped away"],
    ["2026-04-27", false, "the day after the Kings' Day that fell on a Sunday"],
  ] as const)("%s: %s (%s)", (day, works, _why) => expect(calendar.isWorkingDay(day)).toBe(works));

  test("a term starts the day after and steps over holidays", () => {
    expect(calendar.nextWorkingDay("2026-11-23")).toBe("2026-11-25");
    expect(addWorkingDays(calendar, "2026-11-23", 3)).toBe("2026-11-27");
    expect(addWorkingDays(calendar, "2026-11-23", 0)).toBe("2026-11-23");
    expect(calendar.workingDaysBetween("2026-11-20", "2026-11-27")).toBe(4);
    expect(calendar.workingDaysBetween("2026-11-27", "2026-11-20")).toBe(-4);
    expect(calendar.workingDaysBetween("2026-11-20", "2026-11-20")).toBe(0);
    // Wednesday to Monday over a Saturday that is worked.
    expect(calendar.workingDaysBetween("2026-08-19", "2026-08-24")).toBe(4);
  });

  test("adding and counting working days undo each other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 1, max: 60 }), (start, count) => {
        const from = addDays("2026-01-01", start);
        expect(calendar.workingDaysBetween(from, addWorkingDays(calendar, from, count))).toBe(count);
      }),
      { numRuns: 1000 },
    );
  });

  test("what is not announced is not certain: Tết 2027, and everything after the file ends", () => {
    expect(calendar.isCertain("2026-11-24")).toBe(true);
    expect(calendar.isCertain("2027-02-05")).toBe(false);
    expect(calendar.isCertain("2027-03-01")).toBe(true);
    expect(calendar.isCertain("2028-01-03")).toBe(false);
    expect(calendar.isCertain("2025-12-31")).toBe(false);
    expect(isCertainBetween(calendar, "2026-11-20", "2026-12-31")).toBe(true);
    expect(isCertainBetween(calendar, "2027-01-20", "2027-03-01")).toBe(false);
    expect(isCertainBetween(calendar, "2027-03-01", "2027-01-20")).toBe(false);
  });
});

describe("the next opening", () => {
  const opening = (local: string, saturday: typeof SATURDAY | null = null) => {
    const instant = nextOpening(calendar, at(local), HOURS, saturday);
    return instant === null ? null : formatInstant(instant);
  };

  test.each([
    ["2026-11-23T20:00", "7 giờ sáng thứ Tư 25/11", "the evening before the holiday"],
    ["2026-11-24T09:00", "7 giờ sáng thứ Tư 25/11", "on the holiday"],
    ["2026-11-25T06:59", "7 giờ sáng thứ Tư 25/11", "before opening"],
    ["2026-11-25T11:00", "1 giờ chiều thứ Tư 25/11", "at noon"],
    ["2026-11-27T17:00", "7 giờ sáng thứ Hai 30/11", "a Friday evening"],
    ["2026-08-21T18:00", "7 giờ sáng thứ Bảy 22/08", "before a Saturday worked in exchange"],
  ])("%s: %s (%s)", (local, said, _why) => expect(opening(local)).toBe(said));

  test("while it is open the answer is now", () => {
    expect(nextOpening(calendar, at("2026-11-25T08:15"), HOURS, null)).toBe(at("2026-11-25T08:15"));
  });

  test("a centre with Saturday hours opens on Saturday", () => {
    expect(opening("2026-11-27T17:00", SATURDAY)).toBe("7 giờ 30 sáng thứ Bảy 28/11");
  });

  test("without confirmed hours, or with unannounced days on the way, nothing is promised", () => {
    expect(nextOpening(calendar, at("2026-11-25T08:15"), null, SATURDAY)).toBeNull();
    expect(opening("2027-01-31T20:00")).toBeNull();
    expect(opening("2027-02-05T08:00")).toBeNull();
  });
});

describe("the calendar file", () => {
  const folder = mkdtempSync(join(tmpdir(), "mot-cua-calendar-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const written = (text: string) => {
    const file = join(folder, "calendar.yaml");
    writeFileSync(file, text);
    return file;
  };
  const rest = "known_until: '2026-12-31'\nchecked_on: '2026-11-22'\nsources: []\n";
  const entry = (day: string) => `{day: '${day}', label: a, source: b, confidence: high}`;

  test("all problems are told at once, with where they stand", () => {
    const file = written(
      `holidays: [${entry("2026-13-01")}, ${entry("2026-01-10")}]\nmakeup_days: []\nnot_announced: [{from: 'x', to: '2027-01-01', label: a}]\n${rest}`,
    );
    expect(() => readCalendarFile(file)).toThrow(/holidays\.0\.day.*not_announced\.0\.from/s);
  });

  test("a day cannot be off and worked", () => {
    const file = written(
      `holidays: [${entry("2026-01-10")}]\nmakeup_days: [${entry("2026-01-10")}]\nnot_announced: []\n${rest}`,
    );
    expect(() => readCalendarFile(file)).toThrow("makeup_days.0");
  });

  test("a file that is missing or no YAML is named", () => {
    expect(() => readCalendarFile(join(folder, "none.yaml"))).toThrow("none.yaml");
    expect(() => readCalendarFile(written("holidays: ["))).toThrow("calendar.yaml");
  });
});
