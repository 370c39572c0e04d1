import { isResting } from "../rests.ts";

/**
 * How many sends may be under way. A few at once while Zalo answers, fewer after a failure, none during a pause, one
 * after it: so that at most ten sends meet a Zalo that has failed, whether it answers nonsense or nothing at all.
 */
export type Breaker = {
  /** How many more sends may begin now. */
  room(now: number): number;
  /** 0: no pause. Otherwise when it ends (epoch ms). */
  closedUntil(now: number): number;
  /** Takes a place. The ticket must be given back once, by one of the three below. */
  begin(): Ticket;
  succeeded(ticket: Ticket): void;
  failed(ticket: Ticket, now: number): void;
  /** Nothing was sent after all. */
  unused(ticket: Ticket): void;
};

/** The place of a send in the order in which sends began. */
export type Ticket = number;

/**
 * Ten at once carry Zalo's 4,000 a minute as long as an answer takes 150 ms. The pause begins at the `threshold`th
 * failure in a row; each failed try after a pause doubles the next, up to `longestMs`.
 */
export function createBreaker(options = { most: 10, threshold: 5, firstMs: 1_000, longestMs: 60_000 }): Breaker {
  let begun = 0;
  let underWay = 0;
  let failures = 0;
  /** Sends begun up to here began before the latest failure was known. */
  let knownAt = 0;
  let until = 0;
  const isPaused = (now: number) => isResting(until, now, options.longestMs);
  return {
    room(now) {
      if (isPaused(now)) return 0;
      const most = failures < options.threshold ? options.most - failures : 1;
      return Math.max(0, most - underWay);
    },
    closedUntil: (now) => (isPaused(now) ? until : 0),
    begin() {
      underWay += 1;
      begun += 1;
      return begun;
    },
    succeeded(ticket) {
      underWay -= 1;
      // What was already on its way when another failed says nothing about the line since.
      if (ticket <= knownAt) return;
      failures = 0;
      until = 0;
    },
    failed(ticket, now) {
      underWay -= 1;
      // One wave is one failure of the line: during a pause only what began after the wave says something new.
      if (failures >= options.threshold && ticket <= knownAt) return;
      failures += 1;
      if (failures >= options.threshold) {
        until = now + Math.min(options.longestMs, options.firstMs * 2 ** (failures - options.threshold));
      }
      knownAt = begun;
    },
    unused() {
      underWay -= 1;
    },
  };
}
