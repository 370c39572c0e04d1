/** "Chỉ giấy tờ của tôi": a few questions, then the papers of one's own case. Over the real records. */
import { loadAssistant } from "../../src/assistant.ts";
import { readCases } from "../../src/conversation/checklist/pick-cases.ts";
import { dossiersOf, SEEN, saysOf, textOf, titlesOf } from "./builders.ts";

const NOW = Date.parse("2026-11-25T09:00:00+07:00");
const assistant = await loadAssistant({ dossiers: dossiersOf({}), now: () => NOW });

function citizen() {
  let state = { ...SEEN, lastAt: NOW };
  const says = async (text: string) => {
    const from = { oaId: "1", citizenId: "2" };
    const turn = await assistant.responder.respond({ from, content: { kind: "text", text }, state, now: NOW });
    state = turn.state;
    return turn;
  };
  /** Taps the button with this title under the last answer. */
  const taps = async (turn: Awaited<ReturnType<typeof says>>, title: string) =>
    says(saysOf(turn)[titlesOf(turn).indexOf(title)] ?? `no button ${title} among ${titlesOf(turn).join(", ")}`);
  return { says, taps };
}

test("a child moves in on the network into a house that is not theirs: their papers only, the others named with their case", async () => {
  const { says, taps } = citizen();
  const papers = await says("đăng ký thường trú cần giấy tờ gì?");
  const first = await taps(papers, "Chỉ giấy tờ của tôi");
  expect(textOf(first)).toBe("Làm cho người dưới 18 tuổi phải không ạ?");
  const second = await taps(first, "Phải, dưới 18 tuổi");
  expect(textOf(second)).toContain("2. Chỗ ở không thuộc sở hữu của mình");
  const mine = textOf(await says("2"));
  expect(mine).toContain("Đăng ký thường trú, giấy tờ của riêng anh/chị:\n1. Tờ khai");
  expect(mine).toMatch(/\n3\. Ý kiến đồng ý của chủ hộ, chủ sở hữu chỗ ở [^\n]*\n4\. Ý kiến đồng ý của cha, mẹ/);
  expect(mine).toMatch(/trường hợp khác:\n- Giấy tờ chứng minh quan hệ nhân thân[^\n]*chỉ trường hợp nhập về hộ/);
  expect(mine).toContain("nơi giải quyết: ");
  expect(mine).toMatch(/\nCăn cứ: .+ · đối chiếu /);
});

test("what the message said already is not asked again and is pointed at", async () => {
  const { says, taps } = citizen();
  const papers = await says("sang tên sổ đỏ nhờ người khác đi làm thay cần giấy gì?");
  expect(textOf(papers)).toContain("(Riêng trường hợp của anh/chị: nhớ giấy số 8.)");
  const question = await taps(papers, "Chỉ giấy tờ của tôi");
  expect(textOf(question)).toContain("1. Đất đang thế chấp");
  const mine = textOf(await taps(question, "Không có"));
  expect(mine).toContain("Văn bản uỷ quyền theo pháp luật dân sự (bản sao).");
  expect(mine).toContain("Văn bản bên nhận thế chấp đồng ý: chỉ khi đất đang thế chấp.");
});

test("who does not know sees every paper with its case", async () => {
  const { says, taps } = citizen();
  let turn = await taps(await says("sang tên sổ đỏ cần giấy gì?"), "Chỉ giấy tờ của tôi");
  while (turn.decision === "ask_back") turn = await taps(turn, "Chưa rõ");
  expect(textOf(turn)).toContain(
    "Văn bản bên nhận thế chấp đồng ý (bản chính hoặc bản sao): chỉ khi đất đang thế chấp.",
  );
  expect(textOf(turn)).not.toContain("trường hợp khác:");
});

test("the fee of the case comes with it: on the network, not at the desk", async () => {
  const { says, taps } = citizen();
  const first = await says("#GT:tach-ho:");
  const question = titlesOf(first).includes("Nộp trên mạng") ? await taps(first, "Nộp trên mạng") : first;
  expect(textOf(question)).toContain("Vợ/chồng đã ly hôn");
  const mine = textOf(await taps(question, "Không"));
  expect(mine).not.toContain("Trực tiếp: 10.000");
});

test("what was said of one subject says nothing of the next", async () => {
  const { says, taps } = citizen();
  await says("sang tên sổ đỏ nhờ người khác đi làm thay cần giấy gì?");
  const papers = await says("đăng ký thành lập hộ kinh doanh cần giấy tờ gì?");
  expect(textOf(await taps(papers, "Chỉ giấy tờ của tôi"))).toBe("Ai đi nộp hồ sơ ạ?");
});

test("a simple list offers no checklist", async () => {
  const { says } = citizen();
  expect(titlesOf(await says("đăng ký kết hôn cần giấy tờ gì?"))).not.toContain("Chỉ giấy tờ của tôi");
});

test.each([
  ["1 3", [1, 3]],
  ["số 2 và 4", [2, 4]],
  ["3,1", [1, 3]],
  ["cái hai", [2]],
  ["không có", []],
  ["ko", []],
  ["khong co cai nao", []],
  ["chưa rõ", "unknown"],
  ["em không biết", "unknown"],
  ["7", null],
  ["còn lệ phí thì sao", null],
] as const)("cases are picked by number: %s", (text, picked) => {
  expect(readCases(text, 4)).toEqual(picked);
});
