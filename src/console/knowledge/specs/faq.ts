/** The form of a general question. */
import { INTENTS } from "../../../knowledge/index.ts";
import type { FormSpec, Option } from "../form/fields.ts";
import { CONFIDENCE, VALIDITY } from "../form/shared.ts";
import { INTENT_NAMES } from "./intent-names.ts";

const INTENT_OPTIONS: readonly Option[] = INTENTS.map((value) => ({ value, name: INTENT_NAMES[value] ?? value }));

export const FAQ: FormSpec = [
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
      { type: "lines", name: "keywords", label: "Từ khoá", empty: "absent" },
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
        hint: "Chỉ cán bộ thấy. Hỏi được rồi thì ghi vào câu trả lời và xoá ô này.",
      },
      { type: "text", name: "disputed", label: "Ghi chú nội bộ", empty: "null", rows: 2 },
      { type: "lines", name: "sources", label: "Nguồn" },
    ],
  },
];
