import {
  changesOn,
  doubtSays,
  dueForReview,
  endedFacts,
  endingSoon,
  endsText,
  feeByRule,
  feesOn,
  isDoubtful,
  loadKnowledge,
  type Procedure,
  procedureHolds,
  sayFeeSum,
} from "../../src/knowledge/index.ts";

const { knowledge } = await loadKnowledge("procedures-data", "intents");
if (!knowledge) throw new Error("the data files have errors: npm run check");
const record = (id: string): Procedure => knowledge.procedures.get(id)!;
const amounts = (id: string, day: string) => feesOn(record(id), day).holding.map(({ fact }) => fact.amount);

describe("facts in time", () => {
  test("the halved price of a lost identity card holds through 31/12/2026 and gives way the day after", () => {
    expect(amounts("can-cuoc-cap-lai", "2026-12-31")).toContain(35_000);
    expect(amounts("can-cuoc-cap-lai", "2026-12-31")).not.toContain(70_000);
    expect(amounts("can-cuoc-cap-lai", "2027-01-01")).toContain(70_000);
    expect(amounts("can-cuoc-cap-lai", "2027-01-01")).not.toContain(35_000);
    expect(feesOn(record("can-cuoc-cap-lai"), "2027-01-01").ended).toEqual([]);
  });

  test("a fee that ends without a successor withdraws itself and is named as ended", () => {
    const before = feesOn(record("cong-ty-co-phan"), "2026-12-31");
    const after = feesOn(record("cong-ty-co-phan"), "2027-01-01");
    expect(before.holding.map(({ fact }) => fact.amount)).toContain(25_000);
    expect(after.holding.map(({ fact }) => fact.amount)).not.toContain(25_000);
    expect(after.ended.map(({ index }) => index)).toEqual([0]);
  });

  test("the digital citizens' waiver begins on 15/8/2026 and ends with 28/02/2027", () => {
    const waived = (day: string) =>
      feesOn(record("ho-chieu-pho-thong"), day).holding.some(({ fact }) => fact.circumstances?.includes("cong-dan-so"));
    expect(["2026-08-14", "2026-08-15", "2027-02-28", "2027-03-01"].map(waived)).toEqual([false, true, true, false]);
  });

  test("an end is said as people write days; no end, nothing said", () => {
    const fees = record("can-cuoc-cap-lai").fees;
    expect(endsText(fees[0]!)).toBe("đến hết 31/12/2026");
    expect(endsText({})).toBeNull();
  });

  test("a record that has ended as a whole is not answered from", () => {
    const ended = { ...record("tach-ho"), valid_to: "2026-12-31" };
    expect(procedureHolds(ended, "2026-12-31")).toBe(true);
    expect(procedureHolds(ended, "2027-01-01")).toBe(false);
  });

  test("a change is told only for its aspects and only while it holds", () => {
    const change = { say: "Đã bỏ giấy này.", aspects: ["documents"], basis: null, valid_to: "2026-12-31" };
    const changed = { ...record("tach-ho"), changes: [change] };
    expect(changesOn(changed, "2026-12-31", "documents")).toEqual([change]);
    expect(changesOn(changed, "2026-12-31", "fee")).toEqual([]);
    expect(changesOn(changed, "2027-01-01", "documents")).toEqual([]);
  });

  test("staff see what has ended, what ends soon and what is due", () => {
    expect(endedFacts(knowledge, "2026-11-22")).toEqual([]);
    const ended = endedFacts(knowledge, "2027-03-01").map(({ id, where }) => `${id} ${where}`);
    expect(ended).toContain("can-cuoc-cap-lai fees.0");
    expect(ended).toContain("uu_dai_cong_dan_so ");
    const soon = endingSoon(knowledge, "2026-12-20", 14);
    expect(soon.map(({ id }) => id)).toContain("can-cuoc-cap-doi");
    expect(soon.every(({ fact }) => fact.valid_to === "2026-12-31")).toBe(true);
    expect(dueForReview(knowledge, "2027-01-01").map(({ id }) => id)).toContain("ho-ngheo-dinh-ky");
  });
});

describe("doubt", () => {
  const base = { ...record("tach-ho"), confidence: "high" as const };
  const doubting = {
    ...base,
    doubts: [{ touches: ["fee" as const, "time" as const], entries: ["fees.1"], say: "Hỏi lại quầy." }],
  };

  test("touches the named entries of its list and all facts of its other kinds", () => {
    expect(isDoubtful(doubting, "fee", 0)).toBe(false);
    expect(isDoubtful(doubting, "fee", 1)).toBe(true);
    expect(isDoubtful(doubting, "fee")).toBe(true);
    expect(isDoubtful(doubting, "time", 0)).toBe(true);
    expect(isDoubtful(doubting, "documents", 0)).toBe(false);
    expect(doubtSays(doubting, "fee", 0)).toEqual([]);
    expect(doubtSays(doubting, "fee", 1)).toEqual(["Hỏi lại quầy."]);
  });

  test("a remark for staff touches nothing; low confidence marks everything", () => {
    expect(isDoubtful({ ...base, doubts: [{ touches: [], say: null }] }, "fee")).toBe(false);
    expect(isDoubtful({ ...base, doubts: [], confidence: "low" }, "documents", 0)).toBe(true);
  });
});

describe("the fee of certified copies", () => {
  const rule = record("chung-thuc-ban-sao").fee_rule!;

  test("3 copies of 5 pages: every step is shown", () => {
    const sum = feeByRule(rule, 5, 3)!;
    expect([sum.perCopy, sum.total, sum.capped]).toEqual([7_000, 21_000, false]);
    expect(sayFeeSum(rule, sum)).toBe(
      "Một bản 5 trang: 7.000 đồng (2 trang đầu × 2.000 đồng = 4.000 đồng; 3 trang sau × 1.000 đồng = 3.000 đồng)\n" +
        "3 bản × 7.000 đồng = 21.000 đồng",
    );
  });

  test.each([
    [1, 2_000],
    [2, 4_000],
    [3, 5_000],
    [198, 200_000],
    [199, 200_000],
    [500, 200_000],
  ])("%i pages cost %i đồng a copy", (pages, price) => {
    expect(feeByRule(rule, pages, 1)!.perCopy).toBe(price);
  });

  test("the cap is told when it decides, not when it is just reached", () => {
    expect(feeByRule(rule, 198, 1)!.capped).toBe(false);
    expect(sayFeeSum(rule, feeByRule(rule, 300, 1)!)).toMatch(/tối đa 200\.000 đồng/);
  });

  test.each([
    [0, 1],
    [2.5, 1],
    [1, -1],
    [Number.NaN, 1],
    [1, 1e9],
  ])("nothing is guessed for %p pages and %p copies", (pages, copies) => {
    expect(feeByRule(rule, pages, copies)).toBeNull();
  });
});
