/** What no record covers is said to be unknown, however near another procedure's words are; what has one is answered. */
import { loadAssistant } from "../../src/wiring/assistant.ts";
import { dossiersOf, SEEN, textOf, titlesOf } from "./builders.ts";

const NOW = Date.parse("2026-11-25T09:00:00+07:00");
const assistant = await loadAssistant({ dossiers: dossiersOf({}), now: () => NOW });

async function says(text: string) {
  const from = { oaId: "1", citizenId: "2" };
  const state = { ...SEEN, lastAt: NOW };
  return assistant.responder.respond({ from, content: { kind: "text", text }, state, now: NOW });
}

test.each([
  ["mới xây nhà xong", "Hoàn công, ghi nhà mới xây vào sổ đỏ: "],
  ["nha tui moi xay xong gio lam gi", "Hoàn công, ghi nhà mới xây vào sổ đỏ: "],
  ["hoàn công nhà ở cần giấy tờ gì", "Hoàn công, ghi nhà mới xây vào sổ đỏ: "],
  ["đăng kiểm tàu cá ở đâu", "Đăng kiểm tàu cá (an toàn kỹ thuật): "],
  ["xin cấp số nhà", "Xin số nhà: "],
  ["đền bù đất bao nhiêu", "Giá đền bù, bồi thường khi thu hồi đất: "],
  ["sổ hộ nghèo bị mất", "Cấp lại giấy chứng nhận hộ nghèo bị mất, hư: "],
])("%j is not answered with another procedure", async (text, opening) => {
  const turn = await says(text);
  expect(turn.decision).toBe("desk");
  expect(textOf(turn).startsWith(`${opening}em chưa có hướng dẫn đã kiểm tra`)).toBe(true);
  expect(textOf(turn)).not.toContain("Căn cứ:");
  expect(titlesOf(turn)).toContain("Gặp cán bộ");
});

test.each([
  ["tách hộ để vay vốn ngân hàng chính sách", "Tách hộ"],
  ["xin phép xây nhà cần gì", "Cấp giấy phép xây nhà mới"],
  ["đăng ký tàu cá cần giấy gì", "Đăng ký tàu cá"],
])("%j has a record and is answered", async (text, name) => {
  expect(textOf(await says(text))).toContain(name);
});

test("a fine is said to be unknown, not answered with a list of decrees", async () => {
  const text = textOf(await says("căn cước hết hạn có bị phạt không"));
  expect(text.split("\n")[0]).toBe("Mức phạt thì em chưa có con số đã kiểm tra, anh/chị hỏi quầy.");
  expect(text.split("\n").length).toBeLessThan(4);
});

test("whether being late matters is no question for a list of decrees", async () => {
  const text = textOf(await says("khai tử trễ có sao không"));
  expect(text).toContain("Mức phạt thì em chưa có con số đã kiểm tra");
  expect(text).not.toContain("Luật Hộ tịch 60/2014/QH13");
});

test("a term that the record says is unknown is never put into a sentence about how long it takes", async () => {
  const text = textOf(await says("karaoke"));
  expect(text).toContain("Giấy phép kinh doanh karaoke");
  expect(text).not.toContain("chưa có số ngày");
});
