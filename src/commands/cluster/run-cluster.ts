/** Several instances behind a balancer, killed at random while a crowd writes; then everything is counted. */
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { storePair } from "../../channel/zalo/link.ts";
import { createSealer } from "../../secrets/seal.ts";
import { type FakeZalo, startFakeZalo } from "../../simulator/index.ts";
import { DEMO_ZALO, firstPair } from "../../start/demo.ts";
import type { Database } from "../../storage/database.ts";
import { migrate } from "../../storage/migrate.ts";
import { openDatabase } from "../../storage/open-database.ts";
import { createTokenStore } from "../../storage/token-store.ts";
import { startBalancer } from "./balancer.ts";
import { type Count, createCrowd } from "./crowd.ts";
import { type Instance, startInstance } from "./instance.ts";

export type ClusterOptions = {
  /** An empty database of its own. */
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly instances: number;
  readonly citizens: number;
  /** Of each citizen. */
  readonly messages: number;
  /** About how long an instance lives until it is killed. */
  readonly killEveryMs: number;
  /** At the end every instance is restarted with its clock a minute ahead, instead of waiting for leases and echoes. */
  readonly hurry: boolean;
  readonly say: (line: string) => void;
  readonly random: () => number;
};

export type ClusterResult = Count & {
  readonly kills: number;
  /** Rolling restarts that ended with another code than 0. */
  readonly unclean: number;
  /** Rows of the inbox for the messages that were written. */
  readonly rows: number;
  /** Replies that Zalo may or may not have, by our own books. */
  readonly unsettled: number;
  readonly seconds: number;
};

const A_MINUTE_MS = 61_000;
const NUDGE_MS = 4_000;
/** The share of answers from which on instances live, so that the rolling restart has some of the work left. */
const KILLED_UNTIL = 0.75;
const LONGEST_WAIT_MS = 20 * 60_000;

export async function runCluster(options: ClusterOptions): Promise<ClusterResult> {
  const { databaseUrl, redisUrl, say, random } = options;
  const dataKey = randomBytes(32);
  const balancer = await startBalancer();
  const { appId, appSecret, oaId, oaSecrets } = DEMO_ZALO;
  const zalo = await startFakeZalo({
    ...{ appId, appSecret, oaId, oaSecret: oaSecrets[0] ?? "" },
    webhookUrl: `${balancer.url}/webhooks/zalo`,
    webhookTimeoutMs: 10_000,
    retryScale: 0.02,
    requestsPerMinute: 10_000_000,
  });
  const database = await openDatabase(databaseUrl);
  await database.write(migrate);
  await storePair(
    { store: createTokenStore(database), sealer: createSealer(dataKey), clock: Date.now },
    oaId,
    firstPair(zalo),
  );

  const running = new Set<Instance>();
  let aheadMs = 0;
  const start = async () => {
    const zaloUrl = zalo.openapiUrl;
    const instance = await startInstance({ databaseUrl, redisUrl, zaloUrl, dataKey: [...dataKey], aheadMs });
    running.add(instance);
    balancer.ports.add(instance.port);
  };
  const leave = (instance: Instance) => {
    balancer.ports.delete(instance.port);
    running.delete(instance);
  };
  let unclean = 0;
  const rollingRestart = async () => {
    for (const instance of [...running]) {
      leave(instance);
      if ((await instance.stop()) !== 0) unclean += 1;
      await start();
    }
  };

  try {
    for (let n = 0; n < options.instances; n += 1) await start();
    say(`${options.instances} instances answer behind ${balancer.url}`);
    const began = performance.now();
    const crowd = createCrowd(zalo, options.citizens, options.messages, random);
    let writing = true;
    const written = crowd.writeAll().finally(() => {
      writing = false;
    });
    let kills = 0;
    // Writing is soon over: the instances are killed in the middle of answering too.
    const enough = KILLED_UNTIL * options.citizens * options.messages;
    const isBusy = () => writing || (crowd.count().answers < enough && performance.now() - began < LONGEST_WAIT_MS);
    while (isBusy()) {
      await new Promise((resolve) => setTimeout(resolve, options.killEveryMs * (0.5 + random())));
      if (!isBusy()) break;
      const victim = [...running][Math.floor(random() * running.size)];
      if (!victim) continue;
      // The balancer is not told: it finds out, as it would of a machine that lost its power.
      await victim.kill();
      kills += 1;
      leave(victim);
      say(progress(crowd.count(), `kill -9 number ${kills}`));
      await start();
    }
    await written;
    say(
      progress(crowd.count(), "most is answered; rolling restart, then up to three minutes for what no echo settled"),
    );
    await rollingRestart();
    await untilSettled(database, zalo, async () => {
      if (!options.hurry) return;
      aheadMs += A_MINUTE_MS;
      await rollingRestart();
    });
    const seconds = (performance.now() - began) / 1_000;
    const rows = await countOf(database, "select count(*) as n from inbox where name = 'user_send_text'");
    const unsettled = await countOf(database, "select count(*) as n from outbox where status <> 3");
    return { ...crowd.count(), kills, unclean, rows, unsettled, seconds };
  } finally {
    await Promise.all([...running].map((instance) => instance.stop()));
    await zalo.close();
    await balancer.close();
    await database.close();
  }
}

const OPEN = `select (select count(*) from inbox where status = 0) +
  (select count(*) from outbox where status in (0, 1, 2)) as n`;

/** Until nothing waits in inbox and outbox. `nudge`: called whenever nothing has moved for a while. */
async function untilSettled(database: Database, zalo: FakeZalo, nudge: () => Promise<void>): Promise<void> {
  const end = Date.now() + LONGEST_WAIT_MS;
  let [last, movedAt] = [-1, Date.now()];
  while (Date.now() < end) {
    await zalo.settled();
    const open = await countOf(database, OPEN);
    if (open === 0) return;
    if (open !== last) [last, movedAt] = [open, Date.now()];
    if (Date.now() - movedAt > NUDGE_MS) {
      await nudge();
      movedAt = Date.now();
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function countOf(database: Database, query: string): Promise<number> {
  const { rows } = await sql.raw<{ n: number }>(query).execute(database.read);
  return Number(rows[0]?.n);
}

const progress = ({ written, posted, answers }: Count, what: string): string =>
  `${String(written).padStart(6)} written, ${posted} requests, ${answers} answers   ${what}`;
