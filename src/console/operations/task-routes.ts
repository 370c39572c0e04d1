/** The page of what waits for a person. */
import { html } from "../../web/design/html.ts";
import { type Answer, go, page } from "../answer.ts";
import { BASE } from "../menu.ts";
import { act, empty, heading, when, whenText } from "../parts.ts";
import { type Route, staff } from "../route.ts";
import type { StaffVisit } from "../visit.ts";
import { TASK_NAMES, type Task, type TaskDesk } from "./tasks.ts";

const AT = "/viec";

export const taskRoutes = ({ tasks }: { readonly tasks: TaskDesk }): readonly Route[] => [
  staff("get", AT, "oversee", async (visit) => tasksPage(visit, await tasks.open(), null)),
  staff("post", `${AT}/:so/xong`, "chat", async (visit) => {
    const id = Number(visit.param("so")) || 0;
    const done = await tasks.close(id, visit.deed("task.close", `task/${id}`, ""));
    return go(`${BASE}${AT}`, done ? "Xong. Số điện thoại của việc này đã xoá." : "Việc này đã xong từ trước.");
  }),
  staff("post", `${AT}/:so/xem-so`, "chat", async (visit): Promise<Answer> => {
    const id = Number(visit.param("so")) || 0;
    const numbers = await tasks.reveal(id, visit.deed("task.reveal", `task/${id}`, ""));
    return tasksPage(visit, await tasks.open(), numbers && { id, numbers });
  }),
];

type Shown = { readonly id: number; readonly numbers: readonly string[] } | null;

function tasksPage(visit: StaffVisit, open: readonly Task[], shown: Shown) {
  return page(
    "Việc chờ cán bộ",
    html`${heading("Việc chờ cán bộ", "Câu hỏi của người dân và báo động của chương trình, việc chờ lâu nhất ở trên.")}
${open.length === 0 ? empty("Không có việc nào đang chờ.") : open.map((task) => taskBox(visit, task, shown))}`,
    { at: "tasks" },
  );
}

function taskBox(visit: StaffVisit, task: Task, shown: Shown) {
  const { id, kind, detail, createdAt, dueAt, numbers, citizenId } = task;
  const full = shown?.id === id ? shown.numbers : null;
  return html`<section class="panel"><div class="panel-head"><h2>${TASK_NAMES[kind] ?? kind}</h2><span class="hint">số ${id}, ${when(createdAt)}</span></div>
${detail !== "" && html`<blockquote>${detail}</blockquote>`}<p class="hint">${citizenId !== null && `Người nhắn …${citizenId.slice(-4)}. `}${dueAt !== null && `Trả lời từ ${whenText(dueAt)}. `}${numbers.length > 0 && `Gọi lại: ${(full ?? numbers).join(", ")}`}</p>
${visit.may("chat") && html`<div class="actions">${act(visit, `${BASE}${AT}/${id}/xong`, "Xong", "")}${numbers.length > 0 && full === null && act(visit, `${BASE}${AT}/${id}/xem-so`, "Xem số (có ghi nhật ký)")}</div>`}</section>`;
}
