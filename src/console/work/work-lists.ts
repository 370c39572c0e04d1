/** What staff should do about the knowledge: gaps only the centre can fill, reviews, ended facts, doubts. */
import {
  type DatedFact,
  dueForReview,
  endedFacts,
  endingSoon,
  type Knowledge,
  sayDay,
  toFill,
} from "../../knowledge/index.ts";
import { hrefOf, itemsOf, titleOf } from "../knowledge/kinds.ts";
import type { ItemKey } from "../knowledge/store.ts";

export type WorkItem = { readonly href: string; readonly title: string; readonly what: string };

export const LISTS = [
  {
    key: "hoi",
    name: "Hỏi Cà Mau",
    lead: "Điều chỉ trung tâm biết. Chưa điền thì trợ lý không nói, chỉ mời hỏi quầy.",
  },
  { key: "xem-lai", name: "Tới hạn xem lại", lead: "Quá ngày này trợ lý vẫn trả lời nhưng dặn dân hỏi lại quầy." },
  { key: "het-han", name: "Hết và sắp hết hạn", lead: "Đã hết thì trợ lý không nói nữa; sắp hết thì còn 45 ngày." },
  { key: "chua-chac", name: "Chưa chắc", lead: "Trợ lý không nói con số ở những chỗ này." },
] as const;
export type ListKey = (typeof LISTS)[number]["key"];

const SOON_DAYS = 45;

export function workList(key: ListKey, knowledge: Knowledge, today: string): WorkItem[] {
  switch (key) {
    case "hoi":
      return toFill(knowledge).map((line) => gap(line, knowledge));
    case "xem-lai":
      return dueForReview(knowledge, today).map((dated) =>
        fact(dated, knowledge, `phải xem lại từ ${sayDay(dated.fact.review_by ?? today)}`),
      );
    case "het-han":
      return [
        ...endedFacts(knowledge, today)
          .filter(({ fact: { valid_to } }) => valid_to !== undefined)
          .map((dated) => fact(dated, knowledge, `đã hết sau ngày ${sayDay(dated.fact.valid_to ?? today)}`)),
        ...endingSoon(knowledge, today, SOON_DAYS).map((dated) =>
          fact(dated, knowledge, `chỉ đến hết ${sayDay(dated.fact.valid_to ?? today)}`),
        ),
      ];
    case "chua-chac":
      return doubts(knowledge);
  }
}

/** The centre's gaps begin with where they are filled in: `Thủ tục <id>: …`. */
function gap(line: string, knowledge: Knowledge): WorkItem {
  const [, kind = "", id = "", rest = ""] =
    /^(Thủ tục|Câu hỏi|Cơ sở y tế|Đơn vị|Trung tâm) (\S+?):? (.+)$/.exec(line) ?? [];
  const kinds: Readonly<Record<string, ItemKey["kind"]>> = {
    "Thủ tục": "procedure",
    "Câu hỏi": "faq",
    "Cơ sở y tế": "health",
    "Đơn vị": "unit",
  };
  const known = kinds[kind];
  if (!known)
    return {
      href: `${hrefOf({ kind: "centre", id: "centre" })}/sua`,
      title: "Trung tâm",
      what: line.replace(/^Trung tâm \([^)]*\): /, ""),
    };
  const open = rest.startsWith("lệ phí") ? "#muc-le-phi" : rest.startsWith("thời hạn") ? "#muc-thoi-han" : "";
  return { ...item({ kind: known, id }, knowledge, open), what: rest.replace(/^\([^)]*\): /, "") };
}

function fact({ kind, id, where }: DatedFact, knowledge: Knowledge, what: string): WorkItem {
  const content = itemsOf(kind, knowledge).get(id) as Record<string, Record<string, unknown>[]> | undefined;
  const [list = "", number] = where.split(".");
  const entry = number === undefined ? undefined : content?.[list]?.[Number(number)];
  const name = entry ? String(entry.case ?? entry.say ?? "") : "";
  const open = number === undefined ? "" : `?mo=${where}#f.${where}`;
  return { ...item({ kind, id }, knowledge, open), what: name === "" ? what : `${name}: ${what}` };
}

const doubts = (knowledge: Knowledge): WorkItem[] =>
  [...knowledge.procedures.values()].flatMap((procedure) =>
    procedure.doubts
      .filter(({ touches }) => touches.length > 0)
      .map((doubt) => ({
        ...item({ kind: "procedure", id: procedure.id }, knowledge, "#muc-chua-chac"),
        what: doubt.say ?? procedure.disputed ?? "",
      })),
  );

const item = (key: ItemKey, knowledge: Knowledge, open: string): Omit<WorkItem, "what"> => ({
  href: `${hrefOf(key)}/sua${open}`,
  title: titleOf(key.kind, itemsOf(key.kind, knowledge).get(key.id) ?? {}),
});
