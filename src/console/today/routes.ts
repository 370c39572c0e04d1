/** The first page: what today looks like, and what waits. */

import { type KnowledgeParts, openingPage } from "../knowledge/open-item.ts";
import type { DeliveryStore } from "../operations/deliveries.ts";
import type { TaskDesk } from "../operations/tasks.ts";
import type { Route } from "../route.ts";
import { staff } from "../route.ts";
import { LISTS, workList } from "../work/work-lists.ts";
import { type ActivityStore, figuresOf } from "./activity.ts";
import { todayPage, welcomePage } from "./today-page.ts";

export type TodayParts = KnowledgeParts & {
  readonly activity: ActivityStore;
  readonly deliveries: DeliveryStore;
  readonly tasks: TaskDesk;
};

/** More of one day are not looked at one by one. */
const MOST = 5_000;
const DAYS = 14;
const DAY_MS = 86_400_000;

export const todayRoutes = ({ desk, knowledge: store, activity, deliveries, tasks }: TodayParts): readonly Route[] => [
  staff("get", "/", "see", async (visit) => {
    const inUse = desk.inUse();
    if (!inUse) return openingPage();
    if (!visit.may("oversee")) return welcomePage(visit);
    const today = desk.today();
    const midnight = Date.parse(`${today}T00:00:00+07:00`);
    const [turns, byDay, drafts, failed, open] = await Promise.all([
      activity.turnsSince(midnight, MOST),
      activity.turnsByDay(midnight - (DAYS - 1) * DAY_MS),
      store.drafts(),
      deliveries.failedCount(),
      tasks.open(),
    ]);
    const days = Array.from({ length: DAYS }, (_, at) => {
      const day = new Date(Date.parse(`${today}T00:00:00Z`) - (DAYS - 1 - at) * DAY_MS).toISOString().slice(0, 10);
      return { day, turns: byDay.find((each) => each.day === day)?.turns ?? 0 };
    });
    return todayPage(visit, {
      today,
      figures: figuresOf(turns),
      days,
      topicName: (key) => inUse.knowledge.topics.get(key)?.name ?? key,
      waiting: drafts.filter(({ state }) => state === "waiting").length,
      failed,
      tasks: open.length,
      withdrawn: (await store.withdrawals()).length,
      lists: LISTS.map(({ key, name }) => ({ key, name, count: workList(key, inUse.knowledge, today).length })),
    });
  }),
];
