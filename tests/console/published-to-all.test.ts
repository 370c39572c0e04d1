/**
 * Three processes on one PostgreSQL: what an officer publishes on one is what citizens are told by the others, within
 * two seconds. Over Redis by its signal, without Redis and while it is gone by their looking each second.
 */
import { randomUUID } from "node:crypto";
import { type FakeZalo, startFakeZalo } from "../../src/simulator/index.ts";
import { smallData } from "../public/small-data.ts";
import { IDENTITY, killAllProcesses } from "../support/app-process.ts";
import { onPostgres, type Place } from "../support/places.ts";
import { describeWithPostgres } from "../support/postgres.ts";
import { describeWithOwnRedis, type OwnRedis, ownRedis } from "../support/redis.ts";
import { type SeveralOffices, type SeveralOptions, startSeveralOffices } from "./several-offices.ts";

const QUESTION = "mất căn cước làm lại bao nhiêu tiền";
const WITHIN_MS = 2_000;
const AN_HOUR_MS = 3_600_000;
const FEES = ["35.000", "36.100", "36.200", "36.300"] as const;
const SLOW_MS = 300_000;

let data: Awaited<ReturnType<typeof smallData>>;
beforeAll(async () => {
  data = await smallData();
});
afterAll(() => data.remove());

describeWithPostgres("published on one of three", () => {
  let place: Place;
  let zalo: FakeZalo;
  let offices: SeveralOffices;
  let redis: OwnRedis | null = null;
  let door: string;
  beforeEach(async () => {
    place = await onPostgres();
    zalo = await startFakeZalo({ ...IDENTITY, webhookUrl: () => door, webhookTimeoutMs: 60_000 });
  });
  afterEach(async () => {
    await killAllProcesses();
    await redis?.stop();
    redis = null;
    await zalo.close();
    await place.remove();
  });

  const start = async (more: Pick<SeveralOptions, "redisUrl" | "redisPrefix" | "publishedCheckMs">) => {
    offices = await startSeveralOffices({ ...more, place, zalo, folders: data.folders });
  };

  /** One publication after the other, so that no lucky moment between two looks is what is measured. */
  async function publishedSoon(): Promise<void> {
    for (const [index, fee] of FEES.slice(1).entries()) {
      const { ownMs, othersMs } = await offices.publishFee(FEES[index] ?? "", fee);
      // Where the publisher itself needs long for the same work the machine is slow, not the news.
      expect(othersMs).toBeLessThan(Math.max(WITHIN_MS, 2 * ownMs + 1_500));
    }
  }

  /** The publisher and then one more leave, so that the others must be the ones who answer. */
  async function answeredByTheOthers(): Promise<void> {
    for (const [index, { app }] of offices.running.slice(0, -1).entries()) {
      expect(await app.stop()).toBe(0);
      door = `${offices.running[index + 1]?.url}/webhooks/zalo`;
      const citizen = zalo.citizen();
      await citizen.sends(QUESTION);
      expect((await citizen.nextMessage(60_000)).text).toContain(`${FEES.at(-1)} đồng`);
    }
  }

  test(
    "without a Redis",
    async () => {
      await start({});
      await publishedSoon();
      await answeredByTheOthers();
    },
    SLOW_MS,
  );

  describeWithOwnRedis("with a Redis", () => {
    async function shared() {
      redis = await ownRedis();
      await redis.start();
      return { redisUrl: redis.url, redisPrefix: `mot-cua-test-${randomUUID()}` };
    }

    test(
      "the signal alone is enough: nobody looks by himself",
      async () => {
        await start({ ...(await shared()), publishedCheckMs: AN_HOUR_MS });
        await publishedSoon();
        await answeredByTheOthers();
      },
      SLOW_MS,
    );

    test(
      "after it was lost",
      async () => {
        await start(await shared());
        await redis?.stop();
        await publishedSoon();
        await answeredByTheOthers();
      },
      SLOW_MS,
    );
  });
});
