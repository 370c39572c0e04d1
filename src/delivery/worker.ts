/** Sends replies: one at a time for each citizen, in order, many citizens side by side, at Zalo's pace. */
import type { SendOutcome, Voice } from "../channel/voice.ts";
import type { Log } from "../observability/log.ts";
import { createPump, type Pump } from "../pump.ts";
import { type Breaker, createBreaker, type Ticket } from "./breaker.ts";
import type { Delivery, Outbox, Settlement } from "./outbox.ts";
import type { Pace } from "./pace.ts";
import { mayResend, planAfter } from "./plan.ts";

export type DeliveryOptions = {
  readonly outbox: Outbox;
  readonly voice: Voice;
  readonly now: () => number;
  readonly random: () => number;
  readonly owner: string;
  readonly log: Log;
  readonly pace: Pace;
  /** Raised for staff when an operator must act or a reply is given up. */
  readonly alarm: (kind: string, code: string) => void;
  readonly count: (what: string, code: string) => void;
  readonly parallel?: number;
  readonly leaseMs?: number;
};

/** Longer than the client's time-out, so that a slow answer is never mistaken for a crash. */
export const SEND_LEASE_MS = 60_000;

/** A reply whose turn it is, and its place among the sends under way. */
type Work = { readonly delivery: Delivery; readonly ticket: Ticket };

export function createDeliveryWorker(options: DeliveryOptions): Pump {
  const { outbox, now, owner, log, pace } = options;
  const breaker: Breaker = createBreaker();
  const leaseMs = options.leaseMs ?? SEND_LEASE_MS;
  /** Something is due that the line has no room for: the end of a send wakes the pump, its clock need not. */
  let isFull = false;
  const pump = createPump<Work>({
    name: "delivery",
    log,
    now,
    // More than ever send at once, for some are only writing down what became of them.
    parallel: options.parallel ?? 32,
    async claim(limit) {
      const line = breaker.room(now());
      isFull = line === 0 && breaker.closedUntil(now()) === 0;
      const wanted = Math.min(limit, line);
      const places = wanted > 0 ? await pace.take(wanted, now()) : 0;
      if (places === 0) return [];
      const claimed = await outbox.claim(owner, now(), leaseMs, places);
      pace.giveBack(places - claimed.length);
      return claimed.map((delivery) => ({ delivery, ticket: breaker.begin() }));
    },
    handle: ({ delivery, ticket }) => deliver(delivery, ticket),
    async nextDue() {
      if (isFull) return null;
      const due = await outbox.nextDue();
      return due === null ? null : Math.max(due, breaker.closedUntil(now()), pace.freeAt(now()));
    },
  });
  return pump;

  async function deliver(delivery: Delivery, ticket: Ticket): Promise<void> {
    const outcome = await attempt(delivery).catch((error: unknown) => {
      breaker.unused(ticket);
      throw error;
    });
    if (outcome === null) {
      pace.giveBack(1);
      return breaker.unused(ticket);
    }
    remember(delivery, outcome, ticket);
    // The next may leave while this one's outcome is being written.
    pump.wake();
    const settlement = planAfter(delivery, outcome, now(), options.random);
    await outbox.settle(delivery, settlement, now());
    options.count(settlement.kind, outcome.kind === "refused" ? outcome.code : outcome.kind);
    log.info({ trace: delivery.trace, attempts: delivery.attempts }, `delivery.${settlement.kind}`);
    if (settlement.kind === "dead") options.alarm("delivery.dead", settlement.error);
  }

  /** Null: nothing was sent. */
  async function attempt(delivery: Delivery): Promise<SendOutcome | null> {
    const held = Math.max(pace.pausedUntil(now()), breaker.closedUntil(now()));
    if (held > 0) {
      await outbox.settle(delivery, notYet(delivery, held), now());
      return null;
    }
    if (delivery.task === "settle" && !(await resendOnce(delivery))) return null;
    return options.voice.send(delivery.to, delivery.reply);
  }

  /** False when there is nothing more to send: settled by its echo meanwhile, or sent twice already. */
  async function resendOnce(delivery: Delivery): Promise<boolean> {
    if (!mayResend(delivery)) {
      const [code, error] = delivery.reply.template
        ? ["template-no-echo", "template sent once, never echoed"]
        : ["no-echo", "sent twice, never echoed"];
      await outbox.settle(delivery, { kind: "unconfirmed", error }, now());
      options.count("unconfirmed", code);
      options.alarm("delivery.unconfirmed", code);
      return false;
    }
    const begun = await outbox.beginResend(delivery, now());
    if (begun) options.count("resent", "no-echo");
    return begun;
  }

  function remember({ trace }: Delivery, outcome: SendOutcome, ticket: Ticket): void {
    // A clear refusal is an answer too: the line works.
    const lineFailed = outcome.kind === "unknown" || (outcome.kind === "refused" && outcome.todo.startsWith("retry"));
    if (lineFailed) breaker.failed(ticket, now());
    else breaker.succeeded(ticket);
    if (outcome.kind === "unknown") log.warn({ trace, why: outcome.why }, "delivery.unknown");
    if (outcome.kind !== "refused") return;
    log.warn({ trace, code: outcome.code, todo: outcome.todo }, "delivery.refused");
    if (outcome.todo === "wait") pace.pauseUntil(Math.ceil((now() + 1) / 60_000) * 60_000, now());
    if (outcome.todo === "tell-staff") options.alarm("delivery.operator", outcome.code);
  }
}

/** An uncertain reply stays uncertain: as a waiting one it would be sent again without being counted. */
const notYet = ({ task }: Delivery, at: number): Settlement =>
  task === "settle"
    ? { kind: "uncertain", error: "paced", until: at }
    : { kind: "again", at, error: "paced", countsAsAttempt: false };
