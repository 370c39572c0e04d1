import { isResting, LONGEST_HOLD_MS } from "../rests.ts";

/** Keeps below Zalo's limit of requests a minute (4,000 for an app: zalo-oa.md §6.3): a token bucket. */
export interface Pace {
  /** Takes up to `most` of the sends that may begin now; how many. Never throws. */
  take(most: number, now: number): Promise<number>;
  /** Sends that were taken and not made. */
  giveBack(count: number): void;
  /** When it is worth asking again (epoch ms), as far as this process knows. 0: now. */
  freeAt(now: number): number;
  /** Zalo said "over the limit": nothing more until then. */
  pauseUntil(instant: number, now: number): void;
  /** When that pause ends (epoch ms). 0: there is none. */
  pausedUntil(now: number): number;
}

/** A second's worth, and never so few that a burst of answers crawls. */
export const burstOf = (perMinute: number): number => Math.max(10, Math.ceil(perMinute / 60));

/** For one process. Several on one Official Account share a pace through Redis: signals/redis-pace.ts. */
export function createPace(perMinute: number, burst = burstOf(perMinute)): Pace {
  const perMs = perMinute / 60_000;
  let free = burst;
  let last = 0;
  let paused = 0;
  const isPaused = (now: number) => isResting(paused, now, LONGEST_HOLD_MS);
  const refill = (now: number) => {
    free = Math.min(burst, free + Math.max(0, now - last) * perMs);
    last = now;
  };
  return {
    async take(most, now) {
      refill(now);
      const taken = isPaused(now) ? 0 : Math.min(most, Math.floor(free));
      free -= taken;
      return taken;
    },
    giveBack(count) {
      free = Math.min(burst, free + count);
    },
    freeAt(now) {
      refill(now);
      if (isPaused(now)) return paused;
      return free >= 1 ? 0 : Math.ceil(now + (1 - free) / perMs);
    },
    pauseUntil(instant, now) {
      paused = isPaused(now) ? Math.max(paused, instant) : instant;
    },
    pausedUntil: (now) => (isPaused(now) ? paused : 0),
  };
}
