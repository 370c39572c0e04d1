/** Which figures of the whole program stand at /metrics beside the counts. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { TokenStore } from "../channel/zalo/token-store.ts";
import type { Metrics } from "../observability/metrics.ts";
import { createBacklog } from "../storage/backlog.ts";
import type { Database } from "../storage/database.ts";

export type MetricsParts = {
  readonly metrics: Metrics;
  readonly database: Database;
  readonly tokenStore: TokenStore;
  readonly oaId: string;
  readonly now: () => number;
  readonly isReady: () => boolean;
};

export function wireMetrics({ metrics, database, tokenStore, oaId, now, isReady }: MetricsParts): void {
  const backlog = createBacklog(database);
  const age = (since: number | null) => (since === null ? 0 : Math.max(0, now() - since) / 1_000);
  metrics.gauge("ready", "1 when answers are given", () => (isReady() ? 1 : 0));
  metrics.gauge("inbox_waiting", "Events that wait for their turn", async () => (await backlog.events()).count);
  metrics.gauge("inbox_oldest_seconds", "Age of the event that waits longest", async () =>
    age((await backlog.events()).since),
  );
  metrics.gauge("outbox_open", "Replies that are not settled", async () => (await backlog.replies()).count);
  metrics.gauge("outbox_oldest_seconds", "Age of the reply that is open longest", async () =>
    age((await backlog.replies()).since),
  );
  metrics.gauge("outbox_given_up", "Replies that were refused for good or never confirmed", backlog.givenUp);
  metrics.gauge("token_life_seconds", "Until Zalo's access token ends; absent: not linked", async () => {
    const stored = await tokenStore.read(oaId);
    return stored === null ? null : (stored.expiresAt - now()) / 1_000;
  });
}

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** The door with a clock beside it. Zalo gives up after 2 seconds. */
export function timed(door: Handler, metrics: Metrics): Handler {
  const took = metrics.durations(
    "door_seconds",
    "From a request at the webhook to its answer",
    [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
  );
  return async (req, res) => {
    const began = performance.now();
    await door(req, res);
    took(performance.now() - began);
  };
}
