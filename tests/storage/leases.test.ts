import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { endLeasesOfTheDead } from "../../src/storage/leases.ts";
import { createOutboxStore } from "../../src/storage/outbox-store.ts";
import { aReply, aTextEvent, OA } from "../support/builders.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";

describe.each(DATABASES)("leases of the dead on $name", ({ open }) => {
  let opened: OpenDatabase;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.remove());

  test("a process knows whether others are at work on its database, and not by what the dead left behind", async () => {
    expect(await opened.database.join()).toBe("alone");
    const second = await opened.again();
    expect(await second.join()).toBe("others");
    await second.close();
    await opened.database.close();
    const third = await opened.again();
    expect(await third.join()).toBe("alone");
    // Once found, it stays what it was: it is asked at the start.
    await opened.again().then(async (fourth) => expect(await fourth.join()).toBe("others"));
    expect(await third.join()).toBe("alone");
  });

  test("who only looks, as a command does, is not at work", async () => {
    await opened.again();
    expect(await opened.database.join()).toBe("alone");
  });

  test("what was in hand is free at once: a turn is taken again by itself, a send is uncertain", async () => {
    const { database } = opened;
    const inbox = createInboxStore(database);
    const outbox = createOutboxStore(database);
    await inbox.accept([aTextEvent("an", "một")], 10);
    const [turn] = await inbox.claim("dead", 10, 10_000, 5);
    const reply = { to: { oaId: OA, citizenId: "an" }, reply: aReply("dạ") };
    await inbox.finish(turn!, { done: turn!.events.map(({ seq }) => seq), replies: [reply] }, 10);
    await outbox.claim("dead", 11, 60_000, 5);
    await inbox.accept([aTextEvent("bình", "hai"), aTextEvent("chi", "ba")], 12);
    await inbox.claim("dead", 12, 10_000, 1);

    await endLeasesOfTheDead(database);
    expect(await outbox.nextDue()).toBeLessThanOrEqual(13);
    expect(await outbox.claim("next", 13, 60_000, 5)).toEqual([]);
    expect(await outbox.counts()).toMatchObject({ sending: 0, uncertain: 1 });
    expect(await inbox.claim("next", 13, 10_000, 5, false)).toEqual([]);
    const alone = await inbox.claim("next", 13, 10_000, 5, true);
    expect(alone.map(({ citizenId, events }) => [citizenId, events[0]?.crashes])).toEqual([["bình", 1]]);
    const others = await inbox.claim("next", 13, 10_000, 5, false);
    expect(others.map(({ citizenId, events }) => [citizenId, events[0]?.crashes])).toEqual([["chi", 0]]);
  });
});
