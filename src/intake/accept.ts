/** Where the door hands an event over: kept durably, together with all others of the same moment, before it is acknowledged. */
import type { Accept } from "../channel/door.ts";
import type { IncomingEvent } from "../channel/message.ts";
import { Unavailable } from "../errors.ts";
import type { Inbox } from "./inbox.ts";

type Waiting = {
  event: IncomingEvent;
  resolve: (outcome: "new" | "duplicate") => void;
  reject: (error: unknown) => void;
};

/** Above this many unanswered requests the door sheds load with a 503, which Zalo retries. */
const MOST_WAITING = 5_000;

/**
 * Collects the events of one tick into one insert. An event that nothing acts on (`ignored`) is not kept at all.
 * `onNew` is called after a commit that brought something new.
 */
export function createAccept(
  inbox: Inbox,
  now: () => number,
  onNew: () => void,
): Accept & { settled(): Promise<void> } {
  let waiting: Waiting[] = [];
  let flushing: Promise<void> | null = null;

  async function flush() {
    // The requests of one poll of the sockets each run on their own: wait until all of them have spoken.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const outcomes = await inbox.accept(
          batch.map((entry) => entry.event),
          now(),
        );
        batch.forEach((entry, index) => {
          entry.resolve(outcomes[index] ?? "duplicate");
        });
        if (outcomes.includes("new")) onNew();
      } catch (error) {
        for (const entry of batch) entry.reject(error);
      }
    }
    flushing = null;
  }

  const accept = (event: IncomingEvent) => {
    if (event.body.kind === "ignored") return Promise.resolve("new" as const);
    if (waiting.length >= MOST_WAITING) {
      return Promise.reject(new Unavailable("intake.full", "too many events wait to be stored: try again shortly"));
    }
    return new Promise<"new" | "duplicate">((resolve, reject) => {
      waiting.push({ event, resolve, reject });
      flushing ??= flush();
    });
  };
  return Object.assign(accept, {
    /** Resolves when nothing waits any more: for a gentle stop. */
    async settled() {
      while (flushing) await flushing;
    },
  });
}
