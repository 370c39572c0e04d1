/**
 * `npm run staff:tasks`: what waits for a person, phone numbers hidden. `-- --reveal ID` shows the numbers of one task and
 * writes down who did; `-- --done ID` closes it. For the time before the console.
 */
import { userInfo } from "node:os";
import { fileURLToPath } from "node:url";
import { readConfig } from "../config.ts";
import { TASK_NAMES } from "../console/operations/tasks.ts";
import { Invalid } from "../errors.ts";
import { createSealer, type Sealer } from "../secrets/seal.ts";
import { demoDataKey } from "../start/demo.ts";
import { numberContext } from "../storage/callback-numbers.ts";
import { createStaffTasks, type OpenTask, type StaffTasks } from "../storage/staff-tasks.ts";
import { fail, mustHoldData, onDatabase, readDotEnv } from "./command.ts";

export type StaffTasksOptions = {
  readonly tasks: StaffTasks;
  /** Asked for only when a number is to be opened. */
  readonly sealer: () => Sealer;
  /** Who asks, for the audit. */
  readonly actor: string;
  readonly now: () => number;
  readonly print: (line: string) => void;
};

const WHEN = new Intl.DateTimeFormat("vi-VN", {
  timeZone: "Asia/Ho_Chi_Minh",
  dateStyle: "short",
  timeStyle: "short",
});

/** Throws `Invalid` for an unknown word or id. */
export async function staffTasks(words: readonly string[], options: StaffTasksOptions): Promise<void> {
  const [what, id, ...more] = words;
  if (what === undefined) return list(options);
  if ((what !== "--reveal" && what !== "--done") || !/^\d{1,15}$/.test(id ?? "") || more.length > 0) {
    throw new Invalid("command.usage", "Cách dùng: npm run staff:tasks [-- --reveal SỐ | -- --done SỐ]");
  }
  return what === "--reveal" ? reveal(Number(id), options) : done(Number(id), options);
}

async function list({ tasks, print }: StaffTasksOptions): Promise<void> {
  const open = await tasks.open();
  for (const task of open) for (const line of linesOf(task)) print(line);
  print(open.length === 0 ? "Không có việc nào đang chờ." : `${open.length} việc đang chờ.`);
}

function linesOf(task: OpenTask): string[] {
  const due = task.dueAt === null ? "" : `, trả lời từ ${WHEN.format(task.dueAt)}`;
  const lines = [`#${task.id}  ${WHEN.format(task.createdAt)}  ${TASK_NAMES[task.kind] ?? task.kind}${due}`];
  // A citizen's words stay on one line and bring no control characters to the terminal.
  const detail = task.detail
    .trim()
    .replace(/\n+/g, " / ")
    .replace(/[\s\p{Cc}]+/gu, " ");
  if (detail !== "") lines.push(`    ${detail}`);
  if (task.citizenId !== null) lines.push(`    người nhắn: …${task.citizenId.slice(-4)}`);
  for (const number of task.numbers) lines.push(`    gọi lại: ${number}   (xem số: --reveal ${task.id})`);
  return lines;
}

async function reveal(id: number, { tasks, sealer, actor, now, print }: StaffTasksOptions): Promise<void> {
  // Before the audit says that a number was seen.
  const key = sealer();
  const found = await tasks.reveal(id, actor, now());
  if (found === null) throw new Invalid("staff.no-number", `Việc #${id} không có số điện thoại, hoặc đã xong.`);
  for (const sealed of found.sealed) print(key.open(sealed, numberContext(found.oaId)));
  print(`Đã ghi lại: ${actor} xem số của việc #${id}.`);
}

async function done(id: number, { tasks, actor, now, print }: StaffTasksOptions): Promise<void> {
  if (!(await tasks.close(id, actor, now()))) throw new Invalid("staff.no-task", `Không có việc #${id} đang chờ.`);
  print(`Việc #${id} đã xong; số điện thoại của việc này đã xoá.`);
}

/** The account on this machine; in a container an account may have no name. */
function whoAsks(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? "?"}`;
  }
}

async function run(): Promise<void> {
  readDotEnv();
  const config = readConfig(process.env);
  mustHoldData(config.databaseUrl, "staff.no-database");
  await onDatabase(config.databaseUrl, async (database) => {
    await staffTasks(process.argv.slice(2), {
      tasks: createStaffTasks(database),
      sealer: () => createSealer(config.dataKey ?? demoDataKey(config.dataFolder)),
      actor: whoAsks(),
      now: Date.now,
      print: (line) => console.log(line),
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  run().catch(fail);
}
