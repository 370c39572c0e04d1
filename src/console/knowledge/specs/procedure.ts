/** The form of a procedure. */
import { type Knowledge, sayDay, sayMoney } from "../../../knowledge/index.ts";
import type { Field, FormSpec, ListField, Option } from "../form/fields.ts";
import { ASPECT_OPTIONS, CONFIDENCE, DOUBT_OPTIONS, ENDS_WITH, STAFF_NOTE, VALIDITY } from "../form/shared.ts";

type Entry = Record<string, unknown>;
const said = (entry: Entry, name: string): string => (typeof entry[name] === "string" ? (entry[name] as string) : "");

const FORMS = ["bản chính", "bản sao", "xuất trình", "bản sao, mang bản chính đối chiếu", "điện tử", "thông tin"];
const UNITS = ["đồng/việc", "đồng/bản", "đồng/trang", "đồng/trường hợp", "đồng/lần"];

export function procedureSpec({ topics, circumstances, fields }: Knowledge): FormSpec {
  const forCases: Field = {
    type: "checks",
    name: "circumstances",
    label: "Dành cho hoàn cảnh",
    hint: "Để trống thì ai cũng thấy, kèm tên trường hợp. Phân vân thì để trống.",
    empty: "absent",
    options: [...(circumstances?.values() ?? [])].map(({ key, label }) => ({ value: key, name: label })),
  };
  const topicOptions: Option[] = [...topics.values()].map(({ key, name }) => ({ value: key, name }));
  const fieldOptions: Option[] = [...(fields?.values() ?? [])].map(({ name }) => ({ value: name, name }));
  return [
    {
      id: "giay-to",
      title: "Giấy tờ",
      hint: "Giấy ai cũng cần thì để trống ô “Khi nào cần”.",
      fields: [papers(forCases)],
    },
    { id: "le-phi", title: "Lệ phí", fields: [fees(forCases)] },
    { id: "thoi-han", title: "Thời hạn giải quyết", fields: [times(forCases)] },
    { id: "cach-nop", title: "Nộp ở đâu, làm thế nào", fields: HOW },
    {
      id: "chua-chac",
      title: "Điểm chưa chắc",
      hint: "Điều chưa chắc thì trợ lý không nói con số, mà mời dân hỏi quầy.",
      fields: DOUBT,
    },
    { id: "moi-doi", title: "Điều cần nói kèm", fields: [CHANGES] },
    { id: "can-cu", title: "Căn cứ và ngày đối chiếu", fields: BASIS },
    { id: "chung", title: "Tên gọi, chủ đề, ghi chú", fields: general(topicOptions, fieldOptions) },
  ];
}

const papers = (forCases: Field): ListField => ({
  type: "list",
  name: "documents",
  label: "Các loại giấy tờ",
  one: "một loại giấy tờ",
  title: (entry) =>
    [said(entry, "name"), said(entry, "when") && `khi: ${said(entry, "when")}`].filter(Boolean).join(" · "),
  blank: { name: "", form: "bản chính", quantity: 1, when: null, note: null },
  fields: [
    { type: "text", name: "name", label: "Tên giấy tờ" },
    { type: "text", name: "form", label: "Bản nào", empty: "null", short: true, suggest: FORMS },
    { type: "number", name: "quantity", label: "Số lượng", empty: "null" },
    {
      type: "text",
      name: "when",
      label: "Khi nào cần",
      empty: "null",
      hint: "Viết bằng lời thường, ví dụ: nhờ người khác làm thay. Để trống: ai cũng cần.",
    },
    { type: "text", name: "note", label: "Dặn thêm", empty: "null" },
    forCases,
  ],
});

/** "Đăng ký quá hạn: chưa biết", "Cấp đổi: 50.000 đồng, đến hết 31/12/2026". */
function feeTitle(entry: Entry): string {
  const { amount, valid_to } = entry;
  const figure =
    amount === null
      ? "chưa biết"
      : amount === 0
        ? "miễn"
        : typeof amount === "number"
          ? sayMoney(amount)
          : String(amount);
  const until = typeof valid_to === "string" && valid_to ? `, đến hết ${sayDay(valid_to)}` : "";
  return `${said(entry, "case") || "(trường hợp mới)"}: ${figure}${until}`;
}

const fees = (forCases: Field): ListField => ({
  type: "list",
  name: "fees",
  label: "Từng mức lệ phí",
  one: "một mức lệ phí",
  title: feeTitle,
  blank: { case: "", amount: null, unit: "đồng/việc", note: null, basis: null },
  fields: [
    { type: "text", name: "case", label: "Trường hợp" },
    {
      type: "number",
      name: "amount",
      label: "Số tiền (đồng)",
      empty: "null",
      money: true,
      hint: "Chưa biết: để trống. Miễn phí: ghi 0.",
    },
    { type: "text", name: "unit", label: "Tính theo", empty: "null", short: true, suggest: UNITS },
    { type: "text", name: "note", label: "Nói thêm với dân", empty: "null" },
    { type: "text", name: "basis", label: "Căn cứ", empty: "null", hint: "Số văn bản, điều khoản." },
    ...VALIDITY,
    ENDS_WITH,
    forCases,
    STAFF_NOTE,
  ],
});

const times = (forCases: Field): ListField => ({
  type: "list",
  name: "times",
  label: "Từng thời hạn",
  one: "một thời hạn",
  title: (entry) => [said(entry, "case"), said(entry, "text")].filter(Boolean).join(": "),
  blank: { case: "", text: "", working_days: null, basis: null },
  fields: [
    { type: "text", name: "case", label: "Trường hợp" },
    { type: "text", name: "text", label: "Thời hạn, nói với dân", hint: "Ví dụ: 5 ngày làm việc." },
    {
      type: "number",
      name: "working_days",
      label: "Số ngày làm việc",
      empty: "null",
      hint: "Để trống nếu không tính bằng ngày làm việc.",
    },
    { type: "text", name: "basis", label: "Căn cứ", empty: "null" },
    { type: "flag", name: "unknown", label: "Chưa biết thời hạn (dòng trên chỉ nói vì sao)" },
    ...VALIDITY,
    ENDS_WITH,
    forCases,
    STAFF_NOTE,
  ],
});

const HOW: readonly Field[] = [
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

const DOUBT: readonly Field[] = [
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

const CHANGES: ListField = {
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

const BASIS: readonly Field[] = [
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

const general = (topics: readonly Option[], fields: readonly Option[]): readonly Field[] => [
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
