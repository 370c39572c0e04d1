/** What /metrics and the desk's throttling count, alike on both databases. */
import { createBacklog } from "../../src/storage/backlog.ts";
import { createDeskStore } from "../../src/storage/dossier-desk.ts";
import { writeDossierEffect } from "../../src/storage/dossier-effects.ts";
import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { createOutboxStore } from "../../src/storage/outbox-store.ts";
import { aReply, aTextEvent, OA } from "../support/builders.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";

describe.each(DATABASES)("figures on $name", ({ open }) => {
  let opened: OpenDatabase;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.remove());

  test("how much waits and since when; what was given up", async () => {
    const { database } = opened;
    const backlog = createBacklog(database);
    expect([await backlog.events(), await backlog.replies(), await backlog.givenUp()]).toEqual([
      { since: null, count: 0 },
      { since: null, count: 0 },
      0,
    ]);
    const [inbox, outbox] = [createInboxStore(database), createOutboxStore(database)];
    await inbox.accept([aTextEvent("an", "một")], 10);
    await inbox.accept([aTextEvent("bình", "hai")], 20);
    expect(await backlog.events()).toEqual({ since: 10, count: 2 });
    for (const claim of await inbox.claim("w", 30, 1_000, 5)) {
      const replies = [{ to: { oaId: OA, citizenId: claim.citizenId }, reply: aReply("dạ") }];
      await inbox.finish(claim, { done: claim.events.map(({ seq }) => seq), replies }, 30);
    }
    expect([await backlog.events(), await backlog.replies()]).toEqual([
      { since: null, count: 0 },
      { since: 30, count: 2 },
    ]);
    const [first] = await outbox.claim("s", 40, 1_000, 5);
    await outbox.settle(first!, { kind: "dead", error: "-230" }, 41);
    expect([(await backlog.replies()).count, await backlog.givenUp()]).toEqual([1, 1]);
  });

  test("misses of one person, of all and of one dossier; the last word on each consent", async () => {
    const { database } = opened;
    const desk = createDeskStore(database);
    const tell = (at: number, who: string, codeKey: string, outcome: "unknown" | "wrong" | "proven") =>
      database.write((db) =>
        writeDossierEffect(
          db,
          { oaId: OA, citizenId: "an" },
          { kind: "dossier-access", who, codeKey, door: "digits", outcome },
          at,
        ),
      );
    await tell(1, "p1", "k1", "wrong");
    await tell(2, "p1", "k2", "unknown");
    await tell(3, "p1", "k1", "proven");
    await tell(4, "p2", "k1", "wrong");
    expect(await desk.wrongTriesOf("p1", 0)).toEqual([1, 2]);
    expect([await desk.wrongTries(0), await desk.wrongTries(2)]).toEqual([3, 1]);
    expect(await desk.wrongDigits("k1", 0)).toBe(2);
    for (const [at, answer] of [
      [5, "yes"],
      [6, "no"],
    ] as const) {
      const consent = { kind: "consent", who: "p1", purpose: "photo", answer, noticeVersion: "1" } as const;
      await database.write((db) => writeDossierEffect(db, { oaId: OA, citizenId: "an" }, consent, at));
    }
    expect(await desk.consentsOf("p1")).toEqual([{ purpose: "photo", answer: "no", noticeVersion: "1", at: 6 }]);
  });
});
