/** The machine's clock is put back by an hour while something rests: nothing rests for that hour. */
import { ECHO_WAIT_MS } from "../../src/delivery/plan.ts";
import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { createOutboxStore } from "../../src/storage/outbox-store.ts";
import { bringBackRests } from "../../src/storage/rests.ts";
import { createTokenStore } from "../../src/storage/token-store.ts";
import { aReply, aTextEvent, OA } from "../support/builders.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";

const HOUR_MS = 3_600_000;
const BEFORE = 10 * HOUR_MS;
const AFTER = BEFORE - HOUR_MS;
const MINUTE_MS = 60_000;

describe.each(DATABASES)("rests after the clock was put back, on $name", ({ open }) => {
  let opened: OpenDatabase;
  let inbox: ReturnType<typeof createInboxStore>;
  let outbox: ReturnType<typeof createOutboxStore>;
  beforeEach(async () => {
    opened = await open();
    inbox = createInboxStore(opened.database);
    outbox = createOutboxStore(opened.database);
  });
  afterEach(() => opened.remove());

  async function replyTo(citizenId: string, at: number): Promise<void> {
    await inbox.accept([aTextEvent(citizenId, "một")], at);
    const [turn] = await inbox.claim("one", at, 10_000, 1);
    const done = turn?.events.map(({ seq }) => seq) ?? [];
    await inbox.finish(turn!, { done, replies: [{ to: { oaId: OA, citizenId }, reply: aReply("dạ") }] }, at);
  }

  test("an event that came in, one that waits for the rest of its burst and one that failed are due at once", async () => {
    await inbox.accept([aTextEvent("an", "một"), aTextEvent("bình", "hai"), aTextEvent("chi", "ba")], BEFORE);
    const claims = await inbox.claim("one", BEFORE, 10_000, 5);
    const of = (citizenId: string) => claims.find((claim) => claim.citizenId === citizenId)!;
    await inbox.postpone(of("bình"), BEFORE + 1_200, [], null);
    await inbox.postpone(of("chi"), BEFORE + MINUTE_MS, [of("chi").events[0]!.seq], "X");
    await inbox.finish(of("an"), { done: of("an").events.map(({ seq }) => seq) }, BEFORE);
    await inbox.accept([aTextEvent("an", "bốn")], BEFORE);
    expect(await inbox.claim("one", AFTER, 10_000, 5)).toEqual([]);

    expect(await bringBackRests(opened.database, AFTER)).toBe(3);
    const due = await inbox.claim("one", AFTER, 10_000, 5);
    expect(due.map(({ citizenId }) => citizenId).sort()).toEqual(["an", "bình", "chi"]);
    for (const { events } of due) {
      expect(events).toHaveLength(1);
      expect(events[0]).toMatchObject({ receivedAt: AFTER });
      expect(events[0]!.notBefore).toBeLessThanOrEqual(AFTER);
    }
  });

  test("leases last no longer than a lease can, and their owners may still give them back", async () => {
    await createTokenStore(opened.database).replace(
      { oaId: OA, sealed: "x", expiresAt: BEFORE, refreshedAt: BEFORE },
      "force",
    );
    await replyTo("an", BEFORE);
    await outbox.claim("dead", BEFORE, MINUTE_MS, 1);
    await inbox.accept([aTextEvent("bình", "hai")], BEFORE - 2 * HOUR_MS);
    const [alive] = await inbox.claim("alive", BEFORE, 10_000, 1);
    const tokens = createTokenStore(opened.database);
    await tokens.claimRefresh(OA, "dead", BEFORE, BEFORE + MINUTE_MS);

    await bringBackRests(opened.database, AFTER);
    expect(await inbox.claim("next", AFTER + 9_999, 10_000, 1)).toEqual([]);
    expect(await inbox.finish(alive!, { done: alive!.events.map(({ seq }) => seq) }, AFTER)).toBe("written");
    expect(await tokens.claimRefresh(OA, "next", AFTER + MINUTE_MS - 1, BEFORE)).toBe(false);
    expect(await tokens.claimRefresh(OA, "next", AFTER + MINUTE_MS, AFTER + 2 * MINUTE_MS)).toBe(true);
    await outbox.claim("next", AFTER + MINUTE_MS - 1, MINUTE_MS, 1);
    expect(await outbox.counts()).toMatchObject({ sending: 1 });
    await outbox.claim("next", AFTER + MINUTE_MS, MINUTE_MS, 1);
    expect(await outbox.counts()).toMatchObject({ sending: 0, uncertain: 1 });
  });

  test("a reply that is tried again later, and one that waits for its echo, wait a minute at most", async () => {
    for (const citizenId of ["an", "bình"]) await replyTo(citizenId, BEFORE);
    const [again, uncertain] = await outbox.claim("one", BEFORE, MINUTE_MS, 5);
    await outbox.settle(again!, { kind: "again", error: "-1", at: BEFORE + 1_000, countsAsAttempt: true }, BEFORE);
    await outbox.settle(uncertain!, { kind: "uncertain", error: "x", until: BEFORE + ECHO_WAIT_MS }, BEFORE);
    expect(await bringBackRests(opened.database, AFTER)).toBe(2);

    // Looked at now, and not sent before its echo had its minute.
    expect(await outbox.claim("one", AFTER + ECHO_WAIT_MS - 1, MINUTE_MS, 5)).toEqual([]);
    const due = await outbox.claim("one", AFTER + ECHO_WAIT_MS, MINUTE_MS, 5);
    expect(due.map(({ task }) => task).sort()).toEqual(["send", "settle"]);
  });

  test("what rests as long as it may is left alone", async () => {
    for (const citizenId of ["an", "bình", "chi"]) await replyTo(citizenId, AFTER);
    const [operator, uncertain] = await outbox.claim("one", AFTER, MINUTE_MS, 2);
    const tenMinutes = 10 * MINUTE_MS;
    await outbox.settle(operator!, { kind: "again", error: "-209", at: AFTER + tenMinutes, countsAsAttempt: true }, 0);
    await outbox.settle(uncertain!, { kind: "uncertain", error: "x", until: AFTER + ECHO_WAIT_MS }, AFTER);
    await outbox.claim("one", AFTER, MINUTE_MS, 1);
    await inbox.accept([aTextEvent("dung", "một")], AFTER);
    const [turn] = await inbox.claim("one", AFTER, 10_000, 1);
    await inbox.postpone(turn!, AFTER + MINUTE_MS, [turn!.events[0]!.seq], "X");
    expect(await bringBackRests(opened.database, AFTER)).toBe(0);
  });

  test("more than one portion of them are all brought back", async () => {
    await inbox.accept(
      Array.from({ length: 1_100 }, (_, n) => aTextEvent(`c${n}`, "một")),
      BEFORE,
    );
    expect(await bringBackRests(opened.database, AFTER)).toBe(1_100);
    expect(await inbox.nextDue()).toBe(AFTER);
  });
});
