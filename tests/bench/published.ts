/** From the commit of what an officer publishes until the slowest of two other instances says it. */
import { randomUUID } from "node:crypto";
import { startFakeZalo } from "../../src/simulator/index.ts";
import { startSeveralOffices } from "../console/several-offices.ts";
import { smallData } from "../public/small-data.ts";
import { IDENTITY, killAllProcesses } from "../support/app-process.ts";
import { hasPostgres } from "../support/postgres.ts";
import { ownRedis } from "../support/redis.ts";

const FEES = ["35.000", "36.100", "36.200", "36.300", "36.400", "36.500", "36.600", "36.700"];

export async function measurePublished(): Promise<readonly string[]> {
  if (!hasPostgres) return ["NOT RUN: published knowledge between instances (no PostgreSQL)"];
  return [
    await measure("by the signal over Redis", true),
    await measure("without Redis, by looking each second", false),
  ];
}

async function measure(how: string, withRedis: boolean): Promise<string> {
  const { onPostgres } = await import("../support/places.ts");
  const place = await onPostgres();
  const data = await smallData();
  const redis = withRedis ? await ownRedis() : null;
  await redis?.start();
  const zalo = await startFakeZalo({ ...IDENTITY, webhookUrl: () => "http://127.0.0.1:1/webhooks/zalo" });
  try {
    const offices = await startSeveralOffices({
      place,
      zalo,
      folders: data.folders,
      ...(redis ? { redisUrl: redis.url, redisPrefix: `mot-cua-bench-${randomUUID()}` } : {}),
    });
    const times: number[] = [];
    for (const [index, fee] of FEES.slice(1).entries()) {
      times.push((await offices.publishFee(FEES[index] ?? "", fee)).othersMs);
    }
    times.sort((a, b) => a - b);
    const ms = (at: number) => times.at(at)?.toFixed(0);
    const median = Math.floor(times.length / 2);
    return `${how}: median ${ms(median)} ms, slowest ${ms(-1)} ms of ${times.length} (aim: ≤ 2000)`;
  } finally {
    await killAllProcesses();
    await redis?.stop();
    await zalo.close();
    await data.remove();
    await place.remove();
  }
}
