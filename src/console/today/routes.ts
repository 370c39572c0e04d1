/** The first page: what today looks like, and what waits. */

import { type KnowledgeParts, openingPage } from "../knowledge/open-item.ts";
import { groupsOf, LEARNING_MOST, LEARNING_MS, type LearningStore } from "../learning/groups.ts";
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
  readonly learning: LearningStore;
};

/** More of one day are not looked at one by one. */
const MOST = 5_000;
const DAYS = 14;
const DAY_MS = 86_400_000;

export const todayRoutes = (parts: TodayParts): readonly Route[] => [
  staff("get", "/", "see", async (visit) => {
    const { desk, knowledge: store, activity, deliveries, tasks, learning } = parts;
    const inUse = desk.inUse();
    if (!inUse) return openingPage();
    if (!visit.may("oversee")) return welcomePage(visit);
    const today = desk.today();
    const midnight = Date.parse(`${today}T00:00:00+07:00`);
    const [turns, byDay, drafts, failed, open, groups] = await Promise.all([
      activity.turnsSince(midnight, MOST),
      activity.turnsByDay(midnight - (DAYS - 1) * DAY_MS),
      store.drafts(),
      deliveries.failedCount(),
      tasks.open(),
      learning.unanswered(visit.now - LEARNING_MS, LEARNING_MOST).then(groupsOf),
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
      groups: groups.length,
      withdrawn: (await store.withdrawals()).length,
      lists: LISTS.map(({ key, name }) => ({ key, name, count: workList(key, inUse.knowledge, today).length })),
    });
  }),
];
