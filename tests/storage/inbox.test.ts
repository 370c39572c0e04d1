import { traceOf } from "../../src/channel/trace.ts";
import type { Claim } from "../../src/intake/inbox.ts";
import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { anEvent, aReply, aTextEvent, OA } from "../support/builders.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";

describe.each(DATABASES)("the inbox on $name", ({ open }) => {
  let opened: OpenDatabase;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.remove());

  const inboxOf = () => createInboxStore(opened.database);
  const textsOf = (claim: Claim | undefined) =>
    claim?.events.map(({ event }) =>
      event.body.kind === "message" && event.body.content.kind === "text" ? event.body.content.text : "?",
    );

  test("an event is kept once however often it comes: in one batch, in another, from another process", async () => {
    const inbox = inboxOf();
    const event = aTextEvent("an", "chào");
    expect(await inbox.accept([event, event], 10)).toEqual(["new", "duplicate"]);
    expect(await inbox.accept([event], 11)).toEqual(["duplicate"]);
    const other = createInboxStore(await opened.again());
    expect(await Promise.all([other.accept([event], 12), inbox.accept([event], 12)])).toEqual([
      ["duplicate"],
      ["duplicate"],
    ]);
    const rows = await opened.database.read.selectFrom("inbox").selectAll().execute();
    expect(rows).toHaveLength(1);
  });

  test("the same key of another Official Account is another event", async () => {
    const inbox = inboxOf();
    const event = aTextEvent("an", "chào");
    expect(await inbox.accept([event, { ...event, oaId: "other" }], 10)).toEqual(["new", "new"]);
  });

  test("a conversation is handed to one worker, with its events in the order in which they happened", async () => {
    const inbox = inboxOf();
    await inbox.accept([aTextEvent("an", "hai", { happenedAt: 2 }), aTextEvent("an", "một", { happenedAt: 1 })], 10);
    const claims = await inbox.claim("w1", 10, 1_000, 5);
    expect(claims).toHaveLength(1);
    expect(textsOf(claims[0])).toEqual(["một", "hai"]);
    expect(await inbox.claim("w2", 10, 1_000, 5)).toEqual([]);
  });

  test("many conversations are handed out side by side, up to the limit, the longest waiting first", async () => {
    const inbox = inboxOf();
    await inbox.accept([aTextEvent("b", "x")], 20);
    await inbox.accept([aTextEvent("a", "x")], 10);
    await inbox.accept([aTextEvent("c", "x")], 30);
    const claims = await inbox.claim("w", 40, 1_000, 2);
    expect(claims.map((claim) => claim.citizenId)).toEqual(["a", "b"]);
  });

  test("a turn is written whole: state, replies, tasks and the finished events", async () => {
    const inbox = inboxOf();
    await inbox.accept([aTextEvent("an", "khai sinh")], 10);
    const [claim] = await inbox.claim("w", 10, 1_000, 5);
    const to = { oaId: OA, citizenId: "an" };
    const written = await inbox.finish(
      claim!,
      {
        done: claim!.events.map((entry) => entry.seq),
        state: { topic: "khai_sinh" },
        replies: [{ to, reply: aReply("Dạ") }],
        tasks: [{ kind: "ask-staff", detail: "gặp cán bộ", dueAt: 99 }],
      },
      11,
    );
    expect(written).toBe("written");
    const { read } = opened.database;
    expect(await read.selectFrom("outbox").select(["citizen_id", "reply"]).execute()).toEqual([
      { citizen_id: "an", reply: `{"text":"Dạ","buttons":[],"trace":"${traceOf(claim!.events[0]!.event)}"}` },
    ]);
    expect(await read.selectFrom("staff_task").select(["kind", "due_at"]).execute()).toEqual([
      { kind: "ask-staff", due_at: 99 },
    ]);
    expect(await inbox.nextDue()).toBeNull();
    await inbox.accept([aTextEvent("an", "còn phí")], 12);
    const [next] = await inbox.claim("w", 12, 1_000, 5);
    expect(next?.state).toEqual({ topic: "khai_sinh" });
  });

  test("what a citizen adds stands under the question that waits for a person, until that is closed", async () => {
    const inbox = inboxOf();
    const asks = async (detail: string, now: number) => {
      await inbox.accept([aTextEvent("an", detail)], now);
      const [claim] = await inbox.claim("w", now, 1_000, 5);
      const done = claim!.events.map((entry) => entry.seq);
      await inbox.finish(claim!, { done, tasks: [{ kind: "ask-staff", detail, dueAt: now }] }, now);
    };
    await asks("gặp cán bộ", 10);
    await asks("hồ sơ đất bị trả lại", 20);
    await asks("gặp cán bộ", 30);
    const questions = () => opened.database.read.selectFrom("staff_task").select(["detail", "due_at"]).execute();
    expect(await questions()).toEqual([{ detail: "gặp cán bộ\nhồ sơ đất bị trả lại", due_at: 10 }]);
    await opened.database.write((db) => db.updateTable("staff_task").set({ done_at: 35 }).execute());
    await asks("còn chuyện nữa", 40);
    expect(await questions()).toMatchObject([{ due_at: 10 }, { detail: "còn chuyện nữa", due_at: 40 }]);
    await asks("dài".repeat(3_000), 50);
    expect(await questions()).toHaveLength(3);
  });

  test("a worker whose lease ran out writes nothing: the one who took over does", async () => {
    const inbox = inboxOf();
    await inbox.accept([aTextEvent("an", "khai sinh")], 10);
    const [slow] = await inbox.claim("slow", 10, 100, 5);
    const [quick] = await inbox.claim("quick", 111, 100, 5);
    const result = (claim: Claim) => ({
      done: claim.events.map((entry) => entry.seq),
      replies: [{ to: { oaId: OA, citizenId: "an" }, reply: aReply(claim.owner) }],
    });
    expect(await inbox.finish(slow!, result(slow!), 112)).toBe("lost");
    expect(await inbox.finish(quick!, result(quick!), 113)).toBe("written");
    expect(await opened.database.read.selectFrom("outbox").selectAll().execute()).toHaveLength(1);
  });

  test("an event that comes during a turn is due as soon as the turn is written", async () => {
    const inbox = inboxOf();
    await inbox.accept([aTextEvent("an", "một")], 10);
    const [claim] = await inbox.claim("w", 10, 1_000, 5);
    await inbox.accept([aTextEvent("an", "hai")], 11);
    expect(await inbox.nextDue()).toBe(1_010);
    await inbox.finish(claim!, { done: claim!.events.map((entry) => entry.seq) }, 12);
    expect(await inbox.nextDue()).toBe(12);
    expect(textsOf((await inbox.claim("w", 12, 1_000, 5))[0])).toEqual(["hai"]);
  });

  test("a postponed conversation comes back at its time, one attempt older, and blocks nobody meanwhile", async () => {
    const inbox = inboxOf();
    await inbox.accept([aTextEvent("an", "khó")], 10);
    const [claim] = await inbox.claim("w", 10, 1_000, 5);
    await inbox.postpone(claim!, 500, [claim!.events[0]!.seq], "TypeError");
    await inbox.accept([aTextEvent("bình", "dễ")], 20);
    expect((await inbox.claim("w", 20, 1_000, 5)).map((other) => other.citizenId)).toEqual(["bình"]);
    const [again] = await inbox.claim("w", 500, 1_000, 5);
    expect(again?.events[0]?.attempts).toBe(1);
  });

  test("erasing forgets words, answers and state, and still knows the event as a duplicate", async () => {
    const inbox = inboxOf();
    const secret = aTextEvent("an", "chuyện riêng");
    const to = { oaId: OA, citizenId: "an" };
    await inbox.accept([secret], 10);
    const [first] = await inbox.claim("w", 10, 1_000, 5);
    const done = (claim: Claim) => claim.events.map((entry) => entry.seq);
    await inbox.finish(first!, { done: done(first!), state: { topic: "x" } }, 11);
    await inbox.accept([anEvent({ kind: "withdraw", from: to })], 12);
    const [second] = await inbox.claim("w", 12, 1_000, 5);
    await inbox.finish(second!, { done: done(second!), erase: true }, 13);
    const dump = JSON.stringify([
      await opened.database.read.selectFrom("inbox").selectAll().execute(),
      await opened.database.read.selectFrom("conversation").selectAll().execute(),
    ]);
    expect(dump).not.toContain("chuyện riêng");
    expect(dump).not.toContain("topic");
    expect(await inbox.accept([secret], 14)).toEqual(["duplicate"]);
  });
});
