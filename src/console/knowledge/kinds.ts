/** The kinds of items that officers edit, as the console names them. */
import { ITEM_KINDS, type ItemKind, type Knowledge } from "../../knowledge/index.ts";
import { BASE } from "../menu.ts";
import { INTENT_NAMES } from "./specs/intent-names.ts";
import type { ItemKey } from "./store.ts";

export type KindInfo = {
  readonly kind: ItemKind;
  /** In addresses: `/tri-thuc/thu-tuc/…`. */
  readonly slug: string;
  /** "thủ tục": one of them. */
  readonly one: string;
  readonly many: string;
  readonly lead: string;
};

const INFO: Readonly<Record<ItemKind, Omit<KindInfo, "kind">>> = {
  procedure: {
    slug: "thu-tuc",
    one: "thủ tục",
    many: "Thủ tục",
    lead: "Giấy tờ, lệ phí, thời hạn, căn cứ của từng thủ tục. Sửa ở đây thì trợ lý Zalo và trang thủ tục cùng đổi.",
  },
  faq: { slug: "hoi-dap", one: "câu hỏi", many: "Hỏi đáp", lead: "Những câu hỏi chung và câu trả lời đã kiểm tra." },
  topic: {
    slug: "chu-de",
    one: "chủ đề",
    many: "Chủ đề",
    lead: "Lời người dân hay dùng. Thêm cách nói mới ở đây để trợ lý hiểu.",
  },
  intent: {
    slug: "y-dinh",
    one: "ý định",
    many: "Ý định",
    lead: "Người dân muốn gì: hỏi thủ tục, hỏi hồ sơ, chào hỏi, gặp cán bộ… Thêm cách nói để trợ lý nhận ra đúng việc.",
  },
  unit: {
    slug: "xa-phuong",
    one: "xã, phường",
    many: "Xã, phường",
    lead: "Tên cũ dẫn về xã, phường nay; địa chỉ, giờ làm việc, điện thoại của từng nơi. Chưa có ngày xác nhận thì trợ lý không nói.",
  },
  centre: {
    slug: "trung-tam",
    one: "thông tin trung tâm",
    many: "Trung tâm",
    lead: "Địa chỉ, giờ làm việc, số điện thoại. Điều nào còn trống thì trợ lý không nói.",
  },
  tourism: { slug: "du-lich", one: "điểm du lịch", many: "Du lịch", lead: "Điểm du lịch của địa phương." },
  ocop: { slug: "ocop", one: "sản phẩm OCOP", many: "OCOP", lead: "Sản phẩm OCOP của địa phương." },
  health: { slug: "y-te", one: "cơ sở y tế", many: "Y tế", lead: "Cơ sở y tế của địa phương." },
};

export const KIND_INFO: readonly KindInfo[] = ITEM_KINDS.map((kind) => ({ kind, ...INFO[kind] }));
export const infoOf = (kind: ItemKind): KindInfo => ({ kind, ...INFO[kind] });
export const kindOfSlug = (slug: string): KindInfo | null => KIND_INFO.find((info) => info.slug === slug) ?? null;

export const KNOWLEDGE = "/tri-thuc";
export const hrefOf = ({ kind, id }: ItemKey): string => `${BASE}${KNOWLEDGE}/${INFO[kind].slug}/${id}`;
export const listHref = (kind: ItemKind): string => `${BASE}${KNOWLEDGE}/${INFO[kind].slug}`;

/** The one item that the centre's own data are. */
export const CENTRE_ID = "centre";

/** The items of one kind as they are in use, by id. */
export function itemsOf(kind: ItemKind, knowledge: Knowledge): ReadonlyMap<string, unknown> {
  switch (kind) {
    case "procedure":
      return knowledge.procedures;
    case "topic":
      return knowledge.topics;
    case "faq":
      return knowledge.faqs;
    case "intent":
      return knowledge.intents;
    case "unit":
      return new Map((knowledge.units?.units ?? []).map((each) => [each.code, each]));
    case "centre":
      return new Map([[CENTRE_ID, knowledge.centre]]);
    default:
      return new Map((knowledge.local?.[kind] ?? []).map((each) => [each.id, each]));
  }
}

/** What an item is called: "Đăng ký khai sinh". */
export function titleOf(kind: ItemKind, content: unknown): string {
  const title = named(kind, content as Record<string, unknown>);
  return typeof title === "string" && title !== "" ? title : "(chưa đặt tên)";
}

function named(kind: ItemKind, { short_name, question, name, full_name, key }: Record<string, unknown>): unknown {
  if (kind === "procedure") return short_name;
  if (kind === "faq") return question;
  if (kind === "unit") return full_name;
  return kind === "intent" ? (INTENT_NAMES[String(key)] ?? key) : name;
}
