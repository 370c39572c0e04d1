/** "Chỉ giấy tờ của tôi": a few questions, then the papers of one's own case. Over the real records. */

import { readCases } from "../../src/conversation/checklist/pick-cases.ts";
import { loadAssistant } from "../../src/wiring/assistant.ts";
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
  expect(textOf(second)).toBe("Anh/chị định nộp bằng cách nào ạ?");
  const third = await taps(second, "Nộp trên mạng");
  expect(textOf(third)).toContain("2. Chỗ ở không phải của mình");
  const mine = textOf(await says("2"));
  expect(mine).toContain("Đăng ký thường trú, giấy tờ của riêng anh/chị:\n1. Tờ khai");
  expect(mine).toMatch(/\n3\. Chủ hộ, chủ nhà đồng ý[^\n]*\n4\. Cha, mẹ hoặc người giám hộ đồng ý/);
  expect(mine).toMatch(/trường hợp khác:\n- Giấy tờ về quan hệ với chủ hộ[^\n]*chỉ trường hợp nhập vào hộ/);
  // Not all under 18 are children who pay nothing: both are said.
  expect(mine).toMatch(
    /lệ phí tham khảo:\n- Nộp trên mạng: 10\.000 đồng\.\n- Trẻ em, .* thuộc diện miễn: miễn lệ phí\./,
  );
  expect(mine).toContain("nộp trên mạng được.");
  expect(mine).toMatch(/\nCăn cứ: .+ · đối chiếu /);
});

test("what the message said already is not asked again and is pointed at", async () => {
  const { says, taps } = citizen();
  const papers = await says("sang tên sổ đỏ nhờ người khác đi làm thay cần giấy gì?");
  expect(textOf(papers)).toContain("(Riêng trường hợp của anh/chị: nhớ giấy số 8.)");
  const question = await taps(papers, "Chỉ giấy tờ của tôi");
  expect(textOf(question)).toContain("1. Đất đang thế chấp");
  const mine = textOf(await taps(question, "Không có"));
  expect(mine).toContain("Giấy uỷ quyền (bản sao).");
  expect(mine).toContain("Giấy đồng ý của ngân hàng (bên nhận thế chấp): chỉ khi đất đang thế chấp.");
});

test("who does not know sees every paper with its case", async () => {
  const { says, taps } = citizen();
  let turn = await taps(await says("sang tên sổ đỏ cần giấy gì?"), "Chỉ giấy tờ của tôi");
  while (turn.decision === "ask_back") turn = await taps(turn, "Chưa rõ");
  expect(textOf(turn)).toContain(
    "Giấy đồng ý của ngân hàng (bên nhận thế chấp), bản chính hoặc bản sao: chỉ khi đất đang thế chấp.",
  );
  expect(textOf(turn)).not.toContain("trường hợp khác:");
});

test("the fee of the case comes with it: on the network, not at the desk", async () => {
  const { says, taps } = citizen();
  const first = await says("#GT:tach-ho:");
  const question = titlesOf(first).includes("Nộp trên mạng") ? await taps(first, "Nộp trên mạng") : first;
  expect(textOf(question)).toContain("ợ chồng đã ly hôn");
  const mine = textOf(await taps(question, "Không có"));
  expect(mine).toContain("\nTách hộ, lệ phí tham khảo khi nộp trên mạng: 5.000 đồng.\n");
  expect(mine).not.toContain("10.000");
});

test("a case that the words name without a question of its own is theirs already", async () => {
  const { says, taps } = citizen();
  let turn = await taps(await says("tui ở trọ, đăng ký thường trú cần giấy gì"), "Chỉ giấy tờ của tôi");
  while (turn.decision === "ask_back") turn = await taps(turn, titlesOf(turn).at(-1)!);
  expect(textOf(turn)).toMatch(/\n\d\. Hợp đồng thuê, mượn, ở nhờ[^\n:]*\n?/);
});

test("what was said of one subject says nothing of the next", async () => {
  const { says, taps } = citizen();
  await says("sang tên sổ đỏ nhờ người khác đi làm thay cần giấy gì?");
  const papers = await says("đăng ký thành lập hộ kinh doanh cần giấy tờ gì?");
  expect(textOf(await taps(papers, "Chỉ giấy tờ của tôi"))).toBe("Ai đi nộp hồ sơ ạ?");
});

test.each([
  ["tui tự đi", "Văn bản uỷ quyền"],
  ["không", "Văn bản uỷ quyền"],
])("who goes is understood when typed: %s", async (reply, leftOut) => {
  const { says, taps } = citizen();
  await says("#GT:ho-kinh-doanh-thanh-lap:");
  let turn = await says(reply);
  while (turn.decision === "ask_back") turn = await taps(turn, "Chưa rõ");
  const [mine, others] = textOf(turn).split("trường hợp khác:");
  expect(others).toMatch(/uỷ quyền cho người (đi )?nộp|[Ủủ]y quyền/);
  expect(mine).not.toContain(`${leftOut} cho người đi nộp thay`);
});

test("a birth is asked about its term, and the fee follows", async () => {
  const { says, taps } = citizen();
  const asked = await says("#GT:dang-ky-khai-sinh:");
  expect(textOf(asked)).toBe(
    "Anh/chị làm đúng hạn hay đã trễ hạn ạ?\n“Còn trong hạn” là trong 60 ngày kể từ ngày sinh.",
  );
  let turn = await says("trễ hạn rồi");
  while (turn.decision === "ask_back") turn = await taps(turn, titlesOf(turn).at(-1)!);
  const late = textOf(turn);
  expect(late).toContain("Đăng ký quá hạn: do tỉnh quy định, em chưa có con số chắc chắn của Cà Mau");
  expect(late).not.toContain("đúng hạn (trong 60 ngày");
  turn = await taps(await taps(turn, "Chọn lại"), "Còn trong hạn");
  while (turn.decision === "ask_back") turn = await taps(turn, titlesOf(turn).at(-1)!);
  expect(textOf(turn)).toContain("đúng hạn (trong 60 ngày kể từ ngày sinh): ");
  expect(textOf(turn)).not.toContain("quá hạn");
});

test("who belongs to those who pay nothing picks it, and reads only that", async () => {
  const { says, taps } = citizen();
  let turn = await says("#GT:dang-ky-lai-khai-tu:");
  while (!textOf(turn).includes("người có công")) turn = await taps(turn, "Chưa rõ");
  expect(textOf(turn)).toBe("Anh/chị có thuộc trường hợp này không: người có công, hộ nghèo, người khuyết tật?");
  turn = await taps(turn, "Có");
  expect(textOf(turn)).toContain("hộ nghèo, người khuyết tật: miễn");
  turn = await taps(turn, "Chọn lại");
  while (!textOf(turn).includes("người có công")) turn = await taps(turn, "Chưa rõ");
  expect(textOf(await taps(turn, "Không"))).not.toContain("hộ nghèo");
});

test("a lone case is asked in the citizen's words", async () => {
  const { says, taps } = citizen();
  let turn = await says("#GT:ho-kinh-doanh-tam-ngung:");
  while (titlesOf(turn)[0] !== "Có") turn = await taps(turn, "Chưa rõ");
  expect(textOf(turn)).toBe("Hộ kinh doanh do nhóm người lập trước 01/7/2025 phải không ạ?");
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

test("a paper keeps its case where the answer given does not say all of it", async () => {
  const { says } = citizen();
  const child = textOf(await says("#GT:ho-chieu-pho-thong:tre-em+c0"));
  expect(child).toContain("trích lục khai sinh: chỉ trường hợp bé dưới 14 tuổi chưa có số định danh.");
  const sent = textOf(await says("#GT:ho-kinh-doanh-cap-lai:uy-quyen+0.cach-nop+c0"));
  expect(sent).toMatch(/\n\d\. Giấy uỷ quyền cho người đi nộp thay \(bản chính\)\. /);
  expect(sent).toMatch(/\n\d\. Căn cước[^\n]*: chỉ khi [^\n]* chưa có VNeID để xác thực\./);
});
