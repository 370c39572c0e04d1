import { FRESH, type State, stateSchema } from "../../src/conversation/index.ts";
import {
  aCentre,
  aFaq,
  aProcedure,
  aTopic,
  dossiersOf,
  MORNING_AND_AFTERNOON,
  NOON,
  SEEN,
  scripted,
  talk,
  textOf,
  titlesOf,
} from "./builders.ts";

const CODE = { code: "H12.34-260804-0583", certainty: "sure" } as const;
const slots = { dossierCodes: [CODE], sawCitizenId: false };

const LOOK_ALIKES = {
  procedures: [
    aProcedure({ id: "ban-sao", short_name: "Bản sao khai sinh" }),
    aProcedure({ id: "dang-ky-lai", short_name: "Đăng ký lại khai sinh" }),
  ],
  topics: [
    aTopic({
      procedures: ["ban-sao", "dang-ky-lai"],
      ask: "Anh/chị cần cái nào ạ?",
      choices: [
        { procedure: "ban-sao", label: "Xin bản sao (còn sổ gốc)", words: ["còn sổ", "bản sao"] },
        { procedure: "dang-ky-lai", label: "Đăng ký lại", words: ["mất sổ", "mất luôn"] },
      ],
    }),
    aTopic({ key: "khac", name: "Việc khác", procedures: [] }),
  ],
  script: {
    "làm lại giấy khai sinh": { topic: "thu", aspect: "documents" as const, certainty: "ask_back" as const },
    "thôi cho hỏi việc khác": { topic: "khac", aspect: "fee" as const },
    "ờ thì cũng vậy": { topic: "thu", certainty: "ask_back" as const },
  },
};

describe("a question carried on", () => {
  test("the topic, procedure and aspect of the last answer are handed to the understander", async () => {
    const understander = scripted({ "kết hôn": { topic: "thu", aspect: "documents" } });
    const citizen = talk({ procedures: [aProcedure()], topics: [aTopic()], understander });
    await citizen.says("kết hôn");
    await citizen.says("còn lệ phí thì sao");
    expect(understander.contexts[1]).toEqual({ topic: "thu", procedure: "dang-ky-thu", aspect: "documents" });
  });

  test("a follow-up stays with the procedure talked about when its words hardly name another", async () => {
    const follow = (score: number) => ({
      topic: "thu",
      aspect: "fee" as const,
      procedures: [
        { id: "dang-ky-lai", score },
        { id: "ban-sao", score: 1 - score },
      ],
    });
    const script = { "còn lệ phí": follow(0.77), "lệ phí đăng ký lại": follow(0.95) };
    const citizen = talk({ ...LOOK_ALIKES, script });
    await citizen.says("#TT:ban-sao:documents");
    expect(textOf(await citizen.says("còn lệ phí"))).toContain("Bản sao khai sinh: lệ phí");
    expect(textOf(await citizen.says("lệ phí đăng ký lại"))).toContain("Đăng ký lại khai sinh: lệ phí");
  });

  test("what is being talked about is answered, not asked about", async () => {
    const script = { "bao lâu thì có": { topic: "thu", aspect: "time" as const, certainty: "ask_back" as const } };
    const citizen = talk({ procedures: [aProcedure()], topics: [aTopic()], script });
    await citizen.says("#TT:dang-ky-thu:fee");
    expect(textOf(await citizen.says("bao lâu thì có"))).toContain("3 ngày làm việc");
  });

  test("hours later it is forgotten", async () => {
    const understander = scripted({ "kết hôn": { topic: "thu", aspect: "documents" } });
    const citizen = talk({ procedures: [aProcedure()], topics: [aTopic()], understander });
    await citizen.says("kết hôn");
    citizen.wait(7 * 3_600_000);
    await citizen.says("còn lệ phí thì sao");
    expect(understander.contexts[1]).toEqual({ topic: null, procedure: null, aspect: null });
  });

  test("two questions are answered in one message, in the order asked", async () => {
    const script = { q: { topic: "thu", aspect: "place" as const, also: [{ topic: "thu", aspect: "time" as const }] } };
    const turn = await talk({ procedures: [aProcedure()], topics: [aTopic()], script }).says("q");
    expect(turn.replies).toHaveLength(1);
    const text = textOf(turn);
    expect(text.indexOf("nơi giải quyết")).toBeLessThan(text.indexOf("3 ngày làm việc"));
    expect(text.match(/Căn cứ/g)).toHaveLength(1);
  });

  test("two procedures keep their own paragraph and basis", async () => {
    const script = { q: { topic: "thu", aspect: "fee" as const, also: [{ topic: "hai", aspect: "time" as const }] } };
    const second = aProcedure({ id: "viec-hai", topic: "hai", short_name: "Việc hai" });
    const topics = [aTopic(), aTopic({ key: "hai", name: "Việc hai", procedures: ["viec-hai"] })];
    const text = textOf(await talk({ procedures: [aProcedure(), second], topics, script }).says("q"));
    expect(text).toMatch(/^Đăng ký thử: lệ phí[\s\S]*Căn cứ[\s\S]*\n\nViệc hai, thời gian[\s\S]*Căn cứ/);
  });
});

describe("look-alikes", () => {
  test("what a record is often mixed up with is one tap away, also in another topic", async () => {
    const land = aProcedure({ id: "tach-thua", short_name: "Tách thửa đất", topic: "dat" });
    const house = aProcedure({ id: "tach-ho", short_name: "Tách hộ", confused_with: ["tach-thua"] });
    const turn = await talk({
      procedures: [house, land],
      topics: [
        aTopic({ procedures: ["tach-ho"] }),
        aTopic({
          key: "dat",
          name: "Tách, hợp thửa đất",
          procedures: ["tach-thua"],
          choices: [{ procedure: "tach-thua", label: "Tách đất", words: [] }],
        }),
      ],
      script: { "tách hộ cần gì": { topic: "thu", aspect: "documents" } },
    }).says("tách hộ cần gì");
    expect(turn.replies[0]!.buttons).toContainEqual({
      title: "Tách, hợp thửa đất",
      say: "#TT:tach-thua:documents",
    });
  });

  test.each([["1"], ["cái đầu"], ["cai so 1 nhe em"], ["xin ban sao con so goc"], ["còn sổ á em"]])(
    "“%s” picks the first",
    async (pick) => {
      const citizen = talk(LOOK_ALIKES);
      const question = await citizen.says("làm lại giấy khai sinh");
      expect(question.decision).toBe("ask_back");
      expect(titlesOf(question)).toEqual(["Xin bản sao (còn sổ gốc)", "Đăng ký lại", "Gặp cán bộ"]);
      expect(textOf(await citizen.says(pick))).toContain("Bản sao khai sinh cần:");
    },
  );

  test.each([["2"], ["cái thứ hai"], ["cai cuoi"], ["mất sổ luôn rồi"], ["mat so luon roi"], ["dang ky lai"]])(
    "“%s” picks the second",
    async (pick) => {
      const citizen = talk(LOOK_ALIKES);
      await citizen.says("làm lại giấy khai sinh");
      expect(textOf(await citizen.says(pick))).toContain("Đăng ký lại khai sinh cần:");
    },
  );

  test("another question altogether drops the one that we asked", async () => {
    const citizen = talk(LOOK_ALIKES);
    await citizen.says("làm lại giấy khai sinh");
    const turn = await citizen.says("thôi cho hỏi việc khác");
    expect(textOf(turn)).toContain("Việc khác: em chưa có thông tin đã kiểm tra");
    expect(citizen.state.pending).toBeNull();
  });

  test("more choices than buttons are listed, and the last can be picked by its number", async () => {
    const ids = ["a", "b", "c", "d", "e", "f"];
    const procedures = ids.map((id) => aProcedure({ id, short_name: `Việc ${id}` }));
    const choices = ids.map((id) => ({ procedure: id, label: `Loại ${id}`, words: [] }));
    const topics = [aTopic({ procedures: ids, ask: "Loại nào ạ?", choices })];
    const citizen = talk({ procedures, topics, script: { q: { topic: "thu", aspect: "fee" } } });
    const question = await citizen.says("q");
    expect(textOf(question)).toBe("Loại nào ạ?\n1. Loại a\n2. Loại b\n3. Loại c\n4. Loại d\n5. Loại e\n6. Loại f");
    expect(titlesOf(question)).toEqual(["Loại a", "Loại b", "Loại c", "Loại d", "Gặp cán bộ"]);
    expect(textOf(await citizen.says("6"))).toContain("Việc f: lệ phí");
  });

  test("we ask once, then answer or send to the desk", async () => {
    const citizen = talk(LOOK_ALIKES);
    await citizen.says("làm lại giấy khai sinh");
    expect((await citizen.says("ờ thì cũng vậy")).decision).not.toBe("ask_back");
  });

  test.each([
    [0.89, 0.11, "Bản sao khai sinh: lệ phí"],
    [0.97, 0.03, "Đăng ký lại khai sinh: lệ phí"],
  ])("a hint of %s at the unusual one beside %s for the usual one", async (score, usual, expected) => {
    const procedures = [
      { id: "dang-ky-lai", score },
      { id: "ban-sao", score: usual },
    ];
    const topics = LOOK_ALIKES.topics.map((topic) => ({ ...topic, usual: "ban-sao" }));
    const script = { q: { topic: "thu", aspect: "fee" as const, procedures } };
    expect(textOf(await talk({ ...LOOK_ALIKES, topics, script }).says("q"))).toContain(expected);
  });

  test("when the understander is sure, the other one is a button", async () => {
    const script = { q: { topic: "thu", aspect: "fee" as const, procedures: [{ id: "ban-sao", score: 0.9 }] } };
    const turn = await talk({ ...LOOK_ALIKES, script }).says("q");
    expect(textOf(turn)).toContain("Bản sao khai sinh: lệ phí 15.000 đồng.");
    expect(titlesOf(turn)).toContain("Đăng ký lại");
  });
});

describe("not sure of the topic", () => {
  const topics = [aTopic(), aTopic({ key: "khac", name: "Việc khác", procedures: [] })];
  const unsure = (scores: { id: string; score: number }[]) => ({
    q: { topic: "thu", aspect: "fee" as const, certainty: "ask_back" as const, topics: scores },
  });

  test("likely topics are offered by name, unlikely ones are not", async () => {
    const script = unsure([
      { id: "thu", score: 0.5 },
      { id: "khac", score: 0.4 },
    ]);
    const citizen = talk({ procedures: [aProcedure()], topics, script });
    expect(titlesOf(await citizen.says("q"))).toEqual(["Đăng ký thử", "Việc khác", "Gặp cán bộ"]);
    expect(textOf(await citizen.says("dang ky thu"))).toContain("lệ phí 15.000 đồng");
  });

  test("one likely topic is asked about; “phải” answers it with the aspect first asked", async () => {
    const script = unsure([
      { id: "thu", score: 0.7 },
      { id: "khac", score: 0.05 },
    ]);
    const citizen = talk({ procedures: [aProcedure()], topics, script });
    expect(textOf(await citizen.says("q"))).toBe("Anh/chị hỏi về “Đăng ký thử” phải không ạ?");
    expect(textOf(await citizen.says("phải rồi em"))).toContain("lệ phí 15.000 đồng");
  });

  test("with nothing likely no nonsense is offered", async () => {
    const citizen = talk({ procedures: [aProcedure()], topics, script: unsure([{ id: "thu", score: 0.1 }]) });
    expect(textOf(await citizen.says("q"))).toContain("Anh/chị cần hỏi việc gì ạ?");
    expect((await citizen.says("q")).decision).toBe("desk");
  });
});

describe("dossiers", () => {
  test("a sure code is answered with progress and nothing else", async () => {
    const turn = await talk({ dossiers: dossiersOf({}), script: { q: { intent: "dossier_status", slots } } }).says("q");
    expect(textOf(turn)).toMatch(/^Hồ sơ H12\.34-260804-0583\nBước 3\/5: Đang xử lý ●●●○○\n/);
    expect(textOf(turn)).not.toMatch(/bí mật|An Xuyên|2026-08|20\/08/);
  });

  test("a doubtful code is read back first; “đúng” looks it up", async () => {
    const dossiers = dossiersOf({});
    const doubtful = { dossierCodes: [{ ...CODE, certainty: "doubtful" as const }], sawCitizenId: false };
    const citizen = talk({ dossiers, script: { q: { intent: "dossier_status", slots: doubtful } } });
    const question = await citizen.says("q");
    expect(textOf(question)).toBe("Mã hồ sơ của anh/chị là H12.34-260804-0583, đúng không ạ?");
    expect(dossiers.asked).toEqual([]);
    expect(textOf(await citizen.says("dung roi em"))).toContain("Bước 3/5");
  });

  test("“sửa lại” asks for the code again", async () => {
    const doubtful = { dossierCodes: [{ ...CODE, certainty: "doubtful" as const }], sawCitizenId: false };
    const citizen = talk({ script: { q: { intent: "dossier_status", slots: doubtful } } });
    await citizen.says("q");
    expect((await citizen.says("#HS:sua")).state.pending).toEqual({ kind: "await-code" });
  });

  test("two codes are both answered", async () => {
    const other = { code: "H12.34-260804-0584", certainty: "sure" } as const;
    const both = { dossierCodes: [CODE, other], sawCitizenId: false };
    const dossiers = dossiersOf({}, { code: other.code, status: 7 });
    const turn = await talk({ dossiers, script: { q: { intent: "dossier_status", slots: both } } }).says("q");
    expect(textOf(turn)).toMatch(/0583\nBước 3\/5[\s\S]*0584\nĐã rút/);
  });

  test("guessing is slowed down after five wrong codes, for a while", async () => {
    const dossiers = dossiersOf();
    const citizen = talk({ dossiers, script: { q: { intent: "dossier_status", slots } } });
    for (let i = 0; i < 5; i++)
      expect(textOf(await citizen.says("q"))).toContain(`không thấy hồ sơ nào mang mã ${CODE.code}.`);
    expect(textOf(await citizen.says("q"))).toContain("chờ ít phút");
    expect(dossiers.asked).toHaveLength(5);
    citizen.wait(16 * 60_000);
    expect(textOf(await citizen.says("q"))).toContain("không thấy hồ sơ");
  });

  test("wrong digits are not told sooner than an unknown code would be", async () => {
    let release = () => {};
    const dossiers = Object.assign(dossiersOf({}), {
      patience: () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    });
    const state: State = { ...SEEN, pending: { kind: "await-digits", code: CODE.code, follow: false } };
    let told = false;
    const turn = talk({ dossiers, state })
      .says("1234")
      .then((each) => {
        told = true;
        return each;
      });
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toBe(false);
    release();
    expect(textOf(await turn)).toContain("chưa khớp");
  });

  test("a source that is down is said to be down", async () => {
    const dossiers = { find: async () => ({ kind: "unavailable" }) as const };
    const turn = await talk({ dossiers, script: { q: { intent: "dossier_status", slots } } }).says("q");
    expect(textOf(turn)).toContain("đang không trả lời");
    expect(turn.decision).toBe("desk");
  });

  test("digits that are no code get one kind line after we asked for a code", async () => {
    const citizen = talk();
    await citizen.says("#HS");
    expect(textOf(await citizen.says("0583"))).toContain("chưa đọc ra mã hồ sơ");
  });

  test("a visitor who is not signed in gets general answers only", async () => {
    const dossiers = dossiersOf({});
    const from = { oaId: "1", citizenId: "2", anonymousConversationId: "9" };
    const citizen = talk({ dossiers, from, script: { q: { intent: "dossier_status", slots } } });
    expect(textOf(await citizen.says("q"))).toContain("đăng nhập Zalo");
    expect(dossiers.asked).toEqual([]);
    const staff = await citizen.says("#CB");
    expect(staff.effects).toEqual([]);
    expect(titlesOf(staff)).toEqual(["Hỏi thủ tục"]);
  });
});

describe("a person is needed", () => {
  const evening = Date.parse("2026-11-23T20:00:00+07:00");

  test("the time comes from the calendar: Monday evening before the holiday of 24/11", async () => {
    const centre = aCentre({ hours: MORNING_AND_AFTERNOON });
    const script = { "gặp cán bộ": { intent: "talk_to_staff" as const } };
    const turn = await talk({ centre, script, now: evening }).says("gặp cán bộ");
    expect(textOf(turn)).toContain("sớm nhất là 7 giờ sáng thứ Tư 25/11.");
    const dueAt = Date.parse("2026-11-25T07:00:00+07:00");
    expect(turn.effects).toEqual([{ kind: "ask-staff", question: "gặp cán bộ", dueAt }]);
    expect(turn.decision).toBe("desk");
  });

  test("without confirmed hours there is no time, and none is invented", async () => {
    const turn = await talk({ now: evening }).says("#CB");
    expect(textOf(turn)).toContain("khi trung tâm mở cửa");
    expect(turn.effects).toMatchObject([{ kind: "ask-staff", dueAt: null }]);
  });

  test("the words that come after it are for the officer too, and what we know is answered besides", async () => {
    const script = {
      "hồ sơ đất của tôi bị trả lại hoài": { intent: "feedback_report" as const },
      "dạ cảm ơn": { intent: "thanks_bye" as const },
      "ờ khó nói quá": { intent: "unclear" as const },
      "hồ sơ tới đâu": { intent: "dossier_status" as const },
      "mà không có mã": { intent: "unclear" as const },
      "phí bao nhiêu": { topic: "thu", aspect: "fee" as const },
      "còn giấy tờ": { topic: "thu", aspect: "documents" as const },
    };
    const citizen = talk({ procedures: [aProcedure()], topics: [aTopic()], script });
    await citizen.says("#CB");
    for (const words of ["hồ sơ đất của tôi bị trả lại hoài", "ờ khó nói quá"]) {
      const turn = await citizen.says(words);
      expect(textOf(turn)).toBe("Dạ, em ghi thêm cho cán bộ rồi.");
      expect(turn.effects).toMatchObject([{ kind: "ask-staff", question: words }]);
      expect((await citizen.says("dạ cảm ơn")).effects).toEqual([]);
    }
    expect(textOf(await citizen.says("hồ sơ tới đâu"))).toMatch(/^Dạ, em ghi thêm cho cán bộ rồi\.\n[\s\S]*mã hồ sơ/);
    expect((await citizen.says("mà không có mã")).effects).toMatchObject([{ question: "mà không có mã" }]);
    const turn = await citizen.says("phí bao nhiêu");
    expect(textOf(turn)).toMatch(/^Dạ, em ghi thêm cho cán bộ rồi\.\n[\s\S]*15\.000 đồng/);
    expect(turn.effects).toMatchObject([{ kind: "ask-staff", question: "phí bao nhiêu" }]);
    expect((await citizen.says("còn giấy tờ")).effects).toEqual([]);
  });

  test("where next year's holidays are not announced, no day is promised", async () => {
    const centre = aCentre({ hours: MORNING_AND_AFTERNOON });
    const turn = await talk({ centre, now: Date.parse("2026-12-31T20:00:00+07:00") }).says("#CB");
    expect(turn.effects).toMatchObject([{ dueAt: null }]);
  });

  test("the officer sees what the citizen was reading", async () => {
    const citizen = talk({ procedures: [aProcedure()], topics: [aTopic()] });
    await citizen.says("#TT:dang-ky-thu:fee");
    const turn = await citizen.says("#CB");
    expect(turn.effects).toMatchObject([{ question: "Bấm nút Gặp cán bộ khi đang hỏi: Đăng ký thử, lệ phí" }]);
  });

  test("a topic without a record is sent to the desk by name", async () => {
    const topics = [aTopic({ key: "thai_san", name: "Thai sản", procedures: [] })];
    const turn = await talk({ topics, script: { q: { topic: "thai_san", aspect: "fee" } } }).says("q");
    expect(turn.decision).toBe("desk");
    expect(textOf(turn)).toContain("Thai sản: em chưa có thông tin đã kiểm tra");
  });
});

describe("what comes before everything", () => {
  test.each([
    ["fire", "114"],
    ["violence", "113"],
    ["child", "111"],
    ["medical", "115"],
    ["self_harm", "115"],
  ] as const)("%s: %s first and nothing else", async (emergency, number) => {
    const turn = await talk({ script: { q: { emergency, topic: "thu" } }, state: FRESH }).says("q");
    expect(textOf(turn)).toMatch(new RegExp(`^Gọi ${number} ngay`));
    expect(textOf(turn)).not.toContain("trợ lý");
    expect(turn.replies[0]!.buttons[0]).toEqual({ title: `Gọi ${number}`, call: number });
  });

  test("a word of danger that may be none: the numbers first, and a way on", async () => {
    const turn = await talk({ script: { q: { emergency: "maybe_water" } }, state: FRESH }).says("q");
    expect(textOf(turn)).toMatch(/^Nếu đang nguy hiểm, anh\/chị gọi ngay 114 và 115\./);
    expect(turn.replies[0]!.buttons.map(({ title }) => title)).toEqual(["Gọi 114", "Gọi 115"]);
  });

  test("a citizen-ID number: take it back, and how a dossier code looks", async () => {
    const turn = await talk({ script: { q: { slots: { dossierCodes: [], sawCitizenId: true } } } }).says("q");
    expect(textOf(turn)).toContain("Số này giống số căn cước. Em không cần và không lưu");
    expect(textOf(turn)).toContain("chữ H hoặc G");
  });

  test("a question beside a citizen-ID number is answered after the warning", async () => {
    const script = { q: { topic: "thu", aspect: "fee" as const, slots: { dossierCodes: [], sawCitizenId: true } } };
    const turn = await talk({ procedures: [aProcedure()], topics: [aTopic()], script }).says("q");
    expect(textOf(turn)).toMatch(/^Số này giống số căn cước[\s\S]*15\.000 đồng/);
  });

  test("someone has died: a human line first, once, without symbols", async () => {
    const procedure = aProcedure({ id: "dang-ky-khai-tu", topic: "khai_tu" });
    const topics = [aTopic({ key: "khai_tu", procedures: ["dang-ky-khai-tu"] })];
    const script = { q: { topic: "khai_tu", aspect: "documents" as const } };
    const citizen = talk({ procedures: [procedure], topics, script });
    expect(textOf(await citizen.says("q"))).toMatch(/^Dạ, em xin chia buồn cùng gia đình\.\n/);
    expect(textOf(await citizen.says("q"))).not.toContain("chia buồn");
  });

  test("a record of a death that says itself what goes in one go is not echoed", async () => {
    const say = "Khai tử và mai táng phí có thể nộp chung một lần, anh/chị hỏi cán bộ giúp";
    const changes = [{ say, aspects: ["overview" as const], basis: null }];
    const procedures = [
      aProcedure({ id: "dang-ky-khai-tu", topic: "khai_tu", changes }),
      aProcedure({ id: "lien-thong", topic: "khai_tu_lien_thong" }),
    ];
    const topics = [
      aTopic({ key: "khai_tu", procedures: ["dang-ky-khai-tu"] }),
      aTopic({ key: "khai_tu_lien_thong", procedures: ["lien-thong"] }),
    ];
    const turn = await talk({ procedures, topics, script: { q: { topic: "khai_tu", aspect: "overview" } } }).says("q");
    expect(textOf(turn).match(/nộp chung một lần/g)).toHaveLength(1);
    expect(titlesOf(turn)).toContain("Làm chung một lần");
  });
});

describe("the notice", () => {
  test("stands under the first reply to a new citizen, and only there", async () => {
    const citizen = talk({ state: FRESH, script: { alo: { intent: "greeting" } } });
    expect(textOf(await citizen.says("alo"))).toMatch(/trợ lý tự động \(máy\)[\s\S]*“?"?quyền riêng tư/);
    expect(textOf(await citizen.says("alo"))).not.toContain("quyền riêng tư");
  });

  test("a follower is welcomed, and opening the chat afterwards is met with silence", async () => {
    const citizen = talk({ state: FRESH, centre: aCentre({ hours: MORNING_AND_AFTERNOON }) });
    const welcome = await citizen.sends({ kind: "follow" });
    expect(titlesOf(welcome)).toEqual(["Hỏi thủ tục", "Tra hồ sơ", "Gặp cán bộ", "Giờ làm việc"]);
    expect((await citizen.sends({ kind: "opened-chat" })).replies).toEqual([]);
  });

  test("opening hours are not offered before they are confirmed", async () => {
    expect(titlesOf(await talk({ state: FRESH }).sends({ kind: "follow" }))).not.toContain("Giờ làm việc");
  });
});

describe("small answers", () => {
  test.each(["image", "location"] as const)(
    "%s: one honest line, and whether an officer should see it",
    async (kind) => {
      const turn = await talk().sends({ kind });
      expect(textOf(turn).split("\n")).toHaveLength(2);
      expect([...textOf(turn)].length).toBeLessThan(230);
    },
  );

  test.each(["gif", "audio", "video", "file", "sticker", "link", "contact", "call", "shared-info"] as const)(
    "%s: one short honest line",
    async (kind) => {
      const turn = await talk().sends({ kind });
      expect(turn.replies).toHaveLength(1);
      expect(textOf(turn)).not.toContain("\n");
      expect([...textOf(turn)].length).toBeLessThan(130);
    },
  );

  test("words under a photo are answered too", async () => {
    const parts = {
      procedures: [aProcedure()],
      topics: [aTopic()],
      script: { q: { topic: "thu", aspect: "fee" as const } },
    };
    expect(textOf(await talk(parts).sends({ kind: "image", caption: "q" }))).toMatch(
      /chưa xem được hình[\s\S]*15\.000/,
    );
  });

  test.each([
    ["feedback_report", "chưa nhận phản ánh"],
    ["book_appointment", "chưa đặt lịch"],
    ["subscribe_notice", "chưa gửi được thông báo chung"],
  ] as const)("%s: says that we cannot yet, and where to go", async (intent, words) => {
    const turn = await talk({ script: { q: { intent } } }).says("q");
    expect(turn.decision).toBe("desk");
    expect(textOf(turn)).toContain(words);
    expect(titlesOf(turn).length).toBeGreaterThan(0);
  });

  test("notices of something else are not mistaken for the list of followed dossiers", async () => {
    const text = "đăng ký nhận thông báo cúp điện";
    const turn = await talk({ script: { [text]: { intent: "subscribe_notice" } } }).says(text);
    expect(textOf(turn)).toContain("chỉ báo được khi hồ sơ của anh/chị có kết quả");
  });

  test("out of scope and insults: one line, no lecture", async () => {
    for (const intent of ["out_of_scope", "abuse"] as const) {
      const turn = await talk({ script: { q: { intent } } }).says("q");
      expect(turn.decision).toBe("decline");
      expect(textOf(turn)).not.toContain("\n");
    }
  });

  test("an FAQ speaks with its basis and its doubt, until its time is over", async () => {
    const faqs = [aFaq({ say_doubt: "Mục này hỏi lại quầy", valid_to: "2026-12-31" })];
    const script = { q: { intent: "online_service_help" as const, faq: "hoi_thu" } };
    expect(textOf(await talk({ faqs, script }).says("q"))).toBe(
      "Câu trả lời thử.\nMục này hỏi lại quầy.\nCăn cứ: Luật Thử · đối chiếu 22/11/2026",
    );
    const late = talk({ faqs, script, now: Date.parse("2027-01-01T08:00:00+07:00") });
    expect(textOf(await late.says("q"))).not.toContain("Câu trả lời thử");
  });

  test("a swindle offers what to do when it is too late", async () => {
    const faqs = [aFaq({ id: "dau_hieu_lua_dao", subject: "lừa đảo" }), aFaq({ id: "lo_bi_lua", subject: "lừa đảo" })];
    const script = { q: { intent: "online_service_help" as const, faq: "dau_hieu_lua_dao" } };
    expect(titlesOf(await talk({ faqs, script }).says("q"))).toContain("Lỡ bấm hoặc chuyển tiền rồi");
  });

  test("“xoá dữ liệu của tôi” is kept for staff", async () => {
    const turn = await talk().says("Xoá dữ liệu của tôi");
    expect(turn.effects).toEqual([{ kind: "privacy-request", what: "erase" }]);
  });

  test("“quyền riêng tư” says what is kept", async () => {
    expect(textOf(await talk().says("quyen rieng tu"))).toContain("Em không giữ: số căn cước");
  });

  test("a payload that names no record is ordinary text", async () => {
    const citizen = talk({ script: { "#TT:khong-co:fee": { intent: "out_of_scope" } } });
    expect((await citizen.says("#TT:khong-co:fee")).decision).toBe("decline");
  });

  test("closed hours without confirmation are not guessed", async () => {
    const turn = await talk({ script: { q: { intent: "office_info" } } }).says("q");
    expect(turn.decision).toBe("desk");
    expect(textOf(turn)).toContain("chưa được xác nhận");
  });
});

test("whatever state comes out can be stored and read back", async () => {
  const citizen = talk({ ...LOOK_ALIKES, state: { ...SEEN, lastAt: NOON - 1000 } });
  for (const text of ["làm lại giấy khai sinh", "1", "#HS", "#CB", "xyz"]) {
    const { state } = await citizen.says(text);
    expect(stateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
  }
});
