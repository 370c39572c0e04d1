/** The pace of one process and the pace of several behave alike; only Redis' is shared. */
import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { burstOf, createPace, type Pace } from "../../src/delivery/pace.ts";
import { silentLog } from "../../src/observability/log.ts";
import { createRedisPace } from "../../src/signals/redis-pace.ts";
import { describeWithRedis, REDIS_URL } from "../support/redis.ts";
import { until } from "../support/until.ts";

const PER_MINUTE = 600;
const BURST = burstOf(PER_MINUTE);
type Made = Pace & { close?(): Promise<void> };

const made: Made[] = [];
afterEach(async () => {
  for (const pace of made.splice(0)) await pace.close?.();
});

function overRedis(prefix: string, url = REDIS_URL): Made {
  const pace = createRedisPace(
    { url, prefix, perMinute: PER_MINUTE, burst: BURST, alone: createPace(PER_MINUTE) },
    silentLog,
  );
  made.push(pace);
  return pace;
}
const ownPrefix = () => `mot-cua-test-${randomUUID()}`;
/** Once it is connected: until then a pace of Redis' is a pace of its own, and Redis hears nothing of what it hands out. */
async function connected(prefix: string): Promise<Made> {
  const redis = new Redis(REDIS_URL);
  const lastHeard = () => redis.hget(`${prefix}:pace`, "last");
  const pace = overRedis(prefix);
  await until("Redis counts", async () => {
    const before = await lastHeard();
    pace.giveBack(await pace.take(1, Date.now()));
    await new Promise((resolve) => setTimeout(resolve, 20));
    return (await lastHeard()) !== before;
  });
  await redis.quit();
  return pace;
}

function behavesLikeAPace(make: () => Promise<Made>) {
  let pace: Made;
  beforeEach(async () => {
    pace = await make();
  });
  test("a burst is free at once, then sends become free as time goes by, and it says when", async () => {
    const from = Date.now();
    expect(await pace.take(BURST + 20, from)).toBe(BURST);
    const now = Date.now();
    expect(await pace.take(5, now)).toBeLessThanOrEqual(1);
    const freeAt = pace.freeAt(now);
    expect(freeAt - now).toBeLessThanOrEqual(60_000 / PER_MINUTE);
    await until("one is free", async () => (await pace.take(1, Date.now())) === 1, 2_000);
  });

  test("what was taken and not sent is free again", async () => {
    expect(await pace.take(BURST, Date.now())).toBe(BURST);
    pace.giveBack(4);
    expect(await pace.take(4, Date.now())).toBe(4);
  });

  test("after Zalo's own limit nothing is free until its minute is over", async () => {
    const now = Date.now();
    pace.pauseUntil(now + 300, now);
    expect(pace.pausedUntil(now)).toBe(now + 300);
    expect(pace.freeAt(now)).toBe(now + 300);
    expect(await pace.take(1, now)).toBe(0);
    await until("the pause is over", async () => (await pace.take(1, Date.now())) === 1, 2_000);
    expect(Date.now()).toBeGreaterThanOrEqual(now + 300);
    expect(pace.pausedUntil(Date.now())).toBe(0);
  });
}

describe("the pace of one process", () => behavesLikeAPace(async () => createPace(PER_MINUTE)));

describeWithRedis("the pace of several, over Redis", () => {
  behavesLikeAPace(() => connected(ownPrefix()));

  test("what one instance takes is gone for the others, and a pause holds for all", async () => {
    const prefix = ownPrefix();
    const [one, other] = [await connected(prefix), await connected(prefix)];
    const taken = await Promise.all([one.take(BURST, Date.now()), other.take(BURST, Date.now())]);
    expect(taken[0] + taken[1]).toBeLessThanOrEqual(BURST + 1);
    const now = Date.now();
    one.pauseUntil(now + 60_000, now);
    await until("the other knows", async () => (await other.take(1, Date.now())) === 0 && other.pausedUntil(now) > 0);
  });
});

test("while Redis is away each instance keeps the pace by itself", async () => {
  const pace = overRedis("nobody", "redis://127.0.0.1:1");
  expect(await pace.take(BURST + 5, Date.now())).toBe(BURST);
  expect(await pace.take(1, Date.now())).toBe(0);
  pace.giveBack(2);
  expect(await pace.take(2, Date.now())).toBe(2);
  expect(pace.freeAt(Date.now())).toBeGreaterThan(0);
});
