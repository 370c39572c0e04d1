/**
 * Whatever comes in whatever order, and wherever the process dies, inbox and outbox hold what the model holds, row for
 * row, on both databases.
 */
import * as fc from "fast-check";
import { digestOf } from "../../src/channel/message.ts";
import type { Delivery } from "../../src/delivery/outbox.ts";
import { ECHO_WAIT_MS } from "../../src/delivery/plan.ts";
import type { Claim } from "../../src/intake/inbox.ts";
import type { Database } from "../../src/storage/database.ts";
import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { endLeasesOfTheDead } from "../../src/storage/leases.ts";
import { createOutboxStore } from "../../src/storage/outbox-store.ts";
import { INBOX, OUTBOX } from "../../src/storage/schema.ts";
import { anEvent, aReply, aTextEvent, OA } from "../support/builders.ts";
import { DATABASES } from "../support/databases.ts";
import { createQueueModel, type ModelEvent } from "./queue-model.ts";

/** TEST_LONG=1 is the acceptance on PostgreSQL too, where each step is some round trips. */
const RUNS = { SQLite: 1_000, PostgreSQL: process.env.TEST_LONG === "1" ? 1_000 : 150 };
const LEASE_MS = 10_000;

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant("write"), who: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("repeat"), which: fc.nat() }) },
  { weight: 5, arbitrary: fc.record({ what: fc.constant("take"), quiet: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ what: fc.constant("answer"), which: fc.nat(), replies: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom("set-aside", "fail"), which: fc.nat() }) },
  { weight: 5, arbitrary: fc.record({ what: fc.constant("send") }) },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constantFrom("sent", "uncertain", "again", "dead", "unconfirmed"),
      which: fc.nat(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("echo"), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom("die-alone", "die-beside-others") }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant("wait"), ms: fc.constantFrom(1, 600, 10_000, 60_000) }) },
);
type Step = { what: string; who?: number; which?: number; quiet?: boolean; replies?: number; ms?: number };

const pick = <T>(list: T[], which = 0): T | undefined => list.splice(which % Math.max(1, list.length), 1)[0];

async function play(database: Database, steps: readonly Step[]): Promise<void> {
  const inbox = createInboxStore(database);
  const outbox = createOutboxStore(database);
  const model = createQueueModel();
  let [now, made] = [1_000_000, 0];
  let turns: Claim[] = [];
  let sends: Delivery[] = [];

  const storedAs = ({ key, citizen, echo }: Pick<ModelEvent, "key" | "citizen" | "echo">, happenedAt: number) => {
    if (!echo) return aTextEvent(citizen, "hỏi", { key, happenedAt });
    const to = { oaId: OA, citizenId: citizen };
    const { messageId, text } = echo;
    return anEvent({ kind: "echo", to, messageId, byStaff: false, textDigest: digestOf(text) }, { key, happenedAt });
  };
  const accept = async (event: Pick<ModelEvent, "key" | "citizen" | "echo">) => {
    expect(await inbox.accept([storedAs(event, ++made)], now)).toEqual([model.accept(event, now)]);
  };
  const messageIdOf = (text: string) => `z-${text}-${model.replies.find((reply) => reply.text === text)?.resends}`;

  async function take(quiet: boolean): Promise<void> {
    const { any, all } = model.dueTurns(now, quiet);
    const claims = await inbox.claim("w", now, LEASE_MS, 100, quiet);
    const claimed = claims.map(({ citizenId }) => citizenId);
    if (any.length > 0) expect([claimed.length, any.includes(claimed[0] ?? "")]).toEqual([1, true]);
    else expect(claimed.sort()).toEqual([...all].sort());
    for (const claim of claims) {
      expect(claim.events.map(({ event }) => event.key)).toEqual(
        model.waitingOf(claim.citizenId).map(({ key }) => key),
      );
      model.take(claim.citizenId, claim.owner, now + LEASE_MS);
    }
    turns.push(...claims);
  }

  async function finish(claim: Claim, what: "answer" | "set-aside", replies: number): Promise<void> {
    const { citizenId, owner } = claim;
    const echo = claim.events.find(({ event }) => event.body.kind === "echo");
    const handled = echo ? [echo] : claim.events;
    const keys = handled.map(({ event }) => event.key);
    const seqs = handled.map(({ seq }) => seq);
    const isDead = what === "set-aside" && seqs.length > 0;
    const texts = echo || isDead ? [] : Array.from({ length: replies }, () => `dạ-${++made}`);
    const body = echo?.event.body;
    const result = {
      ...(isDead ? { done: [], dead: { seqs, error: "X" } } : { done: seqs }),
      replies: texts.map((text) => ({ to: { oaId: OA, citizenId }, reply: aReply(text) })),
      ...(body?.kind === "echo" && !isDead
        ? { echo: { messageId: body.messageId, textDigest: body.textDigest ?? "" } }
        : {}),
    };
    const written = await inbox.finish(claim, result, now);
    expect(written).toBe(
      model.finish(citizenId, owner, { done: isDead ? [] : keys, dead: isDead ? keys : [], texts }, now),
    );
  }

  async function send(): Promise<void> {
    const claimed = await outbox.claim("s", now, LEASE_MS, 100);
    const expected = model.takeSends(now);
    expect(new Map(claimed.map(({ reply, task }) => [reply.text, task]))).toEqual(expected);
    for (const { to, owner } of claimed) model.leaseSend(to.citizenId, owner, now + LEASE_MS);
    sends.push(...claimed);
  }

  async function settle(delivery: Delivery, what: string): Promise<void> {
    const { text } = delivery.reply;
    const { owner } = delivery;
    if (delivery.task === "settle" && what !== "unconfirmed") {
      const begun = await outbox.beginResend(delivery, now);
      expect(begun).toBe(model.beginResend(text, owner));
      if (!begun) return;
    }
    const until = now + ECHO_WAIT_MS;
    const settlements = {
      sent: { kind: "sent", messageId: messageIdOf(text) },
      uncertain: { kind: "uncertain", error: "X", until },
      again: { kind: "again", error: "X", at: now + 1_000, countsAsAttempt: true },
      dead: { kind: "dead", error: "X" },
      unconfirmed: { kind: "unconfirmed", error: "X" },
    } as const;
    const settlement = settlements[what as keyof typeof settlements];
    await outbox.settle(delivery, settlement, now);
    model.settle(text, owner, settlement, now);
  }

  for (const { what, who = 0, which = 0, quiet = true, replies = 0, ms = 0 } of steps) {
    switch (what) {
      case "write":
        await accept({ key: `e${++made}`, citizen: `c${who}` });
        break;
      case "repeat": {
        const again = model.events[which % Math.max(1, model.events.length)];
        if (again) await accept(again);
        break;
      }
      case "take":
        await take(quiet);
        break;
      case "answer":
      case "set-aside": {
        const claim = pick(turns, which);
        if (claim) await finish(claim, what, replies);
        break;
      }
      case "fail": {
        const claim = pick(turns, which);
        if (!claim) break;
        const first = claim.events.slice(0, 1);
        await inbox.postpone(
          claim,
          now + 1_000,
          first.map(({ seq }) => seq),
          "X",
        );
        model.postpone(
          claim.citizenId,
          claim.owner,
          now + 1_000,
          first.map(({ event }) => event.key),
        );
        break;
      }
      case "send":
        await send();
        break;
      case "echo": {
        const reply = model.replies.filter(({ status }) => status !== "waiting").at(which % 4);
        if (!reply) break;
        const messageId = messageIdOf(reply.text);
        await accept({ key: messageId, citizen: reply.citizen, echo: { messageId, text: reply.text } });
        break;
      }
      case "die-alone":
      case "die-beside-others":
        [turns, sends] = [[], []];
        if (what === "die-beside-others") break;
        await endLeasesOfTheDead(database);
        model.endLeases();
        break;
      case "wait":
        now += ms;
        break;
      default: {
        const delivery = pick(sends, which);
        if (delivery) await settle(delivery, what);
      }
    }
  }
  expect(await storedIn(database)).toEqual(heldBy(model));
}

/** Names instead of codes. */
const nameOf = (codes: Readonly<Record<string, number>>, code: number) =>
  Object.keys(codes).find((name) => codes[name] === code);

async function storedIn({ read }: Database) {
  const events = await read.selectFrom("inbox").selectAll().orderBy("seq").execute();
  const replies = await read.selectFrom("outbox").selectAll().orderBy("seq").execute();
  const conversations = await read.selectFrom("conversation").selectAll().orderBy("citizen_id").execute();
  return {
    events: events.map((row) => [row.event_key, nameOf(INBOX, row.status), row.attempts, row.crashes, row.not_before]),
    replies: replies.map((row) => [
      ...[JSON.parse(row.reply).text, nameOf(OUTBOX, row.status), row.not_before],
      ...[row.attempts, row.resends, row.message_id, row.settled_at],
    ]),
    conversations: conversations.map((row) => [
      ...[row.citizen_id, row.due_at, row.lease_owner, row.lease_until],
      ...[row.send_due_at, row.send_owner, row.send_lease_until],
    ]),
  };
}

function heldBy({ events, replies, conversations }: ReturnType<typeof createQueueModel>) {
  const byName = [...conversations].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    events: events.map((event) => [event.key, event.status, event.attempts, event.crashes, event.notBefore]),
    replies: replies.map((reply) => [
      ...[reply.text, reply.status, reply.notBefore],
      ...[reply.attempts, reply.resends, reply.messageId, reply.settledAt],
    ]),
    conversations: byName.map(([citizen, { turns, sends }]) => [
      ...[citizen, turns.dueAt, turns.owner, turns.leaseUntil],
      ...[sends.dueAt, sends.owner, sends.leaseUntil],
    ]),
  };
}

test.each(DATABASES)(
  "inbox and outbox on $name are the model, wherever the process dies",
  async ({ name, open }) => {
    const opened = await open();
    const { database } = opened;
    await fc.assert(
      fc
        .asyncProperty(fc.array(step, { minLength: 1, maxLength: 60, size: "max" }), (steps) => play(database, steps))
        .beforeEach(async () => {
          await database.writeLazily(async (db) => {
            for (const table of ["inbox", "outbox", "conversation"] as const) await db.deleteFrom(table).execute();
          });
        }),
      { numRuns: RUNS[name as keyof typeof RUNS] },
    );
    await opened.remove();
  },
  300_000,
);
