/** The forms of general questions, topics, the centre, and local places. */
import { INTENTS, type ItemKind, type Knowledge } from "../../../knowledge/index.ts";
import type { Field, FormSpec, ListField, Option } from "../form/fields.ts";
import { CONFIDENCE, STAFF_NOTE, VALIDITY } from "../form/shared.ts";
import { procedureSpec } from "./procedure.ts";

type Entry = Record<string, unknown>;
const said = (entry: Entry, name: string): string => (typeof entry[name] === "string" ? (entry[name] as string) : "");

export function specOf(kind: ItemKind, knowledge: Knowledge): FormSpec {
  switch (kind) {
    case "procedure":
      return procedureSpec(knowledge);
    case "faq":
      return FAQ;
    case "topic":
      return topicSpec(knowledge);
    case "centre":
      return CENTRE;
    default:
      return localSpec(kind);
  }
}

export const INTENT_NAMES: Readonly<Record<string, string>> = {
  ask_procedure: "Hỏi thủ tục",
  dossier_status: "Hỏi hồ sơ",
  feedback_report: "Phản ánh, kiến nghị",
  book_appointment: "Đặt lịch",
  talk_to_staff: "Gặp cán bộ",
  office_info: "Thông tin trung tâm",
  online_service_help: "Giúp nộp trên mạng",
  rate_service: "Đánh giá",
  subscribe_notice: "Nhận tin báo",
  tourism_health_ocop: "Du lịch, y tế, OCOP",
  greeting: "Chào hỏi",
  thanks_bye: "Cảm ơn, tạm biệt",
  bot_identity: "Hỏi về trợ lý",
  out_of_scope: "Ngoài phạm vi",
  abuse: "Lời nặng nề",
  unclear: "Chưa rõ",
};

const INTENT_OPTIONS: readonly Option[] = INTENTS.map((value) => ({ value, name: INTENT_NAMES[value] ?? value }));

const FAQ: FormSpec = [
  {
    id: "tra-loi",
    title: "Câu hỏi và câu trả lời",
    fields: [
      { type: "text", name: "question", label: "Câu hỏi" },
      { type: "lines", name: "facts", label: "Trả lời", hint: "Mỗi câu một dòng, theo thứ tự nói với dân.", rows: 5 },
      { type: "lines", name: "steps", label: "Cách làm", hint: "Mỗi bước một dòng. Không có thì để trống." },
      { type: "text", name: "basis", label: "Căn cứ", empty: "null" },
      {
        type: "text",
        name: "button",
        label: "Tên nút",
        empty: "absent",
        max: 30,
        hint: "Tối đa 30 ký tự. Để trống: dùng câu hỏi.",
      },
    ],
  },
  {
    id: "cach-hoi",
    title: "Dân hỏi bằng lời nào",
    fields: [
      {
        type: "lines",
        name: "variants",
        label: "Các cách hỏi",
        hint: "Mỗi cách một dòng, có dấu. Trợ lý tự hiểu khi viết không dấu.",
        rows: 8,
      },
      { type: "lines", name: "keywords", label: "Từ khóa", empty: "absent" },
      { type: "choice", name: "intent", label: "Thuộc loại", options: INTENT_OPTIONS },
      { type: "text", name: "subject", label: "Nhóm" },
    ],
  },
  {
    id: "doi-chieu",
    title: "Đối chiếu",
    fields: [
      { type: "day", name: "checked_on", label: "Ngày đối chiếu" },
      ...VALIDITY,
      { type: "choice", name: "confidence", label: "Đã chắc tới đâu", options: CONFIDENCE },
      { type: "text", name: "say_doubt", label: "Điều dân nên hỏi lại", empty: "null" },
      {
        type: "text",
        name: "local_unknown",
        label: "HỎI CÀ MAU: điều chỉ trung tâm biết",
        empty: "null",
        rows: 2,
        hint: "Chỉ cán bộ thấy. Hỏi được rồi thì ghi vào câu trả lời và xóa ô này.",
      },
      { type: "text", name: "disputed", label: "Ghi chú nội bộ", empty: "null", rows: 2 },
      { type: "lines", name: "sources", label: "Nguồn" },
    ],
  },
];

function topicSpec({ procedures, topics }: Knowledge): FormSpec {
  const records: Option[] = [...procedures.values()].map(({ id, short_name }) => ({ value: id, name: short_name }));
  const others: Option[] = [...topics.values()].map(({ key, name }) => ({ value: key, name }));
  const choices: ListField = {
    type: "list",
    name: "choices",
    label: "Các lựa chọn",
    one: "một lựa chọn",
    empty: "absent",
    title: (entry) => said(entry, "label"),
    blank: { procedure: "", label: "", words: [] },
    fields: [
      { type: "choice", name: "procedure", label: "Thủ tục", options: records },
      { type: "text", name: "label", label: "Tên nút", max: 30 },
      { type: "lines", name: "words", label: "Lời chọn nó khi dân gõ", hint: "Mỗi lời một dòng." },
    ],
  };
  const not: ListField = {
    type: "list",
    name: "not",
    label: "Nghe giống mà không phải",
    one: "một lời",
    empty: "absent",
    title: (entry) => said(entry, "words"),
    blank: { words: "", topic: "" },
    fields: [
      { type: "text", name: "words", label: "Lời nói" },
      { type: "choice", name: "topic", label: "Thật ra là chủ đề", options: others },
    ],
  };
  return [
    {
      id: "loi-dan",
      title: "Lời của dân",
      fields: [
        {
          type: "lines",
          name: "phrases",
          label: "Cách nói",
          hint: "Mỗi câu một dòng, có dấu, như dân nói thật.",
          rows: 12,
        },
        { type: "lines", name: "keywords", label: "Từ khóa", hint: "Từ ngắn tự nó chỉ về chủ đề này." },
        not,
      ],
    },
    {
      id: "phan-biet",
      title: "Các thủ tục của chủ đề",
      fields: [
        { type: "text", name: "name", label: "Tên chủ đề", max: 30 },
        { type: "lines", name: "procedures", label: "Thủ tục (mã trên địa chỉ trang)", hint: "Mỗi mã một dòng." },
        { type: "choice", name: "usual", label: "Thường là", options: records, empty: "null" },
        { type: "text", name: "ask", label: "Câu hỏi lại khi chưa rõ", empty: "null" },
        choices,
      ],
    },
  ];
}

const HOURS_HINT = "Mỗi buổi một dòng, ví dụ 07:00 - 11:00. Chưa xác nhận thì để trống: trợ lý không nói.";
const WEEKDAYS: Field = { type: "spans", name: "hours", label: "Thứ Hai đến thứ Sáu", empty: "null", hint: HOURS_HINT };
const SATURDAY: Field = { type: "spans", name: "saturday", label: "Thứ Bảy", empty: "null", none: "Nghỉ thứ Bảy" };

const CENTRE: FormSpec = [
  {
    id: "dia-chi",
    title: "Trung tâm",
    fields: [
      { type: "text", name: "name", label: "Tên trung tâm" },
      { type: "text", name: "province", label: "Tỉnh, thành phố" },
      {
        type: "text",
        name: "unit",
        label: "Xã, phường",
        empty: "null",
        hint: "Chỉ ghi khi trang Zalo là của một xã, phường.",
      },
      { type: "text", name: "address", label: "Địa chỉ", empty: "null" },
      { type: "text", name: "website", label: "Địa chỉ trang web của chương trình này", empty: "null" },
      { type: "text", name: "feedback_url", label: "Nơi nhận phản ánh, kiến nghị", empty: "null" },
      { type: "text", name: "oa_id", label: "Mã trang Zalo OA", empty: "null" },
    ],
  },
  {
    id: "gio",
    title: "Giờ làm việc",
    fields: [
      WEEKDAYS,
      SATURDAY,
      {
        type: "list",
        name: "unit_hours",
        label: "Quầy có giờ riêng",
        one: "một quầy",
        title: (entry) => said(entry, "unit"),
        blank: { unit: "", prefixes: [], hours: [], saturday: null, confirmed_on: "" },
        fields: [
          { type: "text", name: "unit", label: "Đơn vị", hint: "Như ghi trên hồ sơ: xã Năm Căn." },
          { type: "lines", name: "prefixes", label: "Đầu mã hồ sơ", rows: 1, hint: "Ví dụ H12.34, mỗi mã một dòng." },
          { type: "spans", name: "hours", label: "Thứ Hai đến thứ Sáu" },
          SATURDAY,
          { type: "day", name: "confirmed_on", label: "Xác nhận ngày" },
        ],
      },
    ],
  },
  {
    id: "dien-thoai",
    title: "Số điện thoại đã xác nhận",
    fields: [
      {
        type: "list",
        name: "phones",
        label: "Các số",
        one: "một số",
        title: (entry) => `${said(entry, "label")}: ${said(entry, "number")}`,
        blank: { number: "", label: "", confirmed_on: "" },
        fields: [
          { type: "text", name: "number", label: "Số" },
          { type: "text", name: "label", label: "Của ai" },
          { type: "day", name: "confirmed_on", label: "Xác nhận ngày" },
        ],
      },
      { type: "day", name: "confirmed_on", label: "Ngày xác nhận các thông tin trên", empty: "null" },
    ],
  },
];

const PLACE: readonly Field[] = [
  { type: "text", name: "name", label: "Tên" },
  { type: "text", name: "kind", label: "Loại" },
  { type: "text", name: "unit", label: "Xã, phường", empty: "null" },
  { type: "text", name: "note", label: "Nói thêm với dân", empty: "null" },
  { type: "lines", name: "aliases", label: "Tên khác" },
];
const CHECKED: readonly Field[] = [
  { type: "choice", name: "confidence", label: "Đã chắc tới đâu", options: CONFIDENCE },
  { type: "day", name: "checked_on", label: "Ngày đối chiếu" },
  { type: "lines", name: "sources", label: "Nguồn" },
  STAFF_NOTE,
];
const OWN: Readonly<Record<"tourism" | "ocop" | "health", readonly Field[]>> = {
  tourism: [
    { type: "lines", name: "what", label: "Có gì" },
    { type: "text", name: "how_to_get", label: "Đi thế nào", empty: "null" },
    { type: "text", name: "best_time", label: "Nên đi khi nào", empty: "null" },
    { type: "text", name: "old_place", label: "Địa danh cũ", empty: "null" },
  ],
  ocop: [
    { type: "text", name: "maker", label: "Nơi làm ra", empty: "null" },
    { type: "number", name: "stars", label: "Số sao", empty: "null" },
    { type: "number", name: "year", label: "Năm công nhận", empty: "null" },
  ],
  health: [
    { type: "text", name: "address", label: "Địa chỉ", empty: "null" },
    { type: "text", name: "phone", label: "Điện thoại", empty: "null" },
  ],
};

const localSpec = (kind: "tourism" | "ocop" | "health"): FormSpec => [
  { id: "noi-dung", title: "Nội dung", fields: [...PLACE, ...OWN[kind]] },
  { id: "doi-chieu", title: "Đối chiếu", fields: CHECKED },
];
