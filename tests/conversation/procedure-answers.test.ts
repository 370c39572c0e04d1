import type { Procedure } from "../../src/knowledge/procedure.ts";
import { aProcedure, aTopic, talk, textOf, titlesOf } from "./builders.ts";

const FEE = { unit: "đồng/việc", note: null, basis: "TT 85/2019/TT-BTC" };

async function asked(aspect: string, some: Partial<Procedure>, now?: string) {
  const citizen = talk({
    procedures: [aProcedure(some)],
    topics: [aTopic()],
    ...(now ? { now: Date.parse(`${now}T12:00:00+07:00`) } : {}),
  });
  return citizen.says(`#TT:dang-ky-thu:${aspect}`);
}

test("papers are numbered, and a paper for some cases says which", async () => {
  const text = textOf(
    await asked("documents", {
      documents: [
        { name: "Tờ khai", form: null, quantity: 1, when: null, note: null },
        { name: "Giấy ủy quyền", form: "bản chính", quantity: 1, when: "khi nhờ người khác làm thay", note: null },
      ],
    }),
  );
  expect(text).toBe(
    "Đăng ký thử cần:\n1. Tờ khai.\n2. Giấy ủy quyền (bản chính): chỉ khi nhờ người khác làm thay.\n" +
      "Căn cứ: Luật Thử 1/2020/QH14 · đối chiếu 22/11/2026",
  );
});

test("an unknown fee is said as unknown, with the fees that are known and the desk", async () => {
  const turn = await asked("fee", {
    fees: [
      {
        ...FEE,
        case: "quá hạn",
        amount: null,
        note: "Mức do HĐND tỉnh quyết định, chưa tìm được mức. Cổng hiện 0 đồng",
      },
      { ...FEE, case: "hộ nghèo", amount: 0 },
    ],
  });
  expect(textOf(turn)).toContain(
    "- Quá hạn: do tỉnh quy định, em chưa có con số chắc chắn của Cà Mau nên không dám nói.",
  );
  expect(textOf(turn)).toContain("- Hộ nghèo: miễn lệ phí.");
  expect(textOf(turn)).not.toContain("0 đồng");
  expect(textOf(turn)).toContain("hỏi quầy tiếp nhận");
  expect(turn.decision).toBe("answer");
});

test("with no known fee at all the desk is the answer, and the fee is offered nowhere", async () => {
  const nothing = { fees: [{ ...FEE, case: "thường", amount: null }] };
  const turn = await asked("fee", nothing);
  expect(turn.decision).toBe("desk");
  expect(titlesOf(turn)).toContain("Gặp cán bộ");
  expect(titlesOf(await asked("documents", nothing))).not.toContain("Lệ phí");
});

test("a doubtful figure is not stated; what to confirm at the desk is", async () => {
  const turn = await asked("fee", {
    fees: [
      { ...FEE, case: "trực tiếp", amount: 35000 },
      { ...FEE, case: "trực tuyến", amount: 17500 },
    ],
    doubts: [{ touches: ["fee"], entries: ["fees.1"], say: "Mức nộp trực tuyến anh/chị hỏi lại quầy." }],
  });
  expect(textOf(turn)).toContain("35.000 đồng");
  expect(textOf(turn)).not.toContain("17.500");
  expect(textOf(turn)).toContain("Mức nộp trực tuyến anh/chị hỏi lại quầy.");
});

test("a fee that ends says until when, and is gone the day after", async () => {
  const some = { fees: [{ ...FEE, case: "thường", amount: 35000, valid_to: "2026-12-31" }] };
  expect(textOf(await asked("fee", some, "2026-12-31"))).toContain("35.000 đồng, đến hết 31/12/2026");
  const after = await asked("fee", some, "2027-01-01");
  expect(textOf(after)).not.toContain("35.000");
  expect(after.decision).toBe("desk");
});

test("a record whose time is over withdraws itself", async () => {
  const turn = await asked("documents", { valid_to: "2027-02-28" }, "2027-03-01");
  expect(turn.decision).toBe("desk");
  expect(textOf(turn)).not.toContain("Tờ khai");
});

test("a low record marks whatever it says", async () => {
  const turn = await asked("time", { confidence: "low" });
  expect(textOf(turn)).toContain("3 ngày làm việc");
  expect(textOf(turn)).toContain("em chưa đối chiếu đủ");
  expect(turn.decision).toBe("desk");
});

test("what changed is said on its own aspects only, while it holds", async () => {
  const changes = [
    {
      say: "Không phải nộp giấy xác nhận tình trạng hôn nhân.",
      aspects: ["documents"],
      basis: null,
      valid_from: "2026-01-01",
    },
  ];
  expect(textOf(await asked("documents", { changes }))).toContain("Không phải nộp giấy xác nhận");
  expect(textOf(await asked("fee", { changes }))).not.toContain("Không phải nộp giấy xác nhận");
  expect(textOf(await asked("documents", { changes }, "2025-12-31"))).not.toContain("Không phải nộp");
});

test("the basis printed is the one tied to the fact", async () => {
  expect(textOf(await asked("fee", {}))).toContain("Căn cứ: TT 1/2025/TT-BTC · đối chiếu 22/11/2026");
  expect(textOf(await asked("how", {}))).toContain("Căn cứ: Luật Thử 1/2020/QH14 · đối chiếu 22/11/2026");
});

test("“như trên” is the basis before it", async () => {
  const fees = [
    { ...FEE, case: "trang 1", amount: 2000 },
    { ...FEE, case: "trang 3", amount: 1000, basis: "như trên" },
  ];
  const text = textOf(await asked("fee", { fees }));
  expect(text).toContain("Căn cứ: TT 85/2019/TT-BTC · đối chiếu");
});

test("a long list loses whole papers, says how many, and the rest is one tap away", async () => {
  const documents = Array.from({ length: 40 }, (_, i) => ({
    name: `Giấy số ${i + 1} ${"dài ".repeat(20)}hết`,
    form: null,
    quantity: 1,
    when: null,
    note: null,
  }));
  const citizen = talk({ procedures: [aProcedure({ documents })], topics: [aTopic()] });
  const first = await citizen.says("#TT:dang-ky-thu:documents");
  expect([...textOf(first)].length).toBeLessThanOrEqual(2000);
  const left = Number(/còn (\d+) giấy tờ khác/.exec(textOf(first))?.[1]);
  const shown = textOf(first).match(/^\d+\. .* hết\.$/gm)?.length ?? 0;
  expect(shown + left).toBe(40);
  const more = first.replies[0]!.buttons.find((button) => button.title === "Xem tiếp");
  expect(more).toEqual({ title: "Xem tiếp", say: `#TT:dang-ky-thu:documents:${shown + 1}` });
  const second = await citizen.says(`#TT:dang-ky-thu:documents:${shown + 1}`);
  expect(textOf(second)).toContain(`\n${shown + 1}. Giấy số ${shown + 1} `);
});

const RULE = {
  kind: "per-page-with-cap",
  first_pages: 2,
  first_price: 2000,
  next_price: 1000,
  cap: 200000,
  basis: "TT 226/2016/TT-BTC",
} as const;

test.each([
  [
    5,
    3,
    "Sao y: 7.000 đồng một bản (2 trang đầu 2.000 đồng/trang, 3 trang sau 1.000 đồng/trang), 3 bản là 21.000 đồng.",
  ],
  [2, 2, "Sao y: 4.000 đồng một bản (2 trang, 2.000 đồng/trang), 2 bản là 8.000 đồng."],
  [198, 1, "Sao y: 200.000 đồng một bản (2 trang đầu 2.000 đồng/trang, 196 trang sau 1.000 đồng/trang)."],
  [500, 2, "Sao y: 200.000 đồng một bản (mức cao nhất cho một bản, 500 trang), 2 bản là 400.000 đồng."],
  [5, undefined, "Sao y: 7.000 đồng một bản (2 trang đầu 2.000 đồng/trang, 3 trang sau 1.000 đồng/trang)."],
  [
    undefined,
    3,
    "Sao y: 2 trang đầu 2.000 đồng/trang, từ trang thứ 3 thì 1.000 đồng/trang, nhiều nhất 200.000 đồng một bản.",
  ],
  [0, 3, "Sao y: 2 trang đầu 2.000 đồng/trang, từ trang thứ 3 thì 1.000 đồng/trang, nhiều nhất 200.000 đồng một bản."],
])("certified copies of %s pages, %s copies: the sum is shown", async (pages, copies, expected) => {
  const citizen = talk({
    procedures: [aProcedure({ short_name: "Sao y", fee_rule: RULE })],
    topics: [aTopic()],
    script: {
      q: {
        topic: "thu",
        aspect: "fee",
        slots: {
          dossierCodes: [],
          sawCitizenId: false,
          ...(pages === undefined ? {} : { pages }),
          ...(copies === undefined ? {} : { copies }),
        },
      },
    },
  });
  expect(textOf(await citizen.says("q")).split("\n")[0]).toBe(expected);
});

test("a paper to be shown is said in plain words, and a case that ends in a bracket keeps its full stop", async () => {
  const documents = [
    { name: "Căn cước", form: "xuất trình", quantity: 1, when: null, note: null },
    { name: "Giấy tờ xe", form: null, quantity: 1, when: "tài sản phải đăng ký (đất, nhà, xe…)", note: "Còn hạn" },
  ];
  const text = textOf(await talk({ procedures: [aProcedure({ documents })] }).says("#TT:dang-ky-thu:documents"));
  expect(text).toContain("1. Căn cước (đưa cán bộ xem).");
  expect(text).toContain("2. Giấy tờ xe: chỉ trường hợp tài sản phải đăng ký (đất, nhà, xe…). Còn hạn.");
});

test("terms that nobody knows are said once, behind those that are known", async () => {
  const times = ["nộp trước 15 giờ", "nộp sau 15 giờ"].map((of) => ({
    case: of,
    text: "chưa rõ",
    working_days: null,
    basis: null,
  }));
  const known = { case: "thường", text: "3 ngày làm việc", working_days: 3, basis: null };
  const procedure = aProcedure({ times: [...times, known] });
  const text = textOf(await talk({ procedures: [procedure] }).says("#TT:dang-ky-thu:time"));
  expect(text).toContain("- 3 ngày làm việc.\n- Các trường hợp khác: em chưa có con số chắc chắn nên không dám nói.");
  expect(text.match(/không dám nói/g)).toHaveLength(1);
});

test.each([
  ["Trường trung học cơ sở", "Anh/chị hỏi trường trước khi đi."],
  ["Bảo hiểm xã hội cơ sở", "Anh/chị hỏi cơ quan bảo hiểm xã hội trước khi đi."],
  ["Thuế cơ sở", "Anh/chị hỏi cơ quan thuế trước khi đi."],
  ["Công an xã, phường", "Anh/chị hỏi công an nơi nộp hồ sơ trước khi đi."],
  ["UBND xã, phường", "Anh/chị hỏi quầy tiếp nhận trước khi đi."],
])("whom to ask is who receives it: %s", async (authority, desk) => {
  const procedure = aProcedure({ authority, forms: [] });
  expect(textOf(await talk({ procedures: [procedure] }).says("#TT:dang-ky-thu:form"))).toContain(desk);
});

test("a free procedure beside a contribution says both once", async () => {
  const fees = [
    {
      case: "thường",
      amount: 0,
      unit: null,
      note: "Tiền đóng theo mức tự chọn, làm thủ tục không thu phí",
      basis: null,
    },
  ];
  const text = textOf(await talk({ procedures: [aProcedure({ fees })] }).says("#TT:dang-ky-thu:fee"));
  expect(text).toContain("không thu tiền. Tiền đóng theo mức tự chọn.");
  expect(text.match(/không thu/g)).toHaveLength(1);
});

test("a way that begins with going there is no way on the network, though it names the network", async () => {
  const channels = ["Tới Trung tâm; ở xã khác thì cán bộ giúp nộp trên mạng", "Trên mạng: Cổng Dịch vụ công quốc gia"];
  const text = textOf(await asked("online", { channels }));
  expect(text).toContain("nộp trên mạng được.\n- Trên mạng: Cổng");
  expect(text).not.toContain("Tới Trung tâm");
});

test("a record of low confidence says which papers are usual, not that they are all", async () => {
  const documents = [{ name: "Đơn", form: null, quantity: 1, when: null, note: null }];
  const text = textOf(await asked("documents", { documents, confidence: "low" }));
  expect(text).toContain("thường cần:\n1. Đơn.");
});

test("a record of low confidence sends back to the place that handles it, not to a desk that does not", async () => {
  const text = textOf(await asked("place", { confidence: "low", authority: "Trường trung học cơ sở" }));
  expect(text).toContain("anh/chị hỏi lại trường cho chắc trước khi đi.");
});
