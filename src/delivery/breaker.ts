/** Stops sending for a while when Zalo keeps failing, so that an outage is not hammered; then lets one try through. */
export type Breaker = {
  /** 0: send. Otherwise when to try again (epoch ms). */
  closedUntil(now: number): number;
  /** True after a pause until the first success: one try at a time is enough to see whether Zalo is back. */
  isProbing(now: number): boolean;
  succeeded(): void;
  failed(now: number): void;
};

/**
 * Opens after `threshold` failures in a row; each failed try after a pause doubles the next, up to `longestMs`. What was
 * under way together and fails during a pause says nothing new.
 */
export function createBreaker(options = { threshold: 5, firstMs: 1_000, longestMs: 60_000 }): Breaker {
  let failures = 0;
  let until = 0;
  return {
    closedUntil: (now) => (now < until ? until : 0),
    isProbing: (now) => failures >= options.threshold && now >= until,
    succeeded() {
      failures = 0;
      until = 0;
    },
    failed(now) {
      if (now < until) return;
      failures += 1;
      if (failures < options.threshold) return;
      until = now + Math.min(options.longestMs, options.firstMs * 2 ** (failures - options.threshold));
    },
  };
}
