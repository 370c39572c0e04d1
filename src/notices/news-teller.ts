/**
 * Tells followers what is new: once each, within the time in which Zalo lets us write unasked, not at night. What cannot
 * be told stays news until its follower writes (conversation/answers/dossier/news.ts).
 */
import type { Reply } from "../channel/message.ts";
import type { Status } from "../dossiers/dossier.ts";
import type { Log } from "../observability/log.ts";
import type { NewsStore } from "./news.ts";
import { isQuiet, type QuietHours } from "./quiet-hours.ts";

/** Free consultation messages (zalo-oa.md §6.3), less an hour in which the reply may wait for its turn. */
export const WINDOW_MS = 47 * 3_600_000;

const AT_ONCE = 500;

export type TellerOptions = {
  readonly store: NewsStore;
  readonly replyFor: (code: string, status: Status) => Reply;
  /** For who has not written lately; null: no template is approved, so the news is kept. */
  readonly templateFor: ((code: string, status: Status) => Reply) | null;
  readonly now: () => number;
  readonly quiet: QuietHours;
  readonly log: Log;
  readonly count: (outcome: "told" | "kept" | "failed") => void;
  /** Something waits in the outbox. */
  readonly onReplies: () => void;
};

export type NewsTeller = {
  /** Looks once; calls while it is looking make it look once more. Never throws. */
  look(): Promise<void>;
  /** Looks no more; resolves when nothing is under way. */
  stop(): Promise<void>;
};

export function createNewsTeller(options: TellerOptions): NewsTeller {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function run(): Promise<void> {
    do {
      again = false;
      try {
        await tellAll(options);
      } catch (error) {
        options.count("failed");
        options.log.error({ type: (error as Error)?.name }, "notices.failed");
      }
    } while (again && !stopped);
    running = null;
  }

  return {
    look() {
      if (stopped) return Promise.resolve();
      if (running) again = true;
      running ??= run();
      return running;
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}

async function tellAll({ store, replyFor, templateFor, now, quiet, count, onReplies }: TellerOptions): Promise<void> {
  if (isQuiet(now(), quiet)) return;
  let told = 0;
  for (const news of await store.pending(templateFor ? 0 : now() - WINDOW_MS, AT_ONCE)) {
    const mayWrite = news.lastWroteAt !== null && now() - news.lastWroteAt < WINDOW_MS;
    const compose = mayWrite ? replyFor : templateFor;
    const done = compose !== null && (await store.tell(news, compose(news.code, news.status), now()));
    count(done ? "told" : "kept");
    if (done) told += 1;
  }
  if (told > 0) onReplies();
}
