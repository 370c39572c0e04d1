/** The form of an intent: what people say who want it. Its key and what it is for belong to the program. */
import type { Field, FormSpec } from "../form/fields.ts";
import { ASPECT_OPTIONS } from "../form/shared.ts";

const WORDS: readonly Field[] = [
  {
    type: "lines",
    name: "phrases",
    label: "Cách nói",
    hint: "Mỗi câu một dòng, có dấu, như dân nói thật. Ở “Hỏi thủ tục”, chỗ {thủ tục} thay cho tên thủ tục bất kỳ.",
    rows: 14,
  },
  {
    type: "lines",
    name: "keywords",
    label: "Từ khoá",
    hint: "Chữ mà gần như tự nó nói lên ý này. Ít mà chắc: từ khoá mạnh hơn cách nói.",
    rows: 3,
  },
];

const DECISIVE: Field = {
  type: "lines",
  name: "decisive",
  label: "Chữ nói rõ là việc khác",
  hint: "Gặp chữ này trong câu hỏi thủ tục thì vẫn là ngoài phạm vi. Chỉ ghi chữ mà người hỏi thủ tục không bao giờ nói.",
  empty: "absent",
  rows: 6,
};

const QUESTIONS: Field = {
  type: "group",
  name: "questions",
  label: "Câu hỏi khi đã biết thủ tục nào",
  empty: "absent",
  fields: ASPECT_OPTIONS.map(({ value, name }) => ({
    type: "lines",
    name: value,
    label: name,
    empty: "absent",
    rows: 3,
  })),
};

/** `id`: which one; absent: whichever. */
export const intentSpec = (id?: string): FormSpec => [
  {
    id: "loi-dan",
    title: "Lời của dân",
    fields: id === undefined || id === "out_of_scope" ? [...WORDS, DECISIVE] : WORDS,
  },
  ...(id === undefined || id === "ask_procedure"
    ? [
        {
          id: "hoi-gi",
          title: "Dân hỏi gì về một thủ tục",
          hint: "Câu không nêu tên thủ tục, xếp theo điều được hỏi. Mỗi câu một dòng.",
          fields: [QUESTIONS],
        },
      ]
    : []),
];
