/** Signals over Redis publish/subscribe, so that several instances wake each other. */
import type { Log } from "../observability/log.ts";
import { connectRedis } from "./redis-client.ts";
import { createLocalSignals, type Signal, type Signals } from "./signals.ts";

/** `prefix` keeps installations apart that share one Redis. While Redis is away, signals reach this process only. */
export function createRedisSignals(url: string, prefix: string, log: Log): Signals {
  const local = createLocalSignals();
  const channel = `${prefix}:signals`;
  const speaker = connectRedis(url, log);
  const hearer = connectRedis(url, log);
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
