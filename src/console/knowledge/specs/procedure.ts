/** The form of a procedure. */
import { type Knowledge, sayDay, sayMoney } from "../../../knowledge/index.ts";
import type { Field, FormSpec, ListField, Option } from "../form/fields.ts";
import { said } from "../form/said.ts";
import { ENDS_WITH, STAFF_NOTE, VALIDITY } from "../form/shared.ts";
import { BASIS, CHANGES, DOUBT, general, HOW } from "./procedure-more.ts";

type Entry = Record<string, unknown>;

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
