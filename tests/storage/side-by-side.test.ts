/** Several processes on one database at the same moment: nothing is left lying, nothing is handed out twice. */
import { createDueStore } from "../../src/storage/dossier-due.ts";
import { createDossierRegister } from "../../src/storage/dossier-register.ts";
import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { createOutboxStore } from "../../src/storage/outbox-store.ts";
import { createStaffTasks } from "../../src/storage/staff-tasks.ts";
import { createTokenStore } from "../../src/storage/token-store.ts";
import { anEvent, aReply, aTextEvent, OA } from "../support/builders.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";

const ROUNDS = 15;

describe.each(DATABASES)("side by side on $name", ({ open }) => {
  let opened: OpenDatabase;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.remove());

  test("timers and sockets have their turn while somebody writes without a pause", async () => {
    let isOver = false;
    const timer = new Promise<void>((resolve) => setTimeout(resolve, 1)).then(() => {
      isOver = true;
    });
    const inbox = createInboxStore(opened.database);
    for (let writes = 0; !isOver && writes < 5_000; writes += 1) await inbox.accept([aTextEvent("an", "một")], writes);
    expect(isOver).toBe(true);
    await timer;
  });

  test("an event that arrives while a turn is written has its turn, whoever is first", async () => {
    const inbox = createInboxStore(opened.database);
    const other = createInboxStore(await opened.again());
    for (let round = 0; round < ROUNDS; round += 1) {
      const citizens = Array.from({ length: 6 }, (_, i) => `c${round}-${i}`);
      await inbox.accept(
        citizens.map((citizen) => aTextEvent(citizen, "một")),
        round,
      );
      const claims = await inbox.claim("w", round, 1_000_000, 100);
      await Promise.all([
        ...claims.map((claim) => inbox.finish(claim, { done: claim.events.map(({ seq }) => seq) }, round)),
        other.accept(
          citizens.map((citizen) => aTextEvent(citizen, "hai")),
          round,
        ),
      ]);
      const next = await other.claim("w2", round, 1_000_000, 100);
      expect(next.map(({ citizenId }) => citizenId).sort()).toEqual(citizens.sort());
      for (const claim of next) await other.finish(claim, { done: claim.events.map(({ seq }) => seq) }, round);
    }
  });

  test("a reply written while another of the same citizen is settled is sent, whoever is first", async () => {
    const inbox = createInboxStore(opened.database);
    const outbox = createOutboxStore(await opened.again());
    const answer = async (now: number) => {
      const claims = await inbox.claim("w", now, 1_000, 100);
      return claims.map((claim) => {
        const replies = [{ to: { oaId: OA, citizenId: claim.citizenId }, reply: aReply(`dạ ${now}`) }];
        return () => inbox.finish(claim, { done: claim.events.map(({ seq }) => seq), replies }, now);
      });
    };
    const citizens = Array.from({ length: 6 }, (_, i) => `c${i}`);
    for (let round = 0; round < ROUNDS; round += 1) {
      await inbox.accept(
        citizens.map((citizen) => aTextEvent(citizen, "hỏi")),
        round,
      );
      for (const write of await answer(round)) await write();
      const sending = await outbox.claim("s", round, 1_000, 100);
      expect(sending).toHaveLength(citizens.length);
      await inbox.accept(
        citizens.map((citizen) => aTextEvent(citizen, "hỏi nữa")),
        round,
      );
      const writes = await answer(round);
      await Promise.all([
        ...sending.map((delivery) => outbox.settle(delivery, { kind: "sent", messageId: "z" }, round)),
        ...writes.map((write) => write()),
      ]);
      const next = await outbox.claim("s", round, 1_000, 100);
      expect(next).toHaveLength(citizens.length);
      for (const delivery of next) await outbox.settle(delivery, { kind: "sent", messageId: "z" }, round);
    }
  });

  test("workers of two processes never get the same conversation, and together get all", async () => {
    const first = createInboxStore(opened.database);
    const second = createInboxStore(await opened.again());
    await first.accept(
      Array.from({ length: 100 }, (_, i) => aTextEvent(`c${i}`, "chào")),
      1,
    );
    const got: string[] = [];
    while (got.length < 100) {
      const claims = await Promise.all([first.claim("a", 1, 1_000, 7), second.claim("b", 1, 1_000, 7)]);
      const citizens = claims.flat().map(({ citizenId }) => citizenId);
      got.push(...citizens);
      if (citizens.length === 0) break;
    }
    expect(new Set(got).size).toBe(100);
    expect(got).toHaveLength(100);
  });

  test("the same events brought to two processes at once, in any order, are kept once each", async () => {
    const first = createInboxStore(opened.database);
    const second = createInboxStore(await opened.again());
    const events = Array.from({ length: 200 }, (_, i) => aTextEvent(`c${i % 20}`, "chào"));
    const outcomes = await Promise.all([
      first.accept(events, 1),
      second.accept([...events].reverse(), 1),
      first.accept([...events].reverse(), 1),
      second.accept(events, 1),
    ]);
    expect(outcomes.flat().filter((outcome) => outcome === "new")).toHaveLength(200);
    expect(await opened.database.read.selectFrom("inbox").select("seq").execute()).toHaveLength(200);
  });

  test("of two that replace the tokens they both read, one does; an alarm raised twice at once is one", async () => {
    const stores = [createTokenStore(opened.database), createTokenStore(await opened.again())];
    const pair = { oaId: OA, sealed: "v1.x", expiresAt: 1, refreshedAt: 1, version: 0 };
    for (const expected of [null, 1, 2, 3]) {
      const replaced = await Promise.all(stores.map((store) => store.replace(pair, expected)));
      expect(replaced.filter(Boolean)).toHaveLength(1);
    }
    const tasks = [createStaffTasks(opened.database), createStaffTasks(await opened.again())];
    await Promise.all([...tasks, ...tasks].map((each) => each.raise(OA, "zalo.token", "lost", 1)));
    expect(await tasks[0]?.open()).toHaveLength(1);
  });

  test("a dossier that two processes put at once is one", async () => {
    const registers = [createDossierRegister(opened.database), createDossierRegister(await opened.again())];
    const record = { code: "H12.34-240101-0001", status: 4 as const };
    const outcomes = await Promise.all([...registers, ...registers].map((register) => register.put([record], 1)));
    expect(outcomes.flat().sort()).toEqual(["new", "same", "same", "same"]);
  });

  test("texts come in the order of their bytes, whatever the language of the server", async () => {
    const register = createDossierRegister(opened.database);
    const codes = ["H12.3-240101-0002", "H12.34-240101-0001", "H12.34-240101-0001a", "H12.34-240101-000B", "h1", "Đ1"];
    await register.put(codes.map((code) => ({ code, status: 4 as const, dueOn: "2026-01-01" })).reverse(), 1);
    const due = await createDueStore(opened.database).dueBetween("2026-01-01", "2026-01-01", 10);
    expect(due.map(({ code }) => code)).toEqual(codes);
  });

  test("any character that a message may hold is kept, or shown as unreadable; none is refused", async () => {
    const inbox = createInboxStore(opened.database);
    const text = "NUL \0, half a pair \ud83d, 👨‍👩‍👧, tiếng Việt, \u202e";
    const event = aTextEvent("c\0d", text);
    expect(await inbox.accept([event, anEvent(event.body, { key: "k\0" })], 1)).toEqual(["new", "new"]);
    expect(await inbox.accept([anEvent(event.body, { key: "k\0" })], 1)).toEqual(["duplicate"]);
    const [claim] = await inbox.claim("w", 1, 1_000, 5);
    expect(claim?.events).toHaveLength(2);
    expect(claim?.events[0]?.event.body).toMatchObject({ content: { text } });
  });
});
