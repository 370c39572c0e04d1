/** Watches the machine's clock, put together for app.ts: when it is put back, nobody waits for it to catch up. */
import type { Log } from "../observability/log.ts";
import type { Database } from "../storage/database.ts";
import { bringBackRests } from "../storage/rests.ts";

const TICK_MS = 1_000;
/** Even when our clock behaves: another machine's may have been ahead, or ours while we were not running. */
const TICKS_BETWEEN_LOOKS = 60;

export type RestsGuard = {
  /** Never throws; what could not be brought back now is in a minute. */
  look(): Promise<void>;
  /** Looks no more; resolves when nothing is under way. */
  stop(): Promise<void>;
};

/** `wake`: something that was to rest is due. */
export function guardRests(database: Database, log: Log, now: () => number, wake: () => void): RestsGuard {
  let last = now();
  let ticks = 0;
  let looking = Promise.resolve();

  async function bringBack(): Promise<void> {
    try {
      const rests = await bringBackRests(database, now());
      if (rests === 0) return;
      log.warn({ rests }, "clock.rests-brought-back");
      wake();
    } catch (error) {
      log.error({ type: (error as Error | null)?.name }, "clock.look-failed");
    }
  }
  const look = () => {
    looking = looking.then(bringBack);
    return looking;
  };

  const timer = setInterval(() => {
    const at = now();
    ticks += 1;
    if (at < last || ticks % TICKS_BETWEEN_LOOKS === 0) void look();
    last = at;
  }, TICK_MS);
  timer.unref();
  return {
    look,
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
