/** The form of a topic. */
import type { Knowledge } from "../../../knowledge/index.ts";
import type { FormSpec, ListField, Option } from "../form/fields.ts";
import { said } from "../form/said.ts";

export function topicSpec({ procedures, topics }: Knowledge): FormSpec {
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
        { type: "lines", name: "keywords", label: "Từ khoá", hint: "Từ ngắn tự nó chỉ về chủ đề này." },
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
