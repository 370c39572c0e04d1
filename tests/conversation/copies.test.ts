/** Certified copies in the chat: the sum is shown, what is missing is asked, nothing is guessed. */
import { loadAssistant } from "../../src/wiring/assistant.ts";
import { dossiersOf, SEEN, textOf } from "./builders.ts";

const NOW = Date.parse("2026-11-25T09:00:00+07:00");
const assistant = await loadAssistant({ dossiers: dossiersOf({}), now: () => NOW });

function citizen() {
  let state = { ...SEEN, lastAt: NOW };
  return async (text: string) => {
    const from = { oaId: "1", citizenId: "2" };
    const turn = await assistant.responder.respond({ from, content: { kind: "text", text }, state, now: NOW });
    state = turn.state;
    return textOf(turn);
  };
}

test.each([
  ["chứng thực 3 bản, mỗi bản 5 trang", "3 bản là 21.000 đồng."],
  ["sao y 2 giấy, mỗi giấy 3 bản, 4 trang hết nhiêu", "2 giấy, mỗi giấy 3 bản: 6 bản là 36.000 đồng."],
  ["sao y hai chục bản, mỗi bản một trang", "20 bản là 40.000 đồng."],
  [
    "chung thuc 2 ban 300 trang het bao nhieu",
    "200.000 đồng một bản (mức cao nhất cho một bản, 300 trang), 2 bản là 400.000",
  ],
  ["photo công chứng 4 tờ giấy, mỗi tờ 2 bản, mỗi bản 1 trang", "4 giấy, mỗi giấy 2 bản: 8 bản là 16.000 đồng."],
  ["chứng thực bằng cấp 2 trang lấy 5 bản", "5 bản là 20.000 đồng."],
  ["lấy 6 bản giấy khai sinh chứng thực, mỗi bản 1 trang, tốn nhiêu", "6 bản là 12.000 đồng."],
  ["sao y sổ đỏ 4 trang 2 bản giá bao nhiêu", "2 bản là 12.000 đồng."],
  ["photo công chứng cccd 2 mặt 3 bản bao nhiêu", "3 bản là 12.000 đồng."],
  ["sao y 1 bản 199 trang", "200.000 đồng một bản (mức cao nhất cho một bản, 199 trang)."],
  ["sao y căn cước 2 bản 1 trang, sổ đỏ 3 bản 4 trang bao nhiêu", "Tất cả: 4.000 đồng + 18.000 đồng = 22.000 đồng."],
])("%s", async (question, sum) => {
  const answer = await citizen()(question);
  expect(answer).toContain(sum);
  expect(answer).toMatch(/^Chứng thực bản sao \(sao y\):/);
});

test.each([
  "sao y 5 bản cccd",
  "photo công chứng 4 tờ giấy, mỗi tờ 2 bản",
  "công chứng 2 giấy khai sinh mỗi giấy 4 bản",
])("copies without pages: the rule, and how many pages: %s", async (question) => {
  const says = citizen();
  expect(await says(question)).toContain("Mỗi bản mấy trang anh/chị nhắn em, em tính giúp.");
  expect(await says("2 trang")).toContain("4.000 đồng một bản (2 trang, 2.000 đồng/trang)");
});

test.each([
  "sao y 0 bản",
  "chứng thực 0 bản mỗi bản 5 trang",
  "chứng thực 3 bản mỗi bản 0 trang giá sao",
  "sao y 2,5 bản mỗi bản 3 trang",
  "sao y nửa bản 3 trang",
  "sao y 100000 bản 2 trang",
])("what cannot be counted is not priced: %s", async (question) => {
  const answer = await citizen()(question);
  expect(answer).toContain("em không tính được, anh/chị nhắn lại giúp em");
  expect(answer).not.toMatch(/bản là|đồng một bản \(/);
});

test.each(["5", "5 trang", "mỗi bản 5 trang"])(
  "pages that were missing are asked for and counted: %s",
  async (pages) => {
    const says = citizen();
    const rule = await says("photo công chứng 3 bản bao nhiêu tiền");
    expect(rule).toContain("Mỗi bản mấy trang anh/chị nhắn em, em tính giúp.");
    expect(rule).not.toContain("3 bản là");
    expect(await says(pages)).toContain("3 bản là 21.000 đồng.");
  },
);

test("pages of all together are not pages of each", async () => {
  const rule = await citizen()("sao y 3 bản tổng cộng 15 trang hết nhiêu");
  expect(rule).toContain("nhiều nhất 200.000 đồng một bản");
  expect(rule).not.toContain("3 bản là");
});
