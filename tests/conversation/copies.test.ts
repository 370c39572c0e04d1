/** Certified copies in the chat: the sum is shown, what is missing is asked, nothing is guessed. */
import { loadAssistant } from "../../src/assistant.ts";
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
  ["sao y căn cước 2 bản 1 trang, sổ đỏ 3 bản 4 trang bao nhiêu", "Tất cả: 4.000 đồng + 18.000 đồng = 22.000 đồng."],
])("%s", async (question, sum) => {
  expect(await citizen()(question)).toContain(sum);
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
