import { createCalendar, readCalendarFile } from "../../src/calendar/index.ts";
import { dueLine, listDue } from "../../src/dossiers/due-list.ts";
import { remindOfDue } from "../../src/notices/due-reminder.ts";
import { createDueStore } from "../../src/storage/dossier-due.ts";
import { createDossierRegister } from "../../src/storage/dossier-register.ts";
import { createStaffTasks } from "../../src/storage/staff-tasks.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";

const calendar = createCalendar(readCalendarFile("procedures-data/calendar.yaml"));
const at = (local: string) => Date.parse(`${local}:00+07:00`);
const OA = "1";

describe.each(DATABASES)("dossiers due, on $name", ({ open }) => {
  let opened: OpenDatabase;
  beforeEach(async () => {
    opened = await open();
    const dossier = (serial: string, status: 2 | 4 | 5 | 9, dueOn: string | null) => ({
      code: `H12.34-261101-${serial}`,
      status,
      dueOn,
      unit: "Xã Năm Căn",
      procedureName: "Khai sinh",
    });
    await createDossierRegister(opened.database).put([
      dossier("0001", 4, "2026-11-20"),
      dossier("0002", 2, "2026-11-25"),
      dossier("0003", 4, "2026-11-27"),
      dossier("0004", 4, "2026-11-30"),
      dossier("0005", 5, "2026-11-20"),
      dossier("0006", 9, "2026-11-20"),
      dossier("0007", 4, null),
    ]);
  });
  afterEach(() => opened.remove());

  test("those whose days count are listed: overdue, and due within two working days", async () => {
    const list = await listDue(createDueStore(opened.database), calendar, "2026-11-25", 2);
    expect(list.overdue.map(({ code }) => code.slice(-4))).toEqual(["0001"]);
    expect(list.soon.map(({ code }) => code.slice(-4))).toEqual(["0002", "0003"]);
    expect(dueLine(list.overdue[0]!, calendar, "2026-11-25")).toBe(
      "H12.34-261101-0001  hẹn 20/11/2026  trễ 2 ngày làm việc  Xã Năm Căn, Khai sinh",
    );
    expect(dueLine(list.soon[1]!, calendar, "2026-11-25")).toContain("còn 2 ngày làm việc");
  });

  test("staff are told once in the morning of a working day, however often it is looked, and however soon they close it", async () => {
    const tasks = createStaffTasks(opened.database);
    let now = at("2026-11-25T06:00");
    const look = () =>
      remindOfDue({
        store: createDueStore(opened.database),
        calendar,
        now: () => now,
        days: 2,
        raiseOnce: (kind, detail) => tasks.raiseOnce(OA, kind, detail, now),
      });
    const all = () => opened.database.read.selectFrom("staff_task").select("detail").execute();
    await look();
    expect(await all()).toEqual([]);
    now = at("2026-11-25T07:00");
    await look();
    await opened.database.write(
      async (db) => void (await db.updateTable("staff_task").set({ done_at: now }).execute()),
    );
    await look();
    expect(await all()).toEqual([
      { detail: "25/11/2026: 1 hồ sơ trễ hẹn, 2 hồ sơ sắp tới hẹn. Xem danh sách: npm run dossiers:due" },
    ]);
    now = at("2026-11-28T09:00");
    await look();
    expect(await all()).toHaveLength(1);
  });
});
