/** The first page: what today looks like. */
import { html } from "../../web/design/html.ts";
import { page } from "../answer.ts";
import { heading } from "../parts.ts";
import { type Route, staff } from "../route.ts";

export const todayRoutes = (): readonly Route[] => [
  staff("get", "/", "see", ({ officer }) =>
    page("Hôm nay", html`${heading(`Chào ${officer.name}`, "Trang này là nơi cán bộ giữ cho trợ lý trả lời đúng.")}`, {
      at: "today",
    }),
  ),
];
