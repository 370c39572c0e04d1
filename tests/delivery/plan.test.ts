import type { SendOutcome } from "../../src/channel/voice.ts";
import { createBreaker } from "../../src/delivery/breaker.ts";
import type { Delivery } from "../../src/delivery/outbox.ts";
import { createPace } from "../../src/delivery/pace.ts";
import { mayResend, planAfter } from "../../src/delivery/plan.ts";
import { aReply, OA } from "../support/builders.ts";

const NOW = 10_000_000;
const delivery = (more: Partial<Delivery> = {}): Delivery => ({
  seq: 1,
  to: { oaId: OA, citizenId: "an" },
  reply: aReply("dạ"),
  owner: "o",
  attempts: 0,
  resends: 0,
  createdAt: NOW,
  task: "send",
  ...more,
});
const refused = (todo: Extract<SendOutcome, { kind: "refused" }>["todo"], code = "-1"): SendOutcome => ({
  kind: "refused",
  code,
  todo,
});
const plan = (outcome: SendOutcome, more: Partial<Delivery> = {}, now = NOW) =>
  planAfter(delivery(more), outcome, now, () => 0.5);

test("an unknown outcome waits a minute for its echo, and may be resent once", () => {
  expect(plan({ kind: "unknown", why: "timeout" })).toEqual({
    kind: "uncertain",
    error: "timeout",
    until: NOW + 60_000,
  });
  expect(mayResend(delivery())).toBe(true);
  expect(mayResend(delivery({ resends: 1 }))).toBe(false);
});

test("a passing fault is tried again with growing pauses and jitter, never longer than five minutes", () => {
  const pauses = [0, 1, 2, 5, 30].map((attempts) => {
    const settlement = plan(refused("retry"), { attempts });
    return settlement.kind === "again" ? settlement.at - NOW : 0;
  });
  expect(pauses).toEqual([750, 1_500, 3_000, 24_000, 225_000]);
  expect(planAfter(delivery(), refused("retry"), NOW, () => 0)).toMatchObject({ at: NOW + 500 });
});

test("over the limit waits for the next clock minute and is no attempt", () => {
  const settlement = plan(refused("wait", "-32"));
  expect(settlement).toMatchObject({ kind: "again", countsAsAttempt: false });
  if (settlement.kind === "again") expect(Math.floor(settlement.at / 60_000)).toBe(Math.floor(NOW / 60_000) + 1);
});

test("given up: who cannot be reached, a second generic failure, and anything after a day", () => {
  expect(plan(refused("give-up", "-230")).kind).toBe("dead");
  expect(plan(refused("retry", "-200")).kind).toBe("again");
  expect(plan(refused("retry", "-200"), { attempts: 1 }).kind).toBe("dead");
  expect(plan(refused("retry"), { createdAt: NOW - 25 * 3_600_000 }).kind).toBe("dead");
});

test("the breaker opens after five failures in a row, doubles its pause up to a minute, and closes on success", () => {
  const breaker = createBreaker();
  for (let failure = 1; failure <= 4; failure += 1) breaker.failed(NOW);
  expect(breaker.closedUntil(NOW)).toBe(0);
  breaker.failed(NOW);
  expect(breaker.closedUntil(NOW)).toBe(NOW + 1_000);
  for (let failure = 0; failure < 30; failure += 1) breaker.failed(NOW + failure);
  expect(breaker.closedUntil(NOW)).toBe(NOW + 1_000);
  let now = NOW;
  const pauses = Array.from({ length: 8 }, () => {
    now = Math.max(now, breaker.closedUntil(now));
    expect(breaker.isProbing(now)).toBe(true);
    breaker.failed(now);
    return (breaker.closedUntil(now) - now) / 1_000;
  });
  expect(pauses).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
  breaker.succeeded();
  expect(breaker.closedUntil(now)).toBe(0);
  expect(breaker.isProbing(now)).toBe(false);
});

test("the pace never passes its limit over a minute, and says when the next send is free", () => {
  const pace = createPace(60, 10);
  let sent = 0;
  let now = 0;
  while (now < 60_000) {
    const free = pace.take(now);
    if (free === 0) sent += 1;
    else now = free;
  }
  expect(sent).toBeLessThanOrEqual(70);
  expect(sent).toBeGreaterThan(60);
  pace.pauseUntil(100_000);
  expect(pace.take(90_000)).toBe(100_000);
});
