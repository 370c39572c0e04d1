/** Old and new names of communes in the chat, over the real records. */
import { loadAssistant } from "../../src/wiring/assistant.ts";
import { dossiersOf, SEEN, saysOf, textOf, titlesOf } from "./builders.ts";

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
  ["xã Tân Tiến huyện Đầm Dơi giờ thuộc xã nào", "Xã Tân Tiến cũ (huyện Đầm Dơi) nay thuộc xã Tân Tiến"],
  ["xa tan hung tay cu gio la xa nao", "Xã Tân Hưng Tây cũ (huyện Phú Tân) nay thuộc xã Nguyễn Việt Khái"],
  ["thị trấn rạch gốc nhập vô đâu vậy em", "Thị trấn Rạch Gốc cũ (huyện Ngọc Hiển) nay thuộc xã Phan Ngọc Hiển"],
  ["Bạc Liêu giờ thuộc tỉnh nào", "Tỉnh Bạc Liêu cũ và tỉnh Cà Mau cũ nay là tỉnh Cà Mau, từ 01/07/2025"],
  ["tỉnh Bạc Liêu giờ ở đâu", "Tỉnh Bạc Liêu cũ và tỉnh Cà Mau cũ nay là tỉnh Cà Mau"],
  ["tỉnh Bạc Liêu", "Tỉnh Bạc Liêu cũ và tỉnh Cà Mau cũ nay là tỉnh Cà Mau"],
  ["phường 5 bạc liêu giờ thuộc phường nào", "Phường 5 cũ (thành phố Bạc Liêu) nay thuộc phường Vĩnh Trạch"],
  ["phuong 1 gia rai gio la gi", "Phường 1 cũ (thị xã Giá Rai) nay thuộc phường Giá Rai"],
  ["xã Hiệp Thành ở bạc liêu giờ là xã nào", "Xã Hiệp Thành cũ (thành phố Bạc Liêu) nay thuộc phường Hiệp Thành"],
  ["tui ở phường 5 bạc liêu giờ nộp ở đâu", "Phường 5 cũ (thành phố Bạc Liêu) nay thuộc phường Vĩnh Trạch"],
  ["xã Đất Mũi", "Xã Đất Mũi cũ (huyện Ngọc Hiển) nay thuộc xã Đất Mũi"],
])("%s", async (question, answer) => {
  const turn = await citizen()(question);
  expect(turn.decision).toBe("answer");
  expect(textOf(turn)).toContain(answer);
  expect(textOf(turn)).toMatch(/\nCăn cứ: Nghị quyết \S+ · áp dụng từ 01\/07\/2025$/);
});

test("every place of the question is told, one that is not certain is asked about at the end", async () => {
  const both = await citizen()("Xã Tân Tiến và xã Tân Thuận giờ thuộc xã nào");
  expect(textOf(both)).toMatch(
    /^Xã Tân Tiến cũ \(huyện Đầm Dơi\) nay thuộc xã Tân Tiến.*\nXã Tân Thuận cũ \(huyện Đầm Dơi\) nay thuộc xã Tân Thuận/,
  );
  const wards = textOf(await citizen()("phường 8 và phường 9 cà mau giờ là phường gì"));
  expect(wards).toMatch(/^Phường 8 cũ .* phường Lý Văn Lâm, .*\nPhường 9 cũ .* phường An Xuyên, /);
  const districts = textOf(await citizen()("huyện Đầm Dơi và huyện Năm Căn giờ ra sao"));
  expect(districts).toMatch(/^Huyện Đầm Dơi cũ nay gồm: xã Đầm Dơi, .*\nHuyện Năm Căn cũ nay gồm: xã Năm Căn, /);
  const says = citizen();
  const asked = await says("phường 1 và xã Tân Tiến giờ thuộc xã nào");
  expect(asked.decision).toBe("ask_back");
  expect(textOf(asked)).toMatch(/^Xã Tân Tiến cũ .* nay thuộc xã Tân Tiến.*\nAnh\/chị hỏi phường 1 của /);
  expect(textOf(await says("cà mau"))).toContain("Phường 1 cũ (thành phố Cà Mau) nay thuộc phường");
});

test.each(["xa hoa thanh", "tui ở xa hoa thanh", "xã hoà thành", "X. HOA THANH"])(
  "a commune's name alone is no dispute over land: %s",
  async (said) => {
    expect(textOf(await citizen()(said))).toContain("Xã Hòa Thành cũ (thành phố Cà Mau) nay thuộc phường Hòa Thành");
  },
);

test.each(["đi xa hoa thanh toán ở đâu", "tui ở xa quá làm giấy được không"])(
  "far away is no commune: %s",
  async (said) => {
    expect(textOf(await citizen()(said))).not.toMatch(/Hòa Thành|nay thuộc/);
  },
);

test.each(["tỉnh Bạc Liêu còn không", "tinh bac lieu nhap vo tinh nao", "tỉnh cà mau sáp nhập với tỉnh nào"])(
  "a former province leads to today's: %s",
  async (said) => {
    expect(textOf(await citizen()(said))).toMatch(/nay là tỉnh Cà Mau, từ 01\/07\/2025\./);
  },
);

test("where a birth is registered, for a former ward: today's unit is named", async () => {
  const says = citizen();
  const turn = await says("tui ở phường 8 Cà Mau làm khai sinh ở đâu");
  expect(textOf(turn)).toContain(
    "Phường 8 cũ (thành phố Cà Mau) nay thuộc phường Lý Văn Lâm: anh/chị nộp tại phường Lý Văn Lâm.",
  );
  expect(textOf(turn)).toContain("nơi giải quyết: UBND xã, phường");
  // It is not asked or told again: the next place is theirs too.
  expect(textOf(await says("còn kết hôn thì nộp ở đâu"))).toContain("Chỗ anh/chị là phường Lý Văn Lâm");
});

test.each(["Khai tử ở phường 5 Bạc Liêu", "kết hôn tại xã tân hưng tây"])(
  "a procedure named beside a former commune is not lost: %s",
  async (question) => {
    const turn = await citizen()(question);
    expect(textOf(turn)).toMatch(/khai tử|kết hôn/i);
  },
);

test("a place said after the question answers where, too", async () => {
  const says = citizen();
  await says("làm khai sinh cần gì");
  expect(textOf(await says("tui ở phường 8 Cà Mau"))).toContain("anh/chị nộp tại phường Lý Văn Lâm.");
});

test("a name that two wards bore is asked back under the answer; a button or the city's name picks", async () => {
  const says = citizen();
  const asked = await says("làm khai sinh ở phường 8 thì nộp ở đâu");
  expect(textOf(asked)).toContain("nơi giải quyết: UBND xã, phường");
  expect(textOf(asked)).toMatch(/Anh\/chị hỏi phường 8 của thành phố Bạc Liêu hay thành phố Cà Mau \(cũ\)\?$/);
  expect(titlesOf(asked)).toEqual(["Phường 8 cũ (TP Cà Mau)", "Phường 8 cũ (TP Bạc Liêu)", "Gặp cán bộ"]);
  expect(textOf(await says("cà mau"))).toContain("anh/chị nộp tại phường Lý Văn Lâm.");
  const again = citizen();
  expect(textOf(await again(saysOf(asked)[1]!))).toContain(
    "nay thuộc phường Bạc Liêu: anh/chị nộp tại phường Bạc Liêu.",
  );
});

test("a divided ward is never chosen for the citizen", async () => {
  const says = citizen();
  const asked = await says("phường 6 tp cà mau giờ là phường gì");
  expect(asked.decision).toBe("ask_back");
  expect(textOf(asked)).toContain("nay chia cho phường Tân Thành, phường Hòa Thành");
  expect(titlesOf(asked)).toEqual(["Phường Tân Thành", "Phường Hòa Thành", "Gặp cán bộ"]);
});

test("a district is no unit: its communes are listed, and the name alone goes on", async () => {
  const says = citizen();
  const asked = await says("huyện Đầm Dơi giờ thuộc xã nào");
  expect(textOf(asked)).toContain("Nay gồm: xã Đầm Dơi, xã Tạ An Khương");
  expect(textOf(await says("tân tiến"))).toContain("Xã Tân Tiến cũ (huyện Đầm Dơi) nay thuộc xã Tân Tiến");
});

test("what is not handed in at a commune names none", async () => {
  const turn = await citizen()("tui ở xã Viên An sang tên sổ đỏ nộp ở đâu");
  expect(textOf(turn)).toContain("Văn phòng đăng ký đất đai");
  expect(textOf(turn)).not.toContain("Đất Mũi");
});

test("of two communes none is taken for theirs", async () => {
  const turn = await citizen()("chuyển hộ khẩu từ xã Tân Tiến qua xã Khánh An nộp ở đâu");
  expect(textOf(turn)).not.toMatch(/nay thuộc|Chỗ anh\/chị/);
});

test("a button with a place that is not there is ordinary text", async () => {
  expect((await citizen()("#DC:c99999")).decision).not.toBe("answer");
});

test("a long story that names old places is answered for what it asks, not with the places", async () => {
  const turn = await citizen()(
    "Tui có đứa con gái ly hôn dẫn cháu về ở với tui ở xã Phong Lạc cũ, hộ khẩu cháu còn bên nội trên thị trấn Sông Đốc, giờ tui muốn nhập hộ khẩu cho cháu về với tui để đi học gần nhà thì cần những giấy tờ gì vậy cán bộ",
  );
  expect(textOf(turn)).toContain("Đăng ký thường trú cần:");
});
