/** A pace that several instances keep together: the token bucket lies in Redis. */
import type { Log } from "../observability/log.ts";
import { isResting, LONGEST_HOLD_MS } from "../rests.ts";
import { connectRedis } from "./redis-client.ts";

/** What the delivery asks of a pace (delivery/pace.ts). */
type Pace = {
  take(most: number, now: number): Promise<number>;
  giveBack(count: number): void;
  freeAt(now: number): number;
  pauseUntil(instant: number, now: number): void;
  pausedUntil(now: number): number;
};

/** Redis' own clock counts, for those of the instances differ. Answers how many were taken and how long (ms) to wait. */
const TAKE = `
local per_ms, burst, most = ARGV[1] / 60000, tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local known = redis.call('HMGET', KEYS[1], 'free', 'last', 'paused')
local free, last, paused = tonumber(known[1]) or burst, tonumber(known[2]) or now, tonumber(known[3]) or 0
free = math.min(burst, free + math.max(0, now - last) * per_ms)
local taken = 0
if paused - now > ${LONGEST_HOLD_MS} then paused = 0 end
if now >= paused then taken = math.min(most, math.floor(free)) end
free = free - taken
redis.call('HSET', KEYS[1], 'free', tostring(free), 'last', now)
redis.call('PEXPIRE', KEYS[1], 120000)
local wait = 0
if now < paused then wait = paused - now elseif free < 1 then wait = math.ceil((1 - free) / per_ms) end
return {taken, wait, math.max(0, paused - now)}`;
const GIVE_BACK = `
if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('HINCRBYFLOAT', KEYS[1], 'free', ARGV[1]) end`;
const PAUSE = `
local time = redis.call('TIME')
local ends = time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[1]
local known = tonumber(redis.call('HGET', KEYS[1], 'paused')) or 0
if ends > known or known - ends > ${LONGEST_HOLD_MS} then redis.call('HSET', KEYS[1], 'paused', ends) end
redis.call('PEXPIRE', KEYS[1], 120000)`;

/** `alone`: the pace of this process, kept by itself while Redis is away; what all send together may then be more. */
export function createRedisPace(
  { url, prefix, perMinute, burst, alone }: RedisPaceOptions,
  log: Log,
): Pace & { close(): Promise<void> } {
  const redis = connectRedis(url, log);
  const key = `${prefix}:pace`;
  let freeAt = 0;
  let pausedUntil = 0;
  let isAlone = false;
  const isPaused = (now: number) => isResting(pausedUntil, now, LONGEST_HOLD_MS);
  return {
    async take(most, now) {
      if (isPaused(now)) return 0;
      try {
        const answer = (await redis.eval(TAKE, 1, key, perMinute, burst, most)) as [number, number, number];
        const [taken, waitMs, pauseMs] = answer;
        isAlone = false;
        freeAt = waitMs > 0 ? now + waitMs : 0;
        if (pauseMs > 0) pausedUntil = now + pauseMs;
        return taken;
      } catch {
        isAlone = true;
        return alone.take(most, now);
      }
    },
    giveBack(count) {
      if (count <= 0) return;
      if (isAlone) alone.giveBack(count);
      else redis.eval(GIVE_BACK, 1, key, count).catch(() => {});
    },
    freeAt(now) {
      const known = isAlone ? alone.freeAt(now) : freeAt;
      return Math.max(known > now ? known : 0, isPaused(now) ? pausedUntil : 0);
    },
    pauseUntil(instant, now) {
      pausedUntil = isPaused(now) ? Math.max(pausedUntil, instant) : instant;
      alone.pauseUntil(instant, now);
      redis.eval(PAUSE, 1, key, Math.max(0, Math.ceil(instant - now))).catch(() => {});
    },
    pausedUntil: (now) => (isPaused(now) ? pausedUntil : 0),
    close: async () => redis.disconnect(),
  };
}

export type RedisPaceOptions = {
  readonly url: string;
  /** Keeps installations apart that share one Redis. */
  readonly prefix: string;
  readonly perMinute: number;
  readonly burst: number;
  readonly alone: Pace;
};
