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
const LONGEST_GATHERING_MS = 5;
/** Of the time that the last insert took, this part is worth waiting for more to share the next: those just answered. */
const SHARE_OF_LAST = 1 / 3;
const LONGEST_PAUSE_MS = 2;

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
  let lastTook = 0;

  async function flush() {
    while (waiting.length > 0) {
      await moreHaveCome();
      const batch = waiting;
      waiting = [];
      const begun = performance.now();
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
      lastTook = performance.now() - begun;
    }
    flushing = null;
  }

  /**
   * Requests that are on their way share the sync call, which costs as much as handling twenty of them: wait while each
   * turn of the event loop still brings some, but not so long that anybody would notice.
   */
  async function moreHaveCome() {
    const pause = Math.min(lastTook * SHARE_OF_LAST, LONGEST_PAUSE_MS);
    if (pause >= 1) await new Promise<void>((resolve) => setTimeout(resolve, pause));
    const latest = performance.now() + LONGEST_GATHERING_MS;
    let seen = 0;
    while (waiting.length > seen && performance.now() < latest) {
      seen = waiting.length;
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
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
