/**
 * Keeps a fixed number of pieces of work in flight: claims what is due, handles each on its own, claims more as places
 * free, sleeps until something is due. Used by the intake (conversations) and the delivery (replies).
 */
import type { Log } from "./observability/log.ts";

export type Pump = {
  start(): void;
  /** Something new may be there: look now. */
  wake(): void;
  /** Claims nothing more, finishes what is in flight, then resolves. */
  stop(): Promise<void>;
};

export type PumpOptions<Work> = {
  readonly name: string;
  readonly log: Log;
  readonly now: () => number;
  /** How many may be in flight at once. */
  readonly parallel: number;
  /** Each piece holds the event loop for a while: they begin one after the other, and whoever knocks comes in between. */
  readonly apart?: boolean;
  readonly claim: (limit: number) => Promise<readonly Work[]>;
  /** Never throws for what it can foresee; anything else is logged and its lease runs out. */
  readonly handle: (work: Work) => Promise<void>;
  /** When the next work is due (epoch ms), or null. */
  readonly nextDue: () => Promise<number | null>;
};

/** Looks at least this often, so that a lost wake-up costs a second and nothing else. */
const LONGEST_SLEEP_MS = 1_000;

export function createPump<Work>(options: PumpOptions<Work>): Pump {
  const inFlight = new Set<Promise<void>>();
  let stopping = false;
  let woken = false;
  let wakeSleeper: (() => void) | null = null;
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (!stopping) {
      woken = false;
      const pause = await round();
      if (pause > 0 && !woken && !stopping) await sleep(pause);
    }
    await Promise.all(inFlight);
  }

  /** Claims once; how long to sleep afterwards. */
  async function round(): Promise<number> {
    const places = options.parallel - inFlight.size;
    if (places <= 0) return LONGEST_SLEEP_MS;
    try {
      const claimed = await options.claim(places);
      for (const work of claimed) {
        launch(work);
        if (options.apart) await new Promise<void>((resolve) => setImmediate(resolve));
      }
      if (claimed.length > 0) return 0;
      const due = await options.nextDue();
      const pause = due === null ? LONGEST_SLEEP_MS : due - options.now();
      return Math.max(1, Math.min(LONGEST_SLEEP_MS, pause));
    } catch (error) {
      options.log.error({ pump: options.name, error: (error as Error)?.name }, "pump.round-failed");
      return LONGEST_SLEEP_MS;
    }
  }

  function launch(work: Work): void {
    const flight = options
      .handle(work)
      .catch((error: unknown) => {
        const { name, stack } = error as Error;
        options.log.error({ pump: options.name, error: name, stack: stack?.split("\n").slice(1, 5) }, "pump.failed");
      })
      .finally(() => {
        inFlight.delete(flight);
        wake();
      });
    inFlight.add(flight);
  }

  function sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        wakeSleeper = null;
        resolve();
      };
      const timer = setTimeout(done, ms);
      wakeSleeper = done;
    });
  }

  function wake(): void {
    woken = true;
    wakeSleeper?.();
  }

  return {
    start() {
      running ??= run();
    },
    wake,
    async stop() {
      stopping = true;
      wake();
      await running;
    },
  };
}
