/** The pages of the console in the order of the menu, each with the right that it takes to see it. */
import type { Right } from "./access/roles.ts";

export const BASE = "/can-bo";

export type MenuKey =
  | "learning"
  | "recall"
  | "today"
  | "tasks"
  | "deliveries"
  | "zalo"
  | "dossiers"
  | "knowledge"
  | "queue"
  | "work"
  | "try"
  | "officers"
  | "audit"
  | "settings"
  | "account";

export type MenuEntry = {
  readonly key: MenuKey;
  readonly path: string;
  readonly name: string;
  readonly right: Right;
};

export type MenuGroup = { readonly name: string; readonly entries: readonly MenuEntry[] };

export const MENU: readonly MenuGroup[] = [
  { name: "", entries: [{ key: "today", path: "", name: "Hôm nay", right: "see" }] },
  {
    name: "Người dân",
    entries: [
      { key: "tasks", path: "/viec", name: "Việc chờ cán bộ", right: "oversee" },
      { key: "dossiers", path: "/ho-so", name: "Hồ sơ", right: "see" },
      { key: "deliveries", path: "/tin-gui", name: "Tin gửi không tới", right: "oversee" },
    ],
  },
  {
    name: "Nội dung",
    entries: [
      { key: "knowledge", path: "/tri-thuc/thu-tuc", name: "Tri thức", right: "see" },
      { key: "queue", path: "/cho-duyet", name: "Nháp và chờ duyệt", right: "see" },
      { key: "work", path: "/viec-can-lam", name: "Cần bổ sung, xem lại", right: "see" },
      { key: "recall", path: "/dinh-chinh", name: "Đính chính", right: "approve" },
      { key: "learning", path: "/chua-tra-loi", name: "Chưa trả lời được", right: "oversee" },
      { key: "try", path: "/hoi-thu", name: "Hỏi thử", right: "see" },
    ],
  },
  {
    name: "Quản trị",
    entries: [
      { key: "officers", path: "/nhan-su", name: "Cán bộ", right: "administer" },
      { key: "audit", path: "/nhat-ky", name: "Nhật ký", right: "administer" },
      { key: "zalo", path: "/zalo", name: "Kết nối Zalo", right: "oversee" },
      { key: "settings", path: "/cai-dat", name: "Cài đặt", right: "administer" },
    ],
  },
];
