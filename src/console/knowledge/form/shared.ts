/** Fields that several kinds of items have, and the words for their values. */
import { sayDay } from "../../../knowledge/index.ts";
import type { Field, Option } from "./fields.ts";

export const CONFIDENCE: readonly Option[] = [
  { value: "high", name: "Chắc: đã đối chiếu kỹ với nguồn" },
  { value: "medium", name: "Vừa: còn chỗ nên hỏi lại" },
  { value: "low", name: "Thấp: chưa đối chiếu đủ, mời dân hỏi quầy" },
];

export const ASPECT_OPTIONS: readonly Option[] = [
  { value: "documents", name: "Giấy tờ" },
  { value: "fee", name: "Lệ phí" },
  { value: "time", name: "Thời gian" },
  { value: "place", name: "Nơi nộp" },
  { value: "how", name: "Cách làm" },
  { value: "form", name: "Biểu mẫu" },
  { value: "online", name: "Nộp trên mạng" },
  { value: "result", name: "Kết quả" },
  { value: "condition", name: "Điều kiện" },
  { value: "legal", name: "Căn cứ" },
  { value: "overview", name: "Tóm tắt" },
];

export const DOUBT_OPTIONS: readonly Option[] = [
  ...ASPECT_OPTIONS.filter(({ value }) => value !== "overview"),
  { value: "authority", name: "Cơ quan giải quyết" },
  { value: "code", name: "Mã thủ tục" },
];

export const VALIDITY: readonly Field[] = [
  { type: "day", name: "valid_from", label: "Áp dụng từ ngày", empty: "absent" },
  { type: "day", name: "valid_to", label: "Áp dụng đến hết ngày", empty: "absent" },
  { type: "day", name: "review_by", label: "Phải xem lại trước ngày", empty: "absent" },
];

export const ENDS_WITH: Field = {
  type: "text",
  name: "ends_with",
  label: "Hết theo văn bản nào",
  empty: "absent",
  hint: "Chỉ ghi khi chính văn bản hết hiệu lực vào ngày trên.",
};

export const STAFF_NOTE: Field = {
  type: "text",
  name: "staff_note",
  label: "Ghi chú nội bộ",
  empty: "absent",
  rows: 2,
  hint: "Chỉ cán bộ thấy.",
};

/** A value as it is read. */
export const text = (value: unknown): string =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? sayDay(value) : String(value ?? "");
