/** Everything about dossiers put together for app.ts: sources, desk, push door, news, the morning's list. */
import type { Router } from "express";
import { dayOf, formatDay, type WorkingCalendar } from "../calendar/index.ts";
import type { Config } from "../config.ts";
import { newsReply, newsTemplate } from "../conversation/index.ts";
import { createDossierDesk, type DossierDesk, type DossierRegister } from "../dossiers/index.ts";
import { createPushRouter } from "../dossiers/push/router.ts";
import { openSources } from "../dossiers/sources/open-sources.ts";
import { remindOfDue } from "../notices/due-reminder.ts";
import { createNewsTeller } from "../notices/news-teller.ts";
import { refreshFollowed } from "../notices/refresh-followed.ts";
import type { Log } from "../observability/log.ts";
import type { Counters } from "../observability/metrics.ts";
import type { Sealer } from "../secrets/seal.ts";
import type { Database } from "../storage/database.ts";
import { createDeskStore } from "../storage/dossier-desk.ts";
import { createDueStore } from "../storage/dossier-due.ts";
import { createNewsStore } from "../storage/dossier-news.ts";
import { createDossierRegister } from "../storage/dossier-register.ts";

/** Imports come from another process: what they change is seen by looking. */
const NEWS_CHECK_MS = 30_000;
/** How often it is looked whether something of the day is still to be done. */
const DAILY_CHECK_MS = 20 * 60_000;

export type DossierParts = {
  readonly config: Config;
  readonly database: Database;
  readonly sealer: Sealer;
  readonly counters: Counters;
  readonly log: Log;
  readonly now: () => number;
  /** Null while the knowledge is not loaded. */
  readonly calendar: () => WorkingCalendar | null;
  /** Something waits in the outbox. */
  readonly onReplies: () => void;
  /** Keeps something for staff, once. */
  readonly raiseOnce: (kind: string, detail: string) => Promise<void>;
  readonly newsCheckMs?: number;
  readonly dailyCheckMs?: number;
};

export type Dossiers = {
  readonly desk: DossierDesk;
  readonly register: DossierRegister;
  /** The door for one-stop systems, where a token is set. */
  readonly routers: readonly { readonly at: string; readonly router: Router }[];
  start(): void;
  /** Tells nothing more; resolves when nothing is under way. */
  stop(): Promise<void>;
};

/** Throws `Invalid` when the file of sources cannot be used. */
export function wireDossiers(parts: DossierParts): Dossiers {
  const { config, database, sealer, counters, log, now } = parts;
  const { pushToken, quiet, dueSoonDays, newsTemplateId } = config.dossiers;
  const { pseudonym } = sealer;
  const register = createDossierRegister(database);
  const sources = openSources({
    file: config.dossiers.sourcesFile,
    secrets: config.dossiers.secrets,
    register,
    pseudonym,
    now,
    count: (source, outcome) => counters.add("dossier_sources", { source, outcome }),
  });
  const news = createNewsStore(database);
  const teller = createNewsTeller({
    store: news,
    replyFor: newsReply,
    templateFor: newsTemplateId ? (code, status) => newsTemplate(newsTemplateId, code, status) : null,
    now,
    quiet,
    log,
    count: (outcome) => counters.add("dossier_news", { outcome }),
    onReplies: parts.onReplies,
  });
  const door = (token: string) =>
    createPushRouter({
      token,
      register,
      pseudonym,
      now,
      publicUrl: config.publicUrl,
      log,
      onChange: () => void teller.look(),
      count(outcome, records) {
        counters.add("dossier_pushes", { outcome, records: sizeOf(records) });
        if (outcome === "partly") void parts.raiseOnce("dossiers.push", wrongPush(dayOf(now()))).catch(() => {});
      },
    });

  async function daily(): Promise<void> {
    try {
      const { followedBefore } = news;
      await refreshFollowed({ followedBefore, isAsked: sources.isAsked, source: sources, now, quiet });
      await teller.look();
      const calendar = parts.calendar();
      if (calendar === null) return;
      await remindOfDue({
        store: createDueStore(database),
        calendar,
        now,
        days: dueSoonDays,
        raiseOnce: parts.raiseOnce,
      });
    } catch (error) {
      log.error({ type: (error as Error)?.name }, "dossiers.daily-failed");
    }
  }

  const timers: NodeJS.Timeout[] = [];
  let underWay: Promise<void> = Promise.resolve();
  const everyDay = () => {
    underWay = underWay.then(daily);
  };
  return {
    desk: createDossierDesk(sources, createDeskStore(database), pseudonym),
    register,
    routers: pushToken ? [{ at: "/", router: door(pushToken) }] : [],
    start() {
      everyDay();
      timers.push(setInterval(everyDay, parts.dailyCheckMs ?? DAILY_CHECK_MS));
      timers.push(setInterval(() => void teller.look(), parts.newsCheckMs ?? NEWS_CHECK_MS));
      for (const timer of timers) timer.unref();
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await teller.stop();
      await underWay;
    },
  };
}

/** Once a day: the system that sends knows which, for the answer tells each by place. */
const wrongPush = (today: string): string =>
  `${formatDay(today)}: hệ thống một cửa gửi sang bản ghi sai, phần đúng vẫn được nhận. Nhờ bên đó xem mục failed trong câu trả lời.`;

/** A label with few values, for counting. */
const sizeOf = (records: number): string => (records < 10 ? "<10" : records < 1_000 ? "<1000" : ">=1000");
