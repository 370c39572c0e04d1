/** What to do after an attempt to send: pure, so that the whole table can be read and tested here. */
import type { SendOutcome } from "../channel/voice.ts";
import { assertNever } from "../errors.ts";
import type { Delivery, Settlement } from "./outbox.ts";

/** How long an unknown outcome waits for its echo. */
export const ECHO_WAIT_MS = 60_000;
/** Zalo's outages are outlived for a day; after that the answer is stale and goes to staff. */
const KEEP_TRYING_MS = 24 * 3_600_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** Longer than every other pause between two attempts. */
export const OPERATOR_PAUSE_MS = 10 * 60_000;

/** `random`: 0 to 1, for jitter. */
export function planAfter(delivery: Delivery, outcome: SendOutcome, now: number, random: () => number): Settlement {
  switch (outcome.kind) {
    case "sent":
      return { kind: "sent", messageId: outcome.messageId };
    case "unknown":
      return { kind: "uncertain", error: outcome.why, until: now + ECHO_WAIT_MS };
    case "refused":
      return planAfterRefusal(delivery, outcome, now, random);
    default:
      return assertNever(outcome);
  }
}

function planAfterRefusal(
  delivery: Delivery,
  { code, todo }: Extract<SendOutcome, { kind: "refused" }>,
  now: number,
  random: () => number,
): Settlement {
  if (now - delivery.createdAt > KEEP_TRYING_MS) return { kind: "dead", error: code };
  if (todo === "retry-once" && delivery.attempts >= 1) return { kind: "dead", error: code };
  switch (todo) {
    case "give-up":
      return { kind: "dead", error: code };
    case "wait": {
      // The limit's window is the clock minute; a little jitter keeps instances apart.
      const nextMinute = Math.ceil((now + 1) / 60_000) * 60_000;
      return { kind: "again", at: nextMinute + Math.round(random() * 2_000), error: code, countsAsAttempt: false };
    }
    case "retry":
    case "retry-once": {
      const pause = Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** Math.min(delivery.attempts, 10));
      return { kind: "again", at: now + Math.round(pause * (0.5 + random() / 2)), error: code, countsAsAttempt: true };
    }
    case "tell-staff":
      return { kind: "again", at: now + OPERATOR_PAUSE_MS, error: code, countsAsAttempt: true };
    default:
      return assertNever(todo);
  }
}

/**
 * The 60 seconds are over and no echo came: sent again once, and after that kept for staff. A template costs money each
 * time, so it is kept for staff at once.
 */
export const mayResend = ({ resends, reply }: Delivery): boolean => resends === 0 && reply.template === undefined;
