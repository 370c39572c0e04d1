/** One connection to Redis that is tried again without end, and never makes anybody wait for it. */
import { Redis } from "ioredis";
import type { Log } from "../observability/log.ts";

/** While it is away commands fail at once: what is said over Redis now is worthless later. */
export function connectRedis(url: string, log: Log): Redis {
  const client = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 1_000,
    // A Redis that takes connections and says nothing is away too: after this nothing waits for it any more.
    socketTimeout: 1_500,
    retryStrategy: (tries: number) => Math.min(2_000, 100 * 2 ** Math.min(tries, 6)),
  });
  let told = false;
  client.on("error", (error: Error) => {
    if (!told) log.warn({ type: error.name }, "redis.away");
    told = true;
  });
  client.on("ready", () => {
    if (told) log.info({}, "redis.back");
    told = false;
  });
  client.connect().catch(() => {});
  return client;
}
