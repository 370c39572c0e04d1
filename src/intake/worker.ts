/** Takes waiting conversations, in order within each and many side by side, and writes each turn in one transaction. */
import type { Content, Conversation, Reply } from "../channel/message.ts";
import { traceOf } from "../channel/trace.ts";
import type { DossierEffect } from "../dossiers/effects.ts";
import { assertNever } from "../errors.ts";
import type { Log } from "../observability/log.ts";
import { createPump, type Pump } from "../pump.ts";
import { isResting } from "../rests.ts";
import { type BurstRules, firstBurst } from "./burst.ts";
import type { Claim, Inbox, StaffTask, TurnResult, WaitingEvent } from "./inbox.ts";

/** One turn of conversation, handed in by app.ts. */
export type TakeTurn = (input: {
  readonly from: Conversation;
  readonly content: Content;
  readonly state: unknown;
  readonly now: number;
}) => Promise<{
  readonly replies: readonly Reply[];
  readonly state: unknown;
  readonly tasks: readonly StaffTask[];
  readonly dossier?: readonly DossierEffect[];
  readonly erase: boolean;
}>;

export type WorkerOptions = {
  readonly inbox: Inbox;
  readonly takeTurn: TakeTurn;
  /** What a citizen gets when their message cannot be handled at all. */
  readonly apology: () => Reply;
  /** That everything was erased, after Zalo passed on a withdrawal. */
  readonly erased: () => Reply;
  readonly burst: BurstRules;
  readonly now: () => number;
  readonly owner: string;
  readonly log: Log;
  /** Called after a turn wrote replies, so that delivery looks at once. */
  readonly onReplies: () => void;
  readonly leaseMs?: number;
  readonly parallel?: number;
  /** How long an officer's typing silences the bot. */
  readonly silenceMs: number;
  /** What is answered even then, such as a danger to life. */
  readonly cannotWait: (content: Content) => boolean;
};

/** How long a conversation is one worker's. */
export const TURN_LEASE_MS = 10_000;
/** Between two attempts; a burst waits for less. */
export const LONGEST_REST_MS = 60_000;
/** After this many failed attempts an event is set aside for staff, and its citizen is told. */
const MOST_ATTEMPTS = 3;
/**
 * After so many deaths of the process in a conversation its message is set aside untried: the first may have been
 * another's fault, the other three happened while nothing else was in hand.
 */
const MOST_CRASHES = 4;

export function createIntakeWorker(options: WorkerOptions): Pump {
  const { inbox, now, owner, log } = options;
  const leaseMs = options.leaseMs ?? TURN_LEASE_MS;
  /** What is in hand, and until when its lease lasts. */
  const inHand = new Map<Claim, number>();
  /** A conversation in which a process died is being tried: by itself, so that it is known if it happens again. */
  let isTrial = false;
  return createPump({
    name: "intake",
    log,
    now,
    parallel: options.parallel ?? 32,
    apart: true,
    async claim(limit) {
      // A turn that hangs longer than its lease holds up nobody.
      const isQuiet = [...inHand.values()].every((leaseUntil) => !isResting(leaseUntil, now(), leaseMs));
      if (isTrial && !isQuiet) return [];
      const claims = await inbox.claim(owner, now(), leaseMs, limit, isQuiet);
      isTrial = claims.some(({ events }) => (events[0]?.crashes ?? 0) > 0);
      for (const claim of claims) inHand.set(claim, now() + leaseMs);
      return claims;
    },
    handle: (claim) => handle(claim).finally(() => inHand.delete(claim)),
    async nextDue() {
      const due = await inbox.nextDue();
      // Due and yet not handed out: it waits for quiet, and the end of a turn wakes the pump.
      return due !== null && due <= now() && inHand.size > 0 ? null : due;
    },
  });

  async function handle(claim: Claim): Promise<void> {
    // An echo settles a send or silences the bot: it need not wait behind a message that rests.
    const first = claim.events.find(({ event }) => event.body.kind === "echo") ?? claim.events[0];
    if (!first) return inbox.finish(claim, { done: [] }, now()).then(() => undefined);
    if (first.notBefore > now()) return inbox.postpone(claim, first.notBefore, [], null);
    // Before anything looks at its words.
    if (first.crashes >= MOST_CRASHES) return setAside(claim, [first], "crashed");
    const waiting = first === claim.events[0] ? claim.events : [first];
    const burst = firstBurst(waiting, now(), options.burst);
    if (burst.kind === "wait") return inbox.postpone(claim, burst.until, [], null);
    const seqs = burst.events.map((entry) => entry.seq);
    try {
      const result = await resultOf(claim, first, burst.joined, seqs);
      const written = await inbox.finish(claim, result, now());
      if (written === "lost") log.warn({ owner }, "intake.lease-lost");
      else if (result.replies?.length) options.onReplies();
      log.info({ traces: tracesOf(burst.events), replies: result.replies?.length ?? 0 }, `intake.${written}`);
    } catch (error) {
      await setBack(claim, burst.events, error);
    }
  }

  async function resultOf(
    claim: Claim,
    first: WaitingEvent,
    joined: Content | null,
    done: number[],
  ): Promise<TurnResult> {
    const { body } = first.event;
    switch (body.kind) {
      case "message": {
        const followed = body.content.kind === "follow" ? { followed: true } : {};
        const content = joined ?? body.content;
        if (now() < claim.silencedUntil && !options.cannotWait(content)) return { done, ...followed };
        const turn = await options.takeTurn({
          from: body.from,
          content,
          state: claim.state,
          now: now(),
        });
        const replies = turn.replies.map((reply) => ({ to: body.from, reply }));
        return {
          done,
          replies,
          state: turn.state,
          tasks: turn.tasks,
          dossier: turn.dossier ?? [],
          erase: turn.erase,
          ...followed,
        };
      }
      case "echo":
        // From when they typed: an echo that comes hours late silences nobody anew.
        if (body.byStaff) return { done, silencedUntil: Math.min(first.event.happenedAt, now()) + options.silenceMs };
        return {
          done,
          echo: {
            messageId: body.messageId,
            ...(body.textDigest === undefined ? {} : { textDigest: body.textDigest }),
          },
        };
      case "unfollow":
        return { done, followed: false };
      case "withdraw":
        return {
          done,
          erase: true,
          tasks: [{ kind: "withdraw", detail: "", dueAt: null }],
          replies: [{ to: body.from, reply: options.erased() }],
        };
      case "permission-revoked":
        return { done, tasks: [{ kind: "alarm", detail: "zalo.permission-revoked", dueAt: null }] };
      case "ignored":
        return { done };
      default:
        return assertNever(body);
    }
  }

  async function setBack(claim: Claim, events: readonly WaitingEvent[], error: unknown): Promise<void> {
    const seqs = events.map((entry) => entry.seq);
    const attempts = Math.max(...events.map((entry) => entry.attempts)) + 1;
    const code = codeOf(error);
    log.error({ traces: tracesOf(events), err: safe(error), attempts, code }, "intake.failed");
    const unavailable = (error as { kind?: string } | null)?.kind === "unavailable";
    if (attempts < MOST_ATTEMPTS || unavailable) {
      const pause = Math.min(LONGEST_REST_MS, 500 * 2 ** Math.min(attempts, 10));
      await inbox.postpone(claim, now() + pause, seqs, code);
      return;
    }
    await setAside(claim, events, code);
  }

  /** Kept with its error, and its citizen is told. */
  async function setAside(claim: Claim, events: readonly WaitingEvent[], error: string): Promise<void> {
    log.error({ traces: tracesOf(events), code: error }, "intake.set-aside");
    const seqs = events.map((entry) => entry.seq);
    const body = events[0]?.event.body;
    const replies = body?.kind === "message" ? [{ to: body.from, reply: options.apology() }] : [];
    await inbox.finish(claim, { done: [], dead: { seqs, error }, replies }, now());
    if (replies.length > 0) options.onReplies();
  }
}

const tracesOf = (events: readonly WaitingEvent[]) => events.map(({ event }) => traceOf(event));

const codeOf = (error: unknown): string =>
  (error as { code?: unknown } | null)?.code?.toString() ?? (error as Error | null)?.name ?? "unknown";

/** Only the kind and place of an error: its message could hold a citizen's words. */
const safe = (error: unknown) => ({
  type: (error as Error | null)?.name ?? typeof error,
  stack: (error as Error | null)?.stack?.split("\n").slice(1, 6).join("\n"),
});
