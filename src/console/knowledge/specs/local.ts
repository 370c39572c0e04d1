/** The forms of local places, goods and health care. */
import type { Field, FormSpec } from "../form/fields.ts";
import { CONFIDENCE, STAFF_NOTE } from "../form/shared.ts";

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

export const localSpec = (kind: "tourism" | "ocop" | "health"): FormSpec => [
  { id: "noi-dung", title: "Nội dung", fields: [...PLACE, ...OWN[kind]] },
  { id: "doi-chieu", title: "Đối chiếu", fields: CHECKED },
];
