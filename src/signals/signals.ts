/**
 * Wake-ups between the parts of the program, and between instances when Redis is there. A lost signal costs a second
 * and nothing else: whoever waits looks by itself once a second, and the truth is in the database.
 */
export type Signal = "intake" | "delivery" | "knowledge";

export interface Signals {
  /** Tells everybody, this process included. Never throws and never waits. */
  send(signal: Signal): void;
  /** Calls `hear` for each signal, from wherever it came. */
  on(signal: Signal, hear: () => void): void;
  close(): Promise<void>;
}

/** For one process: calls the listeners at once. */
export function createLocalSignals(): Signals {
  const listeners = new Map<Signal, (() => void)[]>();
  return {
    send: (signal) => {
      for (const hear of listeners.get(signal) ?? []) hear();
    },
    on: (signal, hear) => void listeners.set(signal, [...(listeners.get(signal) ?? []), hear]),
    close: async () => listeners.clear(),
  };
}
