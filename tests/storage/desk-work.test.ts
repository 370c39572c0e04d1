/** Following and sharing dossiers, ratings, what staff have to do, numbers to call back, tokens: alike on both databases. */
import type { DossierEffect } from "../../src/dossiers/effects.ts";
import type { TurnResult } from "../../src/intake/inbox.ts";
import { createDeskStore } from "../../src/storage/dossier-desk.ts";
import { writeDossierEffect } from "../../src/storage/dossier-effects.ts";
import { createInboxStore } from "../../src/storage/inbox-store.ts";
import { createStaffTasks } from "../../src/storage/staff-tasks.ts";
import { createTokenStore } from "../../src/storage/token-store.ts";
import { aTextEvent, OA } from "../support/builders.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";

describe.each(DATABASES)("on $name", ({ open }) => {
  let opened: OpenDatabase;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.remove());

  const effect = (citizenId: string, what: DossierEffect, now = 1, database = opened.database) =>
    database.write((db) => writeDossierEffect(db, { oaId: OA, citizenId }, what, now));
  const follows = async () => {
    const { read } = opened.database;
    const rows = await read.selectFrom("dossier_follow").selectAll().orderBy("citizen_id").orderBy("code").execute();
    return rows.map(({ citizen_id, code, status_told }) => `${citizen_id} ${code} ${status_told}`);
  };
  const follow = (code: string, shareId: number | null = null) =>
    ({ kind: "dossier-follow", code, status: 4, shareId }) as const;
  const share = (key: string) => ({ kind: "dossier-share", code: "H1", key, expiresAt: 100 }) as const;
  const shareOf = (key: string, now = 2) => createDeskStore(opened.database).shareOf(key, now);

  test("a dossier is followed once, told on, and left; its news are then nobody's", async () => {
    await effect("an", follow("H1"));
    await effect("an", follow("H1"));
    await effect("an", follow("H2"));
    await effect("an", { kind: "dossier-told", code: "H1", status: 9 });
    expect(await follows()).toEqual(["an H1 9", "an H2 4"]);
    await opened.database.write(async (db) => {
      const reply = { reply: "{}", text_digest: "", provenance: "{}", answers: "[]", not_before: 0, created_at: 0 };
      const news = { oa_id: OA, citizen_id: "an", news_code: "H1", news_status: 9 };
      await db
        .insertInto("outbox")
        .values({ ...reply, ...news })
        .execute();
    });
    await effect("an", { kind: "dossier-unfollow", code: "H1" });
    expect(await follows()).toEqual(["an H2 4"]);
    const news = await opened.database.read.selectFrom("outbox").select(["news_code", "news_status"]).execute();
    expect(news).toEqual([{ news_code: null, news_status: null }]);
  });

  test("a shared code is good for one person, also of two at once; taken back, who followed by it does no more", async () => {
    const other = await opened.again();
    await effect("chu", share("k1"));
    const found = await shareOf("k1");
    expect(found).toMatchObject({ code: "H1" });
    expect([await shareOf("k1", 100), await shareOf("none")]).toEqual([null, null]);
    await Promise.all([
      effect("an", follow("H1", found?.id ?? 0)),
      effect("binh", follow("H1", found?.id ?? 0), 1, other),
    ]);
    expect(await follows()).toHaveLength(1);
    expect(await shareOf("k1")).toBeNull();
    await effect("chu", share("k2"));
    const second = await shareOf("k2");
    await effect("chu", { kind: "dossier-unshare", code: "H1" });
    expect([await follows(), await shareOf("k2")]).toEqual([[], null]);
    await effect("chi", follow("H1", second?.id ?? 0));
    expect(await follows()).toEqual([]);
  });

  test("ratings of one day and score are counted, also those of one moment; no name stands beside", async () => {
    const other = await opened.again();
    const rate = (score: 4 | 5) => ({ kind: "rating", day: "2026-11-25", score }) as const;
    const all = [opened.database, other, opened.database].map((at) => effect("an", rate(5), 1, at));
    await Promise.all([...all, effect("an", rate(4))]);
    const rows = await opened.database.read.selectFrom("rating").selectAll().orderBy("score").execute();
    expect(rows).toEqual([
      { day: "2026-11-25", score: 4, times: 1 },
      { day: "2026-11-25", score: 5, times: 3 },
    ]);
  });

  /** A message with a number, and what its turn came to. */
  async function write(text: string, shown: string, result: Omit<TurnResult, "done">, now: number) {
    const inbox = createInboxStore(opened.database);
    await inbox.accept([aTextEvent("an", text, { numbers: [{ sealed: `sealed ${shown}`, shown }] })], now);
    for (const claim of await inbox.claim("w", now, 1_000, 5))
      await inbox.finish(claim, { ...result, done: claim.events.map(({ seq }) => seq) }, now);
  }
  const question = { tasks: [{ kind: "ask-staff", detail: "hỏi thầy", dueAt: 50 }] };
  const numbers = async () => {
    const rows = await opened.database.read.selectFrom("callback_number").select("shown").orderBy("id").execute();
    return rows.map(({ shown }) => shown);
  };

  test("a number stays with the question that waits for staff, and goes when it is closed; without one it goes at once", async () => {
    const tasks = createStaffTasks(opened.database);
    await write("gọi tôi", "…111", {}, 1);
    expect(await numbers()).toEqual([]);
    await write("cho gặp cán bộ", "…222", question, 2);
    await write("số khác", "…333", {}, 3);
    const [task] = await tasks.open();
    expect(task).toEqual({
      id: task?.id,
      oaId: OA,
      citizenId: "an",
      kind: "ask-staff",
      detail: "hỏi thầy",
      dueAt: 50,
      createdAt: 2,
      numbers: ["…222", "…333"],
    });
    const id = task?.id ?? 0;
    expect(await tasks.reveal(id, "hoa", 4)).toEqual({ oaId: OA, sealed: ["sealed …222", "sealed …333"] });
    const other = createStaffTasks(await opened.again());
    expect((await Promise.all([tasks.close(id, "hoa", 5), other.close(id, "ba", 5)])).sort()).toEqual([false, true]);
    expect([await tasks.open(), await numbers(), await tasks.reveal(id, "hoa", 6)]).toEqual([[], [], null]);
    const written = await opened.database.read.selectFrom("staff_audit").select("action").orderBy("id").execute();
    expect(written.map(({ action }) => action)).toEqual(["reveal-number", "close"]);
    await write("lại nhờ", "…444", question, 7);
    await write("xoá dữ liệu của tôi", "…555", { erase: true }, 8);
    expect([await numbers(), await tasks.open()]).toEqual([[], []]);
  });

  test("one alarm of a kind is open, however many raise it; raised again once it is done, unless once is enough", async () => {
    const tasks = createStaffTasks(opened.database);
    const other = createStaffTasks(await opened.again());
    await Promise.all([tasks, other, tasks].map((each) => each.raise(OA, "alarm", "a", 1)));
    await Promise.all([tasks, other].map((each) => each.raiseOnce(OA, "daily", "d", 2)));
    const all = await tasks.open();
    expect(all.map(({ kind, citizenId }) => [kind, citizenId])).toEqual([
      ["alarm", null],
      ["daily", null],
    ]);
    for (const { id } of all) expect(await tasks.close(id, "hoa", 3)).toBe(true);
    await tasks.raise(OA, "alarm", "a", 4);
    await tasks.raiseOnce(OA, "daily", "d", 4);
    expect((await tasks.open()).map(({ kind }) => kind)).toEqual(["alarm"]);
    expect(await tasks.reveal(all[0]?.id ?? 0, "hoa", 5)).toBeNull();
  });

  test("tokens are replaced by who read them only; one refreshes at a time, until its time is over or it is done", async () => {
    const store = createTokenStore(opened.database);
    const other = createTokenStore(await opened.again());
    const tokens = { oaId: OA, sealed: "s1", expiresAt: 90, refreshedAt: 1 };
    expect(await store.read(OA)).toBeNull();
    expect(await store.claimRefresh(OA, "p1", 1, 10)).toBe(false);
    expect(await store.replace(tokens, null)).toBe(true);
    expect(await store.read(OA)).toEqual({ ...tokens, version: 1 });
    expect([await store.replace(tokens, null), await store.replace({ ...tokens, sealed: "s2" }, 1)]).toEqual([
      false,
      true,
    ]);
    expect(await store.replace({ ...tokens, sealed: "s3" }, "force")).toBe(true);
    expect(await store.read(OA)).toMatchObject({ sealed: "s3", version: 3 });
    const claims = [store.claimRefresh(OA, "p1", 5, 10), other.claimRefresh(OA, "p2", 5, 10)];
    const won = await Promise.all(claims);
    expect([...won].sort()).toEqual([false, true]);
    const [mine, theirs] = won[0] ? ["p1", "p2"] : ["p2", "p1"];
    expect([await store.claimRefresh(OA, mine!, 6, 12), await store.claimRefresh(OA, theirs!, 11, 20)]).toEqual([
      true,
      false,
    ]);
    await store.releaseRefresh(OA, theirs!);
    expect(await store.claimRefresh(OA, theirs!, 11, 20)).toBe(false);
    await store.releaseRefresh(OA, mine!);
    expect(await store.claimRefresh(OA, theirs!, 11, 20)).toBe(true);
    expect(await store.claimRefresh(OA, mine!, 20, 30)).toBe(true);
  });
});
