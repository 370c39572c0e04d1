/** What instances on one database share: over Redis when there is one, otherwise each has its own. */
import type { Config } from "../config.ts";
import { burstOf, createPace, type Pace } from "../delivery/pace.ts";
import type { Log } from "../observability/log.ts";
import { createLocalSignals, type Signals } from "../signals/signals.ts";

export type Shared = { readonly signals: Signals; readonly pace: Pace; close(): Promise<void> };

/** `prefix` keeps installations apart that share one Redis. Its client is loaded only when there is one. */
export async function wireInstances({ redisUrl, sendsPerMinute }: Config, prefix: string, log: Log): Promise<Shared> {
  const alone = createPace(sendsPerMinute);
  if (redisUrl === null) {
    const signals = createLocalSignals();
    return { signals, pace: alone, close: () => signals.close() };
  }
  const { createRedisSignals } = await import("../signals/redis-signals.ts");
  const { createRedisPace } = await import("../signals/redis-pace.ts");
  const signals = createRedisSignals(redisUrl, prefix, log);
  const burst = burstOf(sendsPerMinute);
  const pace = createRedisPace({ url: redisUrl, prefix, perMinute: sendsPerMinute, burst, alone }, log);
  return { signals, pace, close: async () => void (await Promise.all([signals.close(), pace.close()])) };
}
