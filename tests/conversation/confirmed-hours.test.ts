/** What the centre has confirmed wins over a record that was written while it had not. */

import { OUR_FOLDERS } from "../../src/assistant.ts";
import { createCalendar, readCalendarFile } from "../../src/calendar/index.ts";
import { createResponder } from "../../src/conversation/index.ts";
import { createUnderstander } from "../../src/understanding/index.ts";
import { dossiersOf, SEEN, textOf } from "./builders.ts";
import { realKnowledge } from "./real-knowledge.ts";

const NOW = Date.parse("2026-11-25T09:00:00+07:00");
const understander = createUnderstander(realKnowledge);
const calendar = createCalendar(readCalendarFile(`${OUR_FOLDERS.procedures}/calendar.yaml`));

async function asked(text: string, hours: { from: string; to: string }[] | null) {
  const knowledge = { ...realKnowledge, centre: { ...realKnowledge.centre, hours } };
  const responder = createResponder({
    knowledge: () => knowledge,
    understander: () => understander,
    dossiers: dossiersOf({}),
    calendar: () => calendar,
  });
  const from = { oaId: "1", citizenId: "2" };
  const state = { ...SEEN, lastAt: NOW };
  return textOf(await responder.respond({ from, content: { kind: "text", text }, state, now: NOW }));
}

test.each(["mấy giờ mở cửa vậy em?", "sáng thứ 7 có làm không?", "giờ làm việc"])(
  "confirmed hours are said: %s",
  async (text) => {
    expect(await asked(text, [{ from: "07:00", to: "11:00" }])).toContain("7:00–11:00");
  },
);

test("Saturday stays unknown until it is confirmed too", async () => {
  expect(await asked("sáng thứ 7 có làm không?", [{ from: "07:00", to: "11:00" }])).toMatch(/Thứ Bảy.*chưa/);
});

test("without confirmed hours no hour is said", async () => {
  expect(await asked("mấy giờ mở cửa vậy em?", null)).not.toMatch(/\d{1,2}:\d{2}/);
});
