/** Keeps below Zalo's limit of requests a minute (4,000 for an app: zalo-oa.md §6.3): a token bucket. */
export type Pace = {
  /** How many sends may be taken now. */
  room(now: number): number;
  /** When the next send will be free (epoch ms). 0: now. */
  freeAt(now: number): number;
  /** Takes one send; false: none is free. */
  take(now: number): boolean;
  /** Zalo said "over the limit": nothing more until then. */
  pauseUntil(instant: number): void;
};

export function createPace(perMinute: number, burst = Math.max(10, Math.ceil(perMinute / 60))): Pace {
  const perMs = perMinute / 60_000;
  let free = burst;
  let last = 0;
  let paused = 0;
  const refill = (now: number) => {
    free = Math.min(burst, free + Math.max(0, now - last) * perMs);
    last = now;
  };
  return {
    room(now) {
      refill(now);
      return now < paused ? 0 : Math.floor(free);
    },
    freeAt(now) {
      refill(now);
      if (now < paused) return paused;
      return free >= 1 ? 0 : Math.ceil(now + (1 - free) / perMs);
    },
    take(now) {
      refill(now);
      if (now < paused || free < 1) return false;
      free -= 1;
      return true;
    },
    pauseUntil(instant) {
      paused = Math.max(paused, instant);
    },
  };
}
