/** The parts of a procedure's form beside papers, fees and times. */
import type { Field, ListField, Option } from "../form/fields.ts";
import { said } from "../form/said.ts";
import { ASPECT_OPTIONS, CONFIDENCE, DOUBT_OPTIONS, ENDS_WITH, VALIDITY } from "../form/shared.ts";

export const HOW: readonly Field[] = [
  { type: "text", name: "authority", label: "Cơ quan giải quyết" },
  { type: "lines", name: "channels", label: "Các cách nộp", hint: "Mỗi cách một dòng." },
  { type: "lines", name: "steps", label: "Các bước", hint: "Mỗi bước một dòng." },
  { type: "text", name: "result", label: "Kết quả nhận được" },
  { type: "lines", name: "conditions", label: "Điều kiện", hint: "Mỗi điều một dòng." },
  {
    type: "list",
    name: "forms",
    label: "Biểu mẫu",
    one: "một biểu mẫu",
    title: (entry) => said(entry, "name"),
    blank: { name: "", code: null },
    fields: [
      { type: "text", name: "name", label: "Tên biểu mẫu" },
      { type: "text", name: "code", label: "Ký hiệu", empty: "null" },
    ],
  },
];

export const DOUBT: readonly Field[] = [
  {
    type: "list",
    name: "doubts",
    label: "Từng điểm chưa chắc",
    one: "một điểm chưa chắc",
    title: (entry) => said(entry, "say") || "(chỉ cán bộ biết)",
    blank: { touches: [], say: null },
    fields: [
      { type: "checks", name: "touches", label: "Chưa chắc về", options: DOUBT_OPTIONS },
      {
        type: "lines",
        name: "entries",
        label: "Chỉ riêng các mục",
        empty: "absent",
        rows: 1,
        hint: "Ví dụ fees.0 là mức lệ phí đầu tiên, times.1 là thời hạn thứ hai. Để trống: cả phần đó.",
      },
      {
        type: "text",
        name: "say",
        label: "Câu nói với dân",
        empty: "null",
        hint: "Hỏi lại quầy điều gì. Không có con số trong câu này.",
      },
      {
        type: "flag",
        name: "still_said",
        label: "Vẫn nói điều đó với dân, chỉ dặn thêm hỏi lại quầy",
      },
    ],
  },
  { type: "choice", name: "confidence", label: "Đã chắc tới đâu", options: CONFIDENCE },
  { type: "text", name: "disputed", label: "Ghi chú nội bộ về điểm chưa chắc", empty: "null", rows: 2 },
];

export const CHANGES: ListField = {
  type: "list",
  name: "changes",
  label: "Câu nói kèm câu trả lời",
  hint: "Điều mới đổi, điều nhiều nơi còn ghi sai, hạn phải đi làm. Mỗi câu một ý.",
  one: "một câu",
  empty: "absent",
  title: (entry) => said(entry, "say"),
  blank: { say: "", aspects: [], basis: null },
  fields: [
    { type: "text", name: "say", label: "Câu nói với dân" },
    { type: "checks", name: "aspects", label: "Nói khi dân hỏi", options: ASPECT_OPTIONS },
    { type: "text", name: "basis", label: "Căn cứ", empty: "null" },
    ...VALIDITY,
    ENDS_WITH,
  ],
};

export const BASIS: readonly Field[] = [
  {
    type: "day",
    name: "checked_on",
    label: "Ngày đối chiếu với văn bản",
    hint: "Hôm nay, nếu anh/chị vừa đối chiếu xong.",
  },
  { type: "day", name: "review_by", label: "Phải xem lại trước ngày", empty: "absent" },
  {
    type: "lines",
    name: "main_basis",
    label: "Căn cứ in dưới câu trả lời",
    hint: "Một hoặc hai số văn bản có trong danh sách dưới, mỗi số một dòng.",
    rows: 2,
  },
  {
    type: "list",
    name: "legal_basis",
    label: "Văn bản",
    one: "một văn bản",
    title: (entry) => [said(entry, "number"), said(entry, "date")].filter(Boolean).join(", "),
    blank: { number: "", date: null },
    fields: [
      { type: "text", name: "number", label: "Số văn bản" },
      { type: "text", name: "date", label: "Ngày ban hành", empty: "null" },
      { type: "text", name: "note", label: "Để làm gì, từ khi nào", empty: "absent" },
    ],
  },
  { type: "lines", name: "sources", label: "Nguồn đã đọc", hint: "Chỉ cán bộ thấy." },
  { type: "day", name: "valid_from", label: "Cả thủ tục áp dụng từ ngày", empty: "absent" },
  { type: "day", name: "valid_to", label: "Cả thủ tục áp dụng đến hết ngày", empty: "absent" },
  ENDS_WITH,
];

export const general = (topics: readonly Option[], fields: readonly Option[]): readonly Field[] => [
  { type: "text", name: "short_name", label: "Tên gọi với dân", max: 60 },
  { type: "text", name: "name", label: "Tên chính thức" },
  { type: "text", name: "code", label: "Mã thủ tục", empty: "null" },
  { type: "choice", name: "field", label: "Lĩnh vực", options: fields },
  {
    type: "choice",
    name: "topic",
    label: "Chủ đề",
    options: topics,
    hint: "Đổi chủ đề thì phải sửa cả chủ đề cũ và mới.",
  },
  { type: "text", name: "level", label: "Cấp" },
  { type: "text", name: "audience", label: "Ai làm thủ tục này" },
  { type: "lines", name: "aliases", label: "Tên khác dân hay gọi", hint: "Mỗi tên một dòng." },
  { type: "lines", name: "confused_with", label: "Hay nhầm với (mã trên địa chỉ trang)", empty: "absent" },
  { type: "flag", name: "sensitive", label: "Chuyện riêng tư: không nhắc tên hồ sơ này trong chat" },
  { type: "lines", name: "notes", label: "Ghi chú nội bộ" },
];
