import type { SendOutcome } from "../../src/channel/voice.ts";
import type { Delivery } from "../../src/delivery/outbox.ts";
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
  trace: null,
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
  // It costs money each time.
  const template = { id: "412345", data: {} };
  expect(mayResend(delivery({ reply: { ...delivery().reply, template } }))).toBe(false);
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
  expect(plan(refused("retry-once", "-200")).kind).toBe("again");
  expect(plan(refused("retry-once", "-200"), { attempts: 1 }).kind).toBe("dead");
  expect(plan(refused("retry"), { createdAt: NOW - 25 * 3_600_000 }).kind).toBe("dead");
});
