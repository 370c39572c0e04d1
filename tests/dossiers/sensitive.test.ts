import { isSensitive } from "../../src/dossiers/index.ts";
import { loadKnowledge } from "../../src/knowledge/index.ts";

const named = (procedureName: string) => isSensitive({ procedureName, missing: [], unit: null }, null);

test("every record of ours about disability, poverty, merit, adoption, criminal records and allowances is sensitive", async () => {
  const { knowledge } = await loadKnowledge("procedures-data", "intents", "2026-11-25", [], "errors");
  const about =
    /khuyết tật|nghèo|người có công|liệt s[ĩỹ]|con nuôi|lý lịch tư pháp|trợ cấp|trợ giúp|bảo trợ|bảo hiểm thất nghiệp/i;
  const records = [...knowledge!.procedures.values()];
  const sensitive = records.filter(({ name, field }) => about.test(`${name} ${field}`));
  expect(sensitive.length).toBeGreaterThan(5);
  expect(sensitive.filter(({ name }) => !named(name)).map(({ name }) => name)).toEqual([]);
});

test.each([
  "Cấp Phiếu lý lịch tư pháp số 1",
  "Xác định mức độ khuyết tật",
  "Công nhận hộ cận nghèo",
  "Đăng ký việc nuôi con nuôi trong nước",
  "Trợ cấp hưu trí xã hội",
  "Hưởng trợ cấp thất nghiệp",
  "Chế độ đối với thân nhân liệt sĩ",
  "Ghi vào Sổ hộ tịch việc ly hôn",
  "HO TRO NAN NHAN CHAT DOC HOA HOC",
])("%s", (name) => expect(named(name)).toBe(true));

test.each(["Đăng ký khai sinh", "Tách thửa đất", "Chứng thực chữ ký", "Đăng ký hộ kinh doanh", "Đăng ký khai tử"])(
  "%s may be named to who has proven that it is theirs",
  (name) => expect(named(name)).toBe(false),
);
