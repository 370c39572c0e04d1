import { digestOf } from "../../src/channel/message.ts";
import type { Delivery } from "../../src/delivery/outbox.ts";
import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { createOutboxStore } from "../../src/storage/outbox-store.ts";
import { anEvent, aReply, aTextEvent, OA } from "../support/builders.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";

describe.each(DATABASES)("the outbox on $name", ({ open }) => {
  let opened: OpenDatabase;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.remove());

  const outboxOf = () => createOutboxStore(opened.database);
  const textOf = (delivery: Delivery | undefined) => delivery?.reply.text;

  async function replyTo(citizenId: string, text: string, now: number, urgent = false) {
    const inbox = createInboxStore(opened.database);
    const reply = { ...aReply(text), ...(urgent ? { urgent } : {}) };
    await inbox.accept([aTextEvent(citizenId, "hỏi")], now);
    for (const claim of await inbox.claim("w", now, 1_000, 50)) {
      const done = claim.events.map((entry) => entry.seq);
      await inbox.finish(claim, { done, replies: [{ to: { oaId: OA, citizenId }, reply }] }, now);
    }
  }

  async function echo(citizenId: string, messageId: string, text: string | null, now: number) {
    const inbox = createInboxStore(opened.database);
    const body = { kind: "echo", to: { oaId: OA, citizenId }, messageId, byStaff: false } as const;
    const digest = text === null ? {} : { textDigest: digestOf(text) };
    await inbox.accept([anEvent({ ...body, ...digest })], now);
    for (const claim of await inbox.claim("w", now, 1_000, 50)) {
      const done = claim.events.map((entry) => entry.seq);
      await inbox.finish(claim, { done, echo: { messageId, ...digest } }, now);
    }
  }

  test("an echo of a send that Zalo has confirmed wakes nobody; one that may settle a send is taken up", async () => {
    const outbox = outboxOf();
    await replyTo("an", "một", 1);
    const [sent] = await outbox.claim("w", 2, 1_000, 5);
    await outbox.settle(sent!, { kind: "sent", messageId: "m1" }, 3);
    const inbox = createInboxStore(opened.database);
    const body = { kind: "echo", to: { oaId: OA, citizenId: "an" }, messageId: "m1", byStaff: false } as const;
    const ofAnother = { ...body, to: { oaId: OA, citizenId: "binh" }, messageId: "m2" };
    const events = [anEvent(body), anEvent(ofAnother)];
    expect(await inbox.accept(events, 4)).toEqual(["new", "new"]);
    const claims = await inbox.claim("w", 5, 1_000, 5);
    expect(claims.map(({ citizenId }) => citizenId)).toEqual(["binh"]);
    expect(await inbox.accept(events, 6)).toEqual(["duplicate", "duplicate"]);
  });

  test("replies leave one at a time for a citizen, in order, and side by side for others", async () => {
    const outbox = outboxOf();
    await replyTo("an", "một", 1);
    await replyTo("an", "hai", 2);
    await replyTo("bình", "ba", 3);
    const first = await outbox.claim("s", 10, 1_000, 10);
    expect(first.map(textOf)).toEqual(["một", "ba"]);
    expect(await outbox.claim("s", 10, 1_000, 10)).toEqual([]);
    await outbox.settle(first[0]!, { kind: "sent", messageId: "z1" }, 11);
    expect((await outbox.claim("s", 11, 1_000, 10)).map(textOf)).toEqual(["hai"]);
  });

  test("a reply that must be tried again keeps its place before later ones", async () => {
    const outbox = outboxOf();
    await replyTo("an", "một", 1);
    const [delivery] = await outbox.claim("s", 10, 1_000, 10);
    await outbox.settle(delivery!, { kind: "again", at: 100, error: "500", countsAsAttempt: true }, 11);
    await replyTo("an", "hai", 12);
    expect(await outbox.claim("s", 50, 1_000, 10)).toEqual([]);
    expect(await outbox.nextDue()).toBe(100);
    const [again] = await outbox.claim("s", 100, 1_000, 10);
    expect(again).toMatchObject({ task: "send", attempts: 1, reply: { text: "một" } });
  });

  test("an uncertain send is settled by its echo, and the next reply goes on", async () => {
    const outbox = outboxOf();
    await replyTo("an", "một", 1);
    await replyTo("an", "hai", 2);
    const [delivery] = await outbox.claim("s", 10, 1_000, 10);
    await outbox.settle(delivery!, { kind: "uncertain", error: "timeout", until: 60_010 }, 11);
    expect(await outbox.claim("s", 12, 1_000, 10)).toEqual([]);
    await echo("an", "z9", "một", 13);
    expect(await outbox.counts()).toMatchObject({ sent: 1, uncertain: 0, waiting: 1 });
    expect((await outbox.claim("s", 14, 1_000, 10)).map(textOf)).toEqual(["hai"]);
  });

  test("an echo of another text, or of a message already known, settles nothing", async () => {
    const outbox = outboxOf();
    await replyTo("an", "một", 1);
    const [first] = await outbox.claim("s", 10, 1_000, 10);
    await outbox.settle(first!, { kind: "sent", messageId: "z1" }, 11);
    await replyTo("an", "một", 12);
    const [second] = await outbox.claim("s", 13, 1_000, 10);
    await outbox.settle(second!, { kind: "uncertain", error: "timeout", until: 60_013 }, 14);
    await echo("an", "z1", "một", 15);
    await echo("an", "z-auto", "Lời chào tự động của OA", 16);
    expect(await outbox.counts()).toMatchObject({ sent: 1, uncertain: 1 });
  });

  test("an echo without text settles the only send that can be meant; of two, none: it would lose the other", async () => {
    const outbox = outboxOf();
    await replyTo("an", "một", 1);
    const [first] = await outbox.claim("s", 10, 1_000, 10);
    await outbox.settle(first!, { kind: "uncertain", error: "timeout", until: 60_010 }, 11);
    await replyTo("an", "gấp", 12, true);
    const [urgent] = await outbox.claim("s", 13, 1_000, 10);
    expect(textOf(urgent)).toBe("gấp");
    await echo("an", "z-of-either", null, 14);
    expect(await outbox.counts()).toMatchObject({ sent: 0, uncertain: 1, sending: 1 });
    await outbox.settle(urgent!, { kind: "sent", messageId: "z2" }, 15);
    await echo("an", "z-of-one", null, 16);
    expect(await outbox.counts()).toMatchObject({ sent: 2, uncertain: 0 });
  });

  test("an echo that comes before the answer to the send stands, whatever the answer says", async () => {
    const outbox = outboxOf();
    await replyTo("an", "một", 1);
    const [delivery] = await outbox.claim("s", 10, 1_000, 10);
    await echo("an", "z1", "một", 11);
    await outbox.settle(delivery!, { kind: "uncertain", error: "timeout", until: 60_011 }, 12);
    expect(await outbox.counts()).toMatchObject({ sent: 1, uncertain: 0 });
    expect(await outbox.nextDue()).toBeNull();
  });

  test("an echo that came in and waits for its turn is waited for, however late: nothing is sent twice meanwhile", async () => {
    const outbox = outboxOf();
    await replyTo("an", "một", 1);
    const [delivery] = await outbox.claim("s", 10, 1_000, 10);
    await outbox.settle(delivery!, { kind: "uncertain", error: "timeout", until: 100 }, 11);
    const inbox = createInboxStore(opened.database);
    const body = { kind: "echo", to: { oaId: OA, citizenId: "an" }, messageId: "z9", byStaff: false } as const;
    await inbox.accept([anEvent({ ...body, textDigest: digestOf("một") })], 12);
    expect(await outbox.claim("s", 200, 1_000, 10)).toEqual([]);
    expect(await outbox.nextDue()).toBeGreaterThan(200);
    const [claim] = await inbox.claim("w", 201, 1_000, 50);
    const echo = { messageId: "z9", textDigest: digestOf("một") };
    await inbox.finish(claim!, { done: claim!.events.map(({ seq }) => seq), echo }, 201);
    expect(await outbox.claim("s", 10_000, 1_000, 10)).toEqual([]);
    expect(await outbox.counts()).toMatchObject({ sent: 1, uncertain: 0 });
  });

  test("without an echo the time to settle comes once; a resend is counted", async () => {
    const outbox = outboxOf();
    await replyTo("an", "một", 1);
    const [delivery] = await outbox.claim("s", 10, 1_000, 10);
    await outbox.settle(delivery!, { kind: "uncertain", error: "timeout", until: 100 }, 11);
    const [settle] = await outbox.claim("s", 100, 1_000, 10);
    expect(settle).toMatchObject({ task: "settle", resends: 0 });
    expect(await outbox.beginResend(settle!, 100)).toBe(true);
    await outbox.settle(settle!, { kind: "uncertain", error: "timeout", until: 200 }, 101);
    const [last] = await outbox.claim("s", 200, 1_000, 10);
    expect(last).toMatchObject({ task: "settle", resends: 1 });
    await outbox.settle(last!, { kind: "unconfirmed", error: "no echo" }, 201);
    expect(await outbox.counts()).toMatchObject({ unconfirmed: 1 });
  });

  test("an echo that comes after its reply was given up tells that it arrived; none does a day later", async () => {
    const outbox = outboxOf();
    const day = 86_400_000;
    await replyTo("an", "một", 1);
    const [delivery] = await outbox.claim("s", 10, 1_000, 10);
    await outbox.settle(delivery!, { kind: "uncertain", error: "timeout", until: 100 }, 11);
    const [settle] = await outbox.claim("s", 100, 1_000, 10);
    await outbox.settle(settle!, { kind: "unconfirmed", error: "no echo" }, 101);
    await echo("an", "z-other", "hai", 102);
    await echo("an", "z-late", "một", 102 + day);
    expect(await outbox.counts()).toMatchObject({ unconfirmed: 1, sent: 0 });
    await echo("an", "z1", "một", 103);
    expect(await outbox.counts()).toMatchObject({ unconfirmed: 0, sent: 1 });
    expect(await outbox.nextDue()).toBeNull();
  });

  test("a send that a crash interrupted becomes uncertain when its lease ends, and waits for its echo", async () => {
    const outbox = outboxOf();
    await replyTo("an", "một", 1);
    await outbox.claim("crashed", 10, 1_000, 10);
    const other = createOutboxStore(await opened.again());
    expect(await other.claim("s", 500, 1_000, 10)).toEqual([]);
    expect(await other.claim("s", 1_010, 1_000, 10)).toEqual([]);
    expect(await other.counts()).toMatchObject({ uncertain: 1 });
    const due = await other.nextDue();
    expect(due).toBe(1_010 + 60_000);
    expect(await other.claim("s", due!, 1_000, 10)).toMatchObject([{ task: "settle", reply: { text: "một" } }]);
  });

  test("a reply on its way when its citizen asks to be forgotten arrives, and keeps no words once settled", async () => {
    const outbox = outboxOf();
    const inbox = createInboxStore(opened.database);
    await replyTo("an", "một", 1);
    await replyTo("an", "hai", 2);
    const [first] = await outbox.claim("w", 3, 1_000, 5);
    await inbox.accept([aTextEvent("an", "xoá dữ liệu của tôi")], 4);
    const [claim] = await inbox.claim("w", 4, 1_000, 5);
    await inbox.finish(claim!, { done: claim!.events.map(({ seq }) => seq), erase: true }, 5);
    await outbox.settle(first!, { kind: "sent", messageId: "m1" }, 6);
    const [second] = await outbox.claim("w", 7, 1_000, 5);
    expect(textOf(second)).toBe("hai");
    await outbox.settle(second!, { kind: "uncertain", error: "no answer", until: 60_000 }, 8);
    await echo("an", "m2", "hai", 9);
    const rows = await opened.database.read.selectFrom("outbox").select(["reply", "answers"]).execute();
    expect(rows).toEqual([
      { reply: "{}", answers: "[]" },
      { reply: "{}", answers: "[]" },
    ]);
  });

  test("each reply keeps the records and facts that it was made from", async () => {
    await replyTo("an", "một", 1);
    const [row] = await opened.database.read.selectFrom("outbox").select(["provenance", "answers"]).execute();
    expect(JSON.parse(row!.provenance)).toEqual({ records: ["r"], facts: ["r#fees.0"], knowledgeVersion: "v1" });
    expect(JSON.parse(row!.answers)).toHaveLength(1);
  });
});
