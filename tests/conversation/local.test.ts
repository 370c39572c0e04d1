/** Tourism, OCOP goods and health care: what was checked is told with its source, everything else is said to be unknown. */
import { loadAssistant } from "../../src/wiring/assistant.ts";
import { dossiersOf, SEEN, saysOf, textOf, titlesOf } from "./builders.ts";
import { realKnowledge } from "./real-knowledge.ts";

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

const { tourism, ocop, health } = realKnowledge.local!;
const all = [...tourism, ...ocop, ...health];

test.each([
  ["đi Đất Mũi đi đường nào", "Khu du lịch quốc gia Mũi Cà Mau (nay thuộc xã Đất Mũi;", "Đường đi: Từ trung tâm"],
  ["hon khoai co cho ra khong", "Cụm đảo Hòn Khoai", "anh/chị hỏi trước về tàu"],
  ["chùa xiêm cán", "Chùa Xiêm Cán", "Chùa Khmer khởi công năm 1887"],
  ["homestay ở Đất Mũi", "Du lịch cộng đồng Đất Mũi", "Trước khi đi anh/chị hỏi lại cho chắc."],
  ["mật ong u minh", "Mật ong U Minh Hạ", "Nhãn hiệu tập thể cấp năm 2011"],
  ["bv san nhi", "Bệnh viện Sản - Nhi Cà Mau", "Địa chỉ, số điện thoại: em chưa có thông tin đã kiểm tra"],
  ["mũi cà mau thuộc xã nào", "Khu du lịch quốc gia Mũi Cà Mau", "nay thuộc xã Đất Mũi"],
])("one that is named is told with its source and check date: %s", async (question, name, says) => {
  const text = textOf(await citizen()(question));
  expect(text.startsWith(name)).toBe(true);
  expect(text).toContain(says);
  expect(text).toMatch(/\nNguồn: \S+.* · đối chiếu 22\/11\/2026$/);
});

test.each([
  ["vé vào Đất Mũi bao nhiêu", "Giá: em chưa có thông tin đã kiểm tra"],
  ["nhà công tử bạc liêu mở cửa mấy giờ", "Giờ giấc: em chưa có"],
  ["mật ong ocop mua ở đâu", "Chỗ bán, số sao OCOP: em chưa có"],
])("what nobody confirmed is said to be unknown: %s", async (question, says) => {
  expect(textOf(await citizen()(question))).toContain(says);
});

test.each([
  ["Cà Mau có gì chơi", /^Chỗ tham quan em có thông tin đã kiểm tra:\n1\. Khu du lịch quốc gia Mũi Cà Mau/],
  ["xã đất mũi có gì chơi", /^Chỗ tham quan ở Đất Mũi .*\n1\. .*\n2\. Vườn quốc gia Mũi Cà Mau/],
  ["ocop 5 sao", /^Đặc sản .*\n1\. Muối tinh Bạc Liêu.*\n2\. Muối hạt Bạc Liêu.*\nAnh\/chị nhắn số/],
  ["đặc sản năm căn", /^Đặc sản ở Năm Căn (?:.*\n)*\d\. Cua Năm Căn/],
  ["bệnh viện nào gần đây", /^Nơi khám bệnh (?:.*\n)*Cấp cứu thì gọi 115\./],
])("a general question gets a list to pick from: %s", async (question, says) => {
  const turn = await citizen()(question);
  expect(textOf(turn)).toMatch(says);
  expect(titlesOf(turn).at(-1)).toBe("Gặp cán bộ");
});

test("of a list, a number, a name or the button goes on; the rest comes with another", async () => {
  const byNumber = citizen();
  await byNumber("cà mau có gì chơi");
  expect(textOf(await byNumber("3"))).toMatch(/^Bãi biển Khai Long/);
  const byName = citizen();
  await byName("cà mau có gì chơi");
  expect(textOf(await byName("hòn đá bạc"))).toMatch(/^Khu du lịch Hòn Đá Bạc/);
  const byButton = citizen();
  const first = await byButton("cà mau có gì chơi");
  expect(textOf(await byButton(saysOf(first)[1]!))).toMatch(/^Vườn quốc gia Mũi Cà Mau/);
  let turn = first;
  let shown = 0;
  for (; titlesOf(turn).includes("Xem tiếp"); shown++) {
    turn = await byButton(saysOf(turn)[titlesOf(turn).indexOf("Xem tiếp")]!);
    expect(textOf(turn)).toMatch(/^Chỗ tham quan khác:/);
  }
  expect(shown).toBe(Math.ceil(tourism.length / 6) - 1);
});

test.each(["khách sạn nào gần trung tâm", "chợ nổi họp mấy giờ", "tiêm vắc xin sởi ở đâu", "đăng ký sản phẩm ocop"])(
  "of what was not checked nothing is told: %s",
  async (question) => {
    const turn = await citizen()(question);
    expect(turn.decision).toBe("desk");
    expect(textOf(turn)).toMatch(/^Chuyện này em chưa có thông tin đã kiểm tra/);
  },
);

test("a hospital of a district is no question of the district", async () => {
  expect(textOf(await citizen()("bệnh viện năm căn"))).toMatch(/^Nơi khám bệnh ở Năm Căn .* chưa có thông tin/);
});

test("what is of low confidence, an address or a number that nobody confirmed never leaves", async () => {
  for (const { id, name, confidence } of all) {
    const turn = await citizen()(`#DP:${id}`);
    if (confidence === "low") {
      expect(textOf(turn)).not.toContain(name);
      continue;
    }
    expect(textOf(turn).startsWith(name)).toBe(true);
    expect(textOf(turn)).not.toMatch(/HỎI CÀ MAU|staff|null|02903|chưa xác minh|cần kiểm tra/i);
    expect(textOf(turn)).not.toMatch(/(?<![\d.])0\d{9,10}(?!\d)/);
  }
});

test("every number that is told stands in its entry", async () => {
  for (const entry of all.filter(({ confidence }) => confidence !== "low")) {
    const { staff_note: _, sources: __, ...told } = entry;
    const known = new Set(JSON.stringify(told).match(/\d+/g));
    const text = textOf(await citizen()(`#DP:${entry.id}`))
      .replace(/\nNguồn: .*/, "")
      .replace("115", "");
    expect((text.match(/\d+/g) ?? []).filter((number) => !known.has(number))).toEqual([]);
  }
});

test("a procedure asked for in such a place stays a procedure", async () => {
  expect(textOf(await citizen()("làm khai sinh ở đất mũi cần gì"))).toMatch(/^Đăng ký khai sinh cần/);
});
