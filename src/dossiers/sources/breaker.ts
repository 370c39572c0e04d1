import { isResting } from "../../rests.ts";

/**
 * Leaves a source that keeps failing in peace for a while. Simpler than the delivery's (delivery/breaker.ts), which
 * rations many sends at once: here a citizen waits, so one that may not ask gets the last known answer at once.
 */
export type Breaker = {
  /** False: do not ask now. After a pause one call at a time may try. */
  mayCall(now: number): boolean;
  succeeded(): void;
  failed(now: number): void;
};

const THRESHOLD = 3;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 120_000;
/** A trial call that never reports back does not close the door for good. */
const TRIAL_MS = 15_000;

export function createBreaker(): Breaker {
  let failures = 0;
  let until = 0;
  return {
    mayCall(now) {
      if (failures < THRESHOLD) return true;
      if (isResting(until, now, LONGEST_PAUSE_MS)) return false;
      until = now + TRIAL_MS;
      return true;
    },
    succeeded() {
      failures = 0;
      until = 0;
    },
    failed(now) {
      failures += 1;
      if (failures < THRESHOLD) return;
      until = now + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - THRESHOLD));
    },
  };
}
