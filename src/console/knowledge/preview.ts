/** What a citizen would read about an item, aspect by aspect. */
import type { Knowledge } from "../../knowledge/index.ts";
import type { AssistantDesk, Said } from "./desk.ts";
import type { Option } from "./form/fields.ts";
import type { ItemKey } from "./store.ts";

const PROCEDURE: readonly Option[] = [
  { value: "documents", name: "Giấy tờ" },
  { value: "fee", name: "Lệ phí" },
  { value: "time", name: "Thời gian" },
  { value: "place", name: "Nơi nộp" },
  { value: "how", name: "Cách làm" },
];
const CENTRE: readonly Option[] = [
  { value: "hours", name: "Giờ làm việc" },
  { value: "address", name: "Địa chỉ" },
];

/** What can be looked at of such an item. */
export const aspectsOf = (kind: ItemKey["kind"]): readonly Option[] =>
  kind === "procedure" ? PROCEDURE : kind === "centre" ? CENTRE : [{ value: "", name: "Câu trả lời" }];

/** The aspect that an open entry belongs to: `fees.1`. */
export const aspectOfEntry = (entry: string | null): string =>
  entry?.startsWith("fees") ? "fee" : entry?.startsWith("times") ? "time" : "";

export function previewOf(desk: AssistantDesk, key: ItemKey, aspect: string, knowledge?: Knowledge): Promise<Said> {
  const aspects = aspectsOf(key.kind);
  const chosen = aspects.some(({ value }) => value === aspect) ? aspect : (aspects[0]?.value ?? "");
  return desk.ask(desk.question(key, chosen), knowledge);
}
