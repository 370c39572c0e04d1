/** Keeps below Zalo's limit of requests a minute (4,000 for an app: zalo-oa.md §6.3): a token bucket. */
export type Pace = {
  /** Takes one send, or says when one will be free (epoch ms). 0: taken. */
  take(now: number): number;
  /** Zalo said "over the limit": nothing more until then. */
  pauseUntil(instant: number): void;
};

export function createPace(perMinute: number, burst = Math.max(10, Math.ceil(perMinute / 60))): Pace {
  const perMs = perMinute / 60_000;
  let free = burst;
  let last = 0;
  let paused = 0;
  return {
    take(now) {
      if (now < paused) return paused;
      free = Math.min(burst, free + Math.max(0, now - last) * perMs);
      last = now;
      if (free < 1) return Math.ceil(now + (1 - free) / perMs);
      free -= 1;
      return 0;
    },
    pauseUntil(instant) {
      paused = Math.max(paused, instant);
    },
  };
}
