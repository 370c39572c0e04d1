/** What happens in a family leads to its procedures, in order; a clear question keeps its direct answer. */

import { understandLine } from "../../src/commands/understand.ts";
import { loadAssistant } from "../../src/wiring/assistant.ts";
import { dossiersOf, SEEN, textOf, titlesOf } from "./builders.ts";

const NOW = Date.parse("2026-11-25T09:00:00+07:00");
const assistant = await loadAssistant({ dossiers: dossiersOf({}), now: () => NOW });

function citizen() {
  let state = { ...SEEN, lastAt: NOW };
  return async (text: string) => {
    const from = { oaId: "1", citizenId: "2" };
    const turn = await assistant.responder.respond({ from, content: { kind: "text", text }, state, now: NOW });
    state = turn.state;
    return turn;
  };
}

test.each([
  ["con tôi mới sinh", "khai_sinh", "1. Đăng ký khai sinh: "],
  ["vo tui moi sanh em be gio phai lam gi", "khai_sinh", "2. Đăng ký thường trú: nhập hộ khẩu cho bé."],
  ["nhà tôi mới có người mất", "khai_tu", "3. Tiền mai táng: "],
  ["mẹ tui mới mất", "khai_tu", "1. Đăng ký khai tử: "],
  ["mới mua đất", "gcn_qsdd_bien_dong", "anh/chị bắt đầu từ việc số 3"],
  ["tui tính mở quán ăn cần làm giấy tờ gì", "ho_kinh_doanh_thanh_lap", "2. Giấy an toàn thực phẩm quán ăn"],
  ["cưới vợ Đài Loan", "ket_hon_nuoc_ngoai", "1. Đăng ký kết hôn có yếu tố nước ngoài: "],
  ["dời nhà qua xã khác", "thuong_tru", "2. Đăng ký tạm trú: "],
  ["em bé nhà em mới chào đời", "khai_sinh", "1. Đăng ký khai sinh: "],
  ["nội tui mất rồi giờ làm giấy tờ gì", "khai_tu", "1. Đăng ký khai tử: "],
  ["chồng tui mất rồi, đất giờ ai đứng tên", "khai_tu", "4. Chứng thực văn bản phân chia di sản: "],
  ["mới sang miếng đất của ông hàng xóm", "gcn_qsdd_bien_dong", "3. Sang tên sổ đỏ"],
  ["tinh mo tiem hu tieu", "ho_kinh_doanh_thanh_lap", "2. Giấy an toàn thực phẩm quán ăn"],
  ["em gái tôi quen bạn trai Hàn Quốc tính cưới", "ket_hon_nuoc_ngoai", "1. Đăng ký kết hôn có yếu tố nước ngoài: "],
  ["tui sắp cưới vợ người Trung Quốc", "ket_hon_nuoc_ngoai", "1. Đăng ký kết hôn có yếu tố nước ngoài: "],
  ["dọn về quê ở luôn giờ phải làm gì", "thuong_tru", "2. Đăng ký tạm trú: "],
  ["tui mat bop mat het giay to", "can_cuoc_cap_lai", "2. Cấp lại giấy phép lái xe: "],
  ["sắp cất nhà", "giay_phep_xay_dung", "Đất đã là đất ở thì anh/chị bắt đầu từ việc số 2"],
  ["tui mới mất việc", "bhxh_that_nghiep", "1. Trợ cấp thất nghiệp: "],
  ["cháu chuẩn bị vô lớp một", "tuyen_sinh", "1. Đăng ký vào lớp 1: "],
  ["mới mua chiếc ghe đi biển", "dang_ky_tau_ca", "2. Giấy phép khai thác thuỷ sản: "],
])("%s", async (told, topic, says) => {
  const turn = await citizen()(told);
  expect(turn.decision).toBe("answer");
  expect(textOf(turn)).toContain("Các việc nên làm, theo thứ tự:\n1. ");
  expect(textOf(turn)).toContain(says);
  expect(turn.understanding?.topic).toBe(topic);
  expect(titlesOf(turn).at(-1)).toBe("Gặp cán bộ");
});

test("the understand command names the topic to start with", async () => {
  const line = JSON.stringify({ id: "1", text: "mới mua đất" });
  expect(await understandLine(line, assistant, NOW)).toMatchObject({ intent: "ask_procedure" });
});

test("someone has died: quiet, nothing cheerful, and what can be done in one go", async () => {
  const turn = await citizen()("nhà tôi mới có người mất");
  expect(textOf(turn)).toMatch(/^Dạ, em xin chia buồn cùng gia đình\./);
  expect(textOf(turn)).toContain("có thể nộp chung một lần, anh/chị hỏi cán bộ giúp.");
  expect(textOf(turn)).not.toMatch(/chúc mừng|!/i);
  expect(titlesOf(turn)).toContain("Làm chung một lần");
});

test("a number goes on with that step, a question with the first one or the one named", async () => {
  const says = citizen();
  await says("con tôi mới sinh");
  expect(textOf(await says("2"))).toMatch(/^Đăng ký thường trú: /);
  const again = citizen();
  await again("con tôi mới sinh");
  expect(textOf(await again("cần giấy tờ gì"))).toMatch(/^Đăng ký khai sinh cần:/);
  const named = citizen();
  await named("nhà tôi mới có người mất");
  expect(textOf(await named("khai tử cần giấy gì"))).toMatch(/Đăng ký khai tử cần:/);
});

test.each([
  ["con mới sinh làm khai sinh cần giấy gì", /^Đăng ký khai sinh cần:/],
  ["tôi mới mất căn cước", /^Cấp lại thẻ căn cước/],
  ["mới mua xe thì đăng ký ở đâu", /xe/],
  ["ba tui mất sổ đỏ", /^Cấp lại sổ đỏ bị mất/],
  ["mẹ tui mới mất, khai tử ở đâu", /Đăng ký khai tử, nơi giải quyết/],
])("a clear question keeps its direct answer: %s", async (question, answer) => {
  const text = textOf(await citizen()(question));
  expect(text).not.toContain("Các việc nên làm");
  expect(text).toMatch(answer);
});
