/** What `npm run cluster:demo` shows, small: several instances behind a balancer, one of them killed, all restarted in turn. */
import { runCluster } from "../../src/commands/cluster/run-cluster.ts";
import { describeWithPostgres, makeDatabase } from "../support/postgres.ts";
import { describeWithRedis, REDIS_URL } from "../support/redis.ts";

describeWithPostgres("the cluster", () =>
  describeWithRedis("of several instances", () => {
    test("three instances, one killed in the middle and all restarted in turn: every message is answered once, in order", async () => {
      const database = await makeDatabase();
      const citizens = 40;
      const result = await runCluster({
        databaseUrl: database.url,
        redisUrl: REDIS_URL,
        instances: 3,
        citizens,
        messages: 5,
        killEveryMs: 1_500,
        hurry: true,
        say: () => {},
        random: Math.random,
      });
      await database.drop();
      expect(result).toMatchObject({
        written: citizens * 5,
        rows: citizens * 5,
        answers: citizens * 5,
        right: citizens,
        doubled: 0,
        disordered: 0,
        unclean: 0,
        unsettled: 0,
      });
      expect(result.kills).toBeGreaterThan(0);
      expect(result.posted).toBeGreaterThan(result.written);
    }, 300_000);
  }),
);
