/** The pages of the console in the order of the menu, each with the right that it takes to see it. */
import type { Right } from "./access/roles.ts";

export const BASE = "/can-bo";

export type MenuKey = "today" | "officers" | "audit" | "account";

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
    name: "Quản trị",
    entries: [
      { key: "officers", path: "/nhan-su", name: "Cán bộ", right: "administer" },
      { key: "audit", path: "/nhat-ky", name: "Nhật ký", right: "administer" },
    ],
  },
];
