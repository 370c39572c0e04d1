/** Sends replies: one at a time for each citizen, in order, many citizens side by side, at Zalo's pace. */
import type { SendOutcome, Voice } from "../channel/voice.ts";
import type { Log } from "../observability/log.ts";
import { createPump, type Pump } from "../pump.ts";
import { type Breaker, createBreaker } from "./breaker.ts";
import type { Delivery, Outbox } from "./outbox.ts";
import { createPace, type Pace } from "./pace.ts";
import { mayResend, planAfter } from "./plan.ts";

export type DeliveryOptions = {
  readonly outbox: Outbox;
  readonly voice: Voice;
  readonly now: () => number;
  readonly random: () => number;
  readonly owner: string;
  readonly log: Log;
  readonly sendsPerMinute: number;
  /** Raised for staff when an operator must act or a reply is given up. */
  readonly alarm: (kind: string, code: string) => void;
  readonly count: (what: string, code: string) => void;
  readonly parallel?: number;
  readonly leaseMs?: number;
};

export function createDeliveryWorker(options: DeliveryOptions): Pump {
  const { outbox, now, owner, log } = options;
  const breaker: Breaker = createBreaker();
  const pace: Pace = createPace(options.sendsPerMinute);
  // Longer than the client's time-out, so that a slow answer is never mistaken for a crash.
  const leaseMs = options.leaseMs ?? 60_000;
  let underWay = 0;
  return createPump({
    name: "delivery",
    log,
    now,
    parallel: options.parallel ?? 32,
    async claim(limit) {
      const places = breaker.isProbing(now()) ? Math.min(limit, 1 - underWay) : limit;
      return places <= 0 || breaker.closedUntil(now()) > 0 ? [] : outbox.claim(owner, now(), leaseMs, places);
    },
    async handle(delivery) {
      underWay += 1;
      await deliver(delivery).finally(() => {
        underWay -= 1;
      });
    },
    async nextDue() {
      // The end of the probe wakes the pump.
      if (breaker.isProbing(now()) && underWay > 0) return null;
      const due = await outbox.nextDue();
      return due === null ? null : Math.max(due, breaker.closedUntil(now()));
    },
  });

  async function deliver(delivery: Delivery): Promise<void> {
    if (delivery.task === "settle" && !(await resendOnce(delivery))) return;
    const freeAt = pace.take(now());
    const held = Math.max(freeAt, breaker.closedUntil(now()));
    if (held > 0) {
      await outbox.settle(delivery, { kind: "again", at: held, error: "paced", countsAsAttempt: false }, now());
      return;
    }
    const outcome = await options.voice.send(delivery.to, delivery.reply);
    remember(outcome);
    const settlement = planAfter(delivery, outcome, now(), options.random);
    await outbox.settle(delivery, settlement, now());
    options.count(settlement.kind, outcome.kind === "refused" ? outcome.code : outcome.kind);
    if (settlement.kind === "dead") options.alarm("delivery.dead", settlement.error);
  }

  /** False when there is nothing more to send: settled by its echo meanwhile, or sent twice already. */
  async function resendOnce(delivery: Delivery): Promise<boolean> {
    if (!mayResend(delivery)) {
      await outbox.settle(delivery, { kind: "unconfirmed", error: "sent twice, never echoed" }, now());
      options.count("unconfirmed", "no-echo");
      options.alarm("delivery.unconfirmed", "no-echo");
      return false;
    }
    const begun = await outbox.beginResend(delivery, now());
    if (begun) options.count("resent", "no-echo");
    return begun;
  }

  function remember(outcome: SendOutcome): void {
    // A clear refusal is an answer too: the line works.
    const lineFailed = outcome.kind === "unknown" || (outcome.kind === "refused" && outcome.todo === "retry");
    if (lineFailed) breaker.failed(now());
    else breaker.succeeded();
    if (outcome.kind === "unknown") log.warn({ why: outcome.why }, "delivery.unknown");
    if (outcome.kind !== "refused") return;
    log.warn({ code: outcome.code, todo: outcome.todo }, "delivery.refused");
    if (outcome.todo === "wait") pace.pauseUntil(Math.ceil((now() + 1) / 60_000) * 60_000);
    if (outcome.todo === "tell-staff") options.alarm("delivery.operator", outcome.code);
  }
}
