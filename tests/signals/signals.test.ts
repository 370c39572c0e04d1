import { randomUUID } from "node:crypto";
import { silentLog } from "../../src/observability/log.ts";
import { createRedisSignals } from "../../src/signals/redis-signals.ts";
import { createLocalSignals, type Signals } from "../../src/signals/signals.ts";
import { describeWithRedis, REDIS_URL } from "../support/redis.ts";

const heard = (signals: Signals) => new Promise<void>((resolve) => signals.on("intake", resolve));

function behavesLikeSignals(make: () => Signals) {
  test("a listener hears its own signal and no other", async () => {
    const signals = make();
    let others = 0;
    signals.on("delivery", () => {
      others += 1;
    });
    const hears = heard(signals);
    signals.send("intake");
    await hears;
    expect(others).toBe(0);
    await signals.close();
  });
}

describe("signals in one process", () => behavesLikeSignals(createLocalSignals));

describeWithRedis("signals over Redis", () => {
  const prefix = `mot-cua-test-${randomUUID()}`;
  behavesLikeSignals(() => createRedisSignals(REDIS_URL, prefix, silentLog));

  test("another instance hears it", async () => {
    const one = createRedisSignals(REDIS_URL, prefix, silentLog);
    const two = createRedisSignals(REDIS_URL, prefix, silentLog);
    const hears = heard(two);
    // Until the subscription stands a signal is lost by design; repeat it until it is heard.
    const again = setInterval(() => one.send("intake"), 5);
    await hears;
    clearInterval(again);
    await one.close();
    await two.close();
  });
});

test("while Redis is away, signals still reach this process", async () => {
  const signals = createRedisSignals("redis://127.0.0.1:1", "nobody", silentLog);
  const hears = heard(signals);
  signals.send("intake");
  await hears;
  await signals.close();
});
