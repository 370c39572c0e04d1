/** What the centre has confirmed wins over a record that was written while it had not. */

import { createCalendar, readCalendarFile } from "../../src/calendar/index.ts";
import { createResponder } from "../../src/conversation/index.ts";
import { createUnderstander } from "../../src/understanding/index.ts";
import { OUR_FOLDERS } from "../../src/wiring/assistant.ts";
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

describe("the day and the counter that are asked about", () => {
  const OURS = { hours: [{ from: "07:00", to: "17:00" }], saturday: [] };
  const NAM_CAN = {
    unit: "xã Năm Căn",
    prefixes: [],
    hours: [{ from: "07:30", to: "16:30" }],
    saturday: [{ from: "07:30", to: "11:00" }],
    confirmed_on: "2026-11-20",
  };
  const responder = createResponder({
    knowledge: () => ({ ...realKnowledge, centre: { ...realKnowledge.centre, ...OURS, unit_hours: [NAM_CAN] } }),
    understander: () => understander,
    dossiers: dossiersOf({}),
    calendar: () => calendar,
  });
  // Wednesday.
  const ask = async (text: string) => {
    const from = { oaId: "1", citizenId: "2" };
    const state = { ...SEEN, lastAt: NOW };
    return textOf(await responder.respond({ from, content: { kind: "text", text }, state, now: NOW }));
  };

  test.each([
    ["xã Năm Căn mấy giờ mở cửa", "Xã Năm Căn làm việc thứ Hai đến thứ Sáu: 7:30–16:30. Thứ Bảy: 7:30–11:00."],
    ["thứ bảy xã Năm Căn có làm không", "Thứ Bảy 28/11: có mở cửa, 7:30–11:00."],
    ["phường An Xuyên mấy giờ làm việc", "Giờ làm việc của phường An Xuyên chưa được xác nhận nên em không dám nói."],
    ["địa chỉ ubnd phường An Xuyên", "Địa chỉ, số điện thoại của phường An Xuyên chưa được xác nhận nên em không dám"],
    ["số điện thoại công an xã Đất Mũi", "Địa chỉ, số điện thoại của xã Đất Mũi chưa được xác nhận nên em không dám"],
    ["mấy giờ mở cửa", "Thứ Bảy nghỉ."],
    ["thứ bảy có làm việc không", "Thứ Bảy 28/11: nghỉ."],
    ["thứ hai tuần sau trung tâm có mở cửa không", "Thứ Hai 30/11: có làm việc, 7:00–17:00."],
    ["ngày mai có làm việc không", "Thứ Năm 26/11: có làm việc"],
    ["mai chủ nhật có làm không", "Chủ nhật 29/11: nghỉ."],
    ["mùng 3 tháng 4 có làm việc không", "Thứ Bảy 03/04: nghỉ."],
    ["ngày 1/1 trung tâm có mở không", "Thứ Sáu 01/01: nghỉ."],
    ["tết dương lịch có làm việc không", "Tết Dương lịch: nghỉ thứ Sáu 01/01."],
    ["mùng 2 tết có mở cửa không", "lịch nghỉ chưa được công bố"],
  ])("%s", async (text, said) => {
    expect(await ask(text)).toContain(said);
  });
});

test("a phone that a commune confirmed is said to who asks for it, its address is said to be unknown", async () => {
  const { units } = realKnowledge;
  const phone = { phone: "0290 3000 000", phone_confirmed_on: "2026-11-20" };
  const confirmed = units!.units.map((unit) => (unit.name === "Năm Căn" ? { ...unit, ...phone } : unit));
  const responder = createResponder({
    knowledge: () => ({ ...realKnowledge, units: { ...units!, units: confirmed } }),
    understander: () => understander,
    dossiers: dossiersOf({}),
    calendar: () => calendar,
  });
  const content = { kind: "text" as const, text: "số điện thoại công an xã Năm Căn" };
  const from = { oaId: "1", citizenId: "2" };
  const said = textOf(await responder.respond({ from, content, state: { ...SEEN, lastAt: NOW }, now: NOW }));
  expect(said).toContain("Điện thoại: 0290 3000 000.\nĐịa chỉ của xã Năm Căn chưa được xác nhận");
});
