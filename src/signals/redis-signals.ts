/** Signals over Redis publish/subscribe, so that several instances wake each other. */
import { Redis } from "ioredis";
import type { Log } from "../observability/log.ts";
import { createLocalSignals, type Signal, type Signals } from "./signals.ts";

/**
 * `prefix` keeps installations apart that share one Redis. While Redis is away, signals reach this process only and
 * the connection is tried again without end.
 */
export function createRedisSignals(url: string, prefix: string, log: Log): Signals {
  const local = createLocalSignals();
  const channel = `${prefix}:signals`;
  const options = {
    lazyConnect: true,
    // A signal that cannot be sent now is worthless later: never queue.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (tries: number) => Math.min(5_000, 100 * 2 ** Math.min(tries, 6)),
  };
  const speaker = new Redis(url, options);
  const hearer = new Redis(url, options);
  for (const client of [speaker, hearer]) {
    let told = false;
    client.on("error", (error: Error) => {
      if (!told) log.warn({ type: error.name }, "redis.away");
      told = true;
    });
    client.on("ready", () => {
      told = false;
    });
    client.connect().catch(() => {});
  }
  const me = `${process.pid}-${Math.random().toString(36).slice(2)}`;
  // Subscribed anew after each reconnection by ioredis itself once it has succeeded the first time.
  hearer.on("ready", () => void hearer.subscribe(channel).catch(() => {}));
  hearer.on("message", (_channel, message: string) => {
    const [from, signal] = message.split(" ");
    if (from !== me) local.send(signal as Signal);
  });
  return {
    send(signal) {
      local.send(signal);
      if (speaker.status === "ready") speaker.publish(channel, `${me} ${signal}`).catch(() => {});
    },
    on: (signal, hear) => local.on(signal, hear),
    async close() {
      await local.close();
      speaker.disconnect();
      hearer.disconnect();
    },
  };
}
