/** Officers, their links, sessions, wrong tries and waiting Excel files: the same on both databases, row for row. */
import type { NewInvite } from "../../src/console/access/officer.ts";
import { IDLE_MS, LONGEST_MS, type Session } from "../../src/console/access/sessions.ts";
import { KEPT_MS } from "../../src/console/knowledge/excel/files.ts";
import { createSealer } from "../../src/secrets/seal.ts";
import { createExcelFileStore } from "../../src/storage/console/excel-files.ts";
import { createConsoleStores } from "../../src/storage/console/index.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";

const sealer = createSealer(new Uint8Array(32).fill(7));
const NOW = Date.parse("2026-11-25T09:00:00+07:00");
const DAY = 86_400_000;
const deed = (action = "test") => ({ at: NOW, who: null, action, object: "", detail: "" });

describe.each(DATABASES)("on $name", ({ open }) => {
  let opened: OpenDatabase;
  let stores: ReturnType<typeof createConsoleStores>;
  beforeEach(async () => {
    opened = await open();
    stores = createConsoleStores(opened.database, sealer.pseudonym);
  });
  afterEach(() => opened.remove());

  /** The same data as another instance has it. */
  const beside = async () => createConsoleStores(await opened.again(), sealer.pseudonym);
  const deeds = async () => (await stores.audit.after(0, 100)).map(({ action }) => action);

  const invite = (id: string, more: Partial<NewInvite> = {}): NewInvite => ({
    id,
    tokenKey: `key-${id}`,
    kind: "new",
    officerId: null,
    name: "Lê Hoa",
    role: "editor",
    unit: "Xã A",
    expiresAt: NOW + DAY,
    ...more,
  });
  const newcomer = (id: string, login = id) => ({ id, login, name: `Cán bộ ${id}`, password: `phc-${id}` });
  const join = (key: string, id: string, login = id, at = stores) =>
    at.officers.join(key, newcomer(id, login), deed("officer.join"), NOW);
  /** The first officer, who administers, and others who edit. */
  async function hire(...others: string[]) {
    await stores.officers.invite(invite("first", { kind: "first", role: "admin", unit: null }), null, NOW);
    expect(await join("key-first", "chu")).toBe("joined");
    for (const id of others) {
      await stores.officers.invite(invite(`for-${id}`), deed("officer.invite"), NOW);
      expect(await join(`key-for-${id}`, id)).toBe("joined");
    }
  }
  const session = (id: string, officerId: string, more: Partial<Session> = {}): Session => ({
    id,
    officerId,
    tokenKey: `token-${id}`,
    formerKey: null,
    csrf: `csrf-${id}`,
    device: "Chrome, Windows",
    createdAt: NOW,
    rotatedAt: NOW,
    seenAt: NOW,
    ...more,
  });

  test("who joins by a link has its role and unit; found by id and by login, with the password beside", async () => {
    const { officers } = stores;
    expect(await officers.any()).toBe(false);
    await hire("an");
    const an = {
      id: "an",
      login: "an",
      name: "Cán bộ an",
      role: "editor",
      unit: "Xã A",
      createdAt: NOW,
      disabledAt: null,
    };
    expect(await officers.any()).toBe(true);
    expect(await officers.find("an")).toEqual(an);
    expect(await officers.find("không-có")).toBeNull();
    expect(await officers.byLogin("an")).toEqual({ officer: an, password: "phc-an" });
    expect(await officers.byLogin("AN")).toBeNull();
    expect((await officers.all()).map(({ id, role, unit }) => [id, role, unit])).toEqual([
      ["an", "editor", "Xã A"],
      ["chu", "admin", null],
    ]);
    expect(await deeds()).toEqual(["officer.join", "officer.invite", "officer.join"]);
  });

  test("a link is open until it is used, taken back or over; the first officer's also until there is one", async () => {
    const { officers } = stores;
    await officers.invite(invite("first", { kind: "first" }), null, NOW);
    await officers.invite(invite("old", { expiresAt: NOW }), deed(), NOW);
    await officers.invite(invite("b"), deed(), NOW);
    await officers.invite(invite("a", { unit: null }), deed(), NOW);
    await officers.invite(invite("later"), deed(), NOW + 1);
    const { tokenKey, ...shown } = invite("a", { unit: null });
    expect(await officers.inviteOf(tokenKey, NOW)).toEqual({ ...shown, createdAt: NOW });
    expect([await officers.inviteOf("key-old", NOW), await officers.inviteOf("key-none", NOW)]).toEqual([null, null]);
    expect((await officers.openInvites(NOW)).map(({ id }) => id)).toEqual(["later", "a", "b"]);
    expect((await officers.inviteOf("key-first", NOW))?.kind).toBe("first");
    expect([await officers.revokeInvite("b", deed()), await officers.revokeInvite("b", deed())]).toEqual([true, false]);
    expect(await join("key-b", "an")).toBe("gone");
    expect(await join("key-a", "an")).toBe("joined");
    expect(await officers.revokeInvite("a", deed())).toBe(false);
    expect(await join("key-later", "binh", "an")).toBe("taken");
    expect(await officers.inviteOf("key-first", NOW)).toBeNull();
    expect((await officers.openInvites(NOW)).map(({ id }) => id)).toEqual(["later"]);
  });

  test("of two who use one link at once, or two first links, one joins", async () => {
    const other = await beside();
    for (const id of ["first", "first-too"]) await stores.officers.invite(invite(id, { kind: "first" }), null, NOW);
    const firsts = [join("key-first", "a"), join("key-first-too", "b", "b", other)];
    expect((await Promise.all(firsts)).sort()).toEqual(["gone", "joined"]);
    await stores.officers.invite(invite("one"), deed(), NOW);
    expect((await Promise.all([join("key-one", "c"), join("key-one", "d", "d", other)])).sort()).toEqual([
      "gone",
      "joined",
    ]);
    await stores.officers.invite(invite("x"), deed(), NOW);
    await stores.officers.invite(invite("y"), deed(), NOW);
    expect((await Promise.all([join("key-x", "e", "ten"), join("key-y", "f", "ten", other)])).sort()).toEqual([
      "joined",
      "taken",
    ]);
    expect(await stores.officers.all()).toHaveLength(3);
  });

  test("a link that is taken back while somebody uses it is used or taken back, not both", async () => {
    const other = await beside();
    await hire();
    for (let round = 0; round < 5; round++) {
      await stores.officers.invite(invite(`r${round}`), deed(), NOW);
      const [joined, revoked] = await Promise.all([
        join(`key-r${round}`, `n${round}`),
        other.officers.revokeInvite(`r${round}`, deed()),
      ]);
      expect([joined, revoked]).toEqual(joined === "joined" ? ["joined", false] : ["gone", true]);
    }
  });

  test("a new password ends the other sessions and the links to one; who used such a link first set it", async () => {
    const { officers, sessions } = stores;
    const other = await beside();
    await hire("an", "binh");
    for (const [id, whose] of [
      ["mine", "an"],
      ["phone", "an"],
      ["of-binh", "binh"],
    ] as const)
      await sessions.open(session(id, whose), deed());
    const link = (id: string) => invite(id, { kind: "password", officerId: "an" });
    await officers.invite(link("spare"), deed(), NOW);
    await officers.setPassword("an", "phc-2", "mine", deed());
    expect((await officers.byLogin("an"))?.password).toBe("phc-2");
    expect(await officers.inviteOf("key-spare", NOW)).toBeNull();
    expect((await sessions.of("an")).map(({ id }) => id)).toEqual(["mine"]);
    await officers.invite(link("one"), deed(), NOW);
    await officers.invite(link("two"), deed(), NOW);
    expect(await join("key-one", "khac")).toBe("gone");
    const both = [stores, other].map(({ officers }, n) =>
      officers.renew("key-one", `phc-${3 + n}`, deed("officer.password"), NOW),
    );
    const done = await Promise.all(both);
    expect([...done].sort()).toEqual([false, true]);
    expect((await officers.byLogin("an"))?.password).toBe(done[0] ? "phc-3" : "phc-4");
    expect(await officers.renew("key-two", "phc-5", deed(), NOW)).toBe(false);
    expect([await sessions.of("an"), (await sessions.of("binh")).length]).toEqual([[], 1]);
    expect((await deeds()).filter((each) => each === "officer.password")).toHaveLength(1);
  });

  test("a link to a new password is not one to join by, nor the other way round, nor good when it is over", async () => {
    const { officers } = stores;
    await hire("an");
    await officers.invite(invite("new"), deed(), NOW);
    await officers.invite(invite("late", { kind: "password", officerId: "an", expiresAt: NOW }), deed(), NOW);
    expect(await officers.renew("key-new", "phc", deed(), NOW)).toBe(false);
    expect(await officers.renew("key-late", "phc", deed(), NOW)).toBe(false);
    expect((await officers.byLogin("an"))?.password).toBe("phc-an");
  });

  test("who is stopped is signed out and comes in no more until let in again; an administrator always stays", async () => {
    const { officers, sessions } = stores;
    await hire("an");
    const admin = { role: "admin", unit: null, disabledAt: null } as const;
    expect(await officers.change("chu", { ...admin, role: "viewer" }, deed())).toBe(false);
    expect(await officers.change("chu", { ...admin, unit: "Xã A" }, deed())).toBe(false);
    await sessions.open(session("s", "an"), deed());
    expect(await officers.change("an", { role: "editor", unit: null, disabledAt: NOW }, deed())).toBe(true);
    expect(await officers.find("an")).toMatchObject({ unit: null, disabledAt: NOW });
    expect(await sessions.find("token-s")).toBeNull();
    await sessions.open(session("t", "an"), deed());
    expect(await sessions.find("token-t")).toBeNull();
    expect(await officers.change("an", admin, deed())).toBe(true);
    expect((await sessions.find("token-t"))?.officer).toMatchObject({ id: "an", role: "admin", disabledAt: null });
    expect(await officers.change("chu", { ...admin, role: "viewer" }, deed())).toBe(true);
  });

  test("of two administrators who stop each other at once one remains", async () => {
    const other = await beside();
    await hire("an");
    const admin = { role: "admin", unit: null, disabledAt: null } as const;
    await stores.officers.change("an", admin, deed());
    const stopped = { ...admin, disabledAt: NOW };
    const done = await Promise.all([
      stores.officers.change("an", stopped, deed()),
      other.officers.change("chu", stopped, deed()),
    ]);
    expect(done.sort()).toEqual([false, true]);
  });

  test("a session is found by its token and by the one before; of two that rotate it at once one does", async () => {
    const { sessions } = stores;
    const other = await beside();
    await hire("an");
    await sessions.open(session("s", "an"), deed("officer.sign-in"));
    expect(await sessions.find("token-s")).toEqual({
      session: session("s", "an"),
      officer: await stores.officers.find("an"),
    });
    await sessions.seen("s", NOW + 5);
    expect((await sessions.of("an")).map(({ seenAt }) => seenAt)).toEqual([NOW + 5]);
    const rotated = await Promise.all([
      sessions.rotate("s", "token-s", "next-0", NOW + 9),
      other.sessions.rotate("s", "token-s", "next-1", NOW + 9),
    ]);
    expect([...rotated].sort()).toEqual([false, true]);
    const tokenKey = rotated[0] ? "next-0" : "next-1";
    const now = session("s", "an", { tokenKey, formerKey: "token-s", rotatedAt: NOW + 9, seenAt: NOW + 9 });
    for (const key of [tokenKey, "token-s"]) expect((await sessions.find(key))?.session).toEqual(now);
    expect(await sessions.find(rotated[0] ? "next-1" : "next-0")).toBeNull();
    expect(await sessions.rotate("none", "x", "y", NOW)).toBe(false);
  });

  test("sessions are listed as last used, and ended by their owner only, once", async () => {
    const { sessions } = stores;
    await hire("an", "binh");
    for (const [id, whose, seenAt] of [
      ["b", "an", NOW],
      ["a", "an", NOW],
      ["c", "an", NOW + 1],
      ["d", "binh", NOW],
    ] as const)
      await sessions.open(session(id, whose, { seenAt }), deed());
    expect((await sessions.of("an")).map(({ id }) => id)).toEqual(["c", "a", "b"]);
    expect(await sessions.end("a", "binh", deed("ended"))).toBe(false);
    const ends = [stores, await beside()].map(({ sessions }) => sessions.end("a", "an", deed("ended")));
    expect((await Promise.all(ends)).sort()).toEqual([false, true]);
    expect((await sessions.of("an")).map(({ id }) => id)).toEqual(["c", "b"]);
    expect((await deeds()).filter((each) => each === "ended")).toHaveLength(1);
  });

  test("what is over is removed: sessions, links, and tries of yesterday", async () => {
    const { sessions, tries, officers } = stores;
    await hire("an");
    const late = NOW + 3 * DAY;
    for (const [id, more] of [
      ["idle", { createdAt: late, seenAt: late - IDLE_MS - 1 }],
      ["long", { createdAt: late - LONGEST_MS - 1, seenAt: late }],
      ["good", { createdAt: late - LONGEST_MS, seenAt: late - IDLE_MS }],
    ] as const)
      await sessions.open(session(id, "an", more), deed());
    await tries.wrong(["p"], deed(), late - DAY - 1);
    await tries.wrong(["p"], deed(), late - DAY);
    await officers.invite(invite("gone", { expiresAt: late - DAY - 1 }), deed(), NOW);
    await officers.invite(invite("fresh", { expiresAt: late + 1 }), deed(), NOW);
    await sessions.tidy(late);
    expect((await sessions.of("an")).map(({ id }) => id)).toEqual(["good"]);
    expect(await tries.wrongSince("p", 0)).toBe(1);
    const links = await opened.database.read.selectFrom("officer_invite").select("id").orderBy("id").execute();
    expect(links.map(({ id }) => id)).not.toContain("gone");
    expect((await officers.openInvites(late)).map(({ id }) => id)).toEqual(["fresh"]);
  });

  test("wrong tries count for each pseudonym, also those of one moment, until they are forgotten", async () => {
    const { tries } = stores;
    const other = await beside();
    await Promise.all([stores, other, stores, other].map(({ tries }) => tries.wrong(["login", "place"], deed(), NOW)));
    await tries.wrong(["place"], deed(), NOW + 1);
    expect([await tries.wrongSince("login", NOW - 1), await tries.wrongSince("place", NOW - 1)]).toEqual([4, 5]);
    expect([await tries.wrongSince("place", NOW), await tries.wrongSince("nobody", 0)]).toEqual([1, 0]);
    await tries.forget("login");
    expect([await tries.wrongSince("login", 0), await tries.wrongSince("place", 0)]).toEqual([0, 5]);
  });

  describe("waiting Excel files", () => {
    const storeOf = (database = opened.database) => createExcelFileStore(database, sealer);
    const file = (name: string, more: { officerId?: string; startedAt?: number; bytes?: Buffer } = {}) => {
      return { name, kind: "faq" as const, officerId: "an", bytes: Buffer.from(name), startedAt: NOW, ...more };
    };
    const names = async () =>
      (await opened.database.read.selectFrom("excel_file").select("name").orderBy("name").execute()).map(
        ({ name }) => name,
      );

    test("a file comes back to its officer byte for byte, also from another instance, for an hour; sealed at rest", async () => {
      const files = storeOf();
      const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, n) => (n * 7) % 256));
      const kept = await files.keep(file("hỏi đáp.xlsx", { bytes }));
      const found = await storeOf(await opened.again()).find(kept.id, "an", NOW + KEPT_MS);
      expect(found).toEqual(kept);
      expect(found?.bytes.equals(bytes)).toBe(true);
      expect(await files.find(kept.id, "binh", NOW)).toBeNull();
      expect(await files.find("none", "an", NOW)).toBeNull();
      expect(await files.find(kept.id, "an", NOW + KEPT_MS + 1)).toBeNull();
      const { sealed } = await opened.database.read.selectFrom("excel_file").select("sealed").executeTakeFirstOrThrow();
      expect(sealed.startsWith("v1.")).toBe(true);
      await opened.database.write((db) => db.updateTable("excel_file").set({ kind: "unknown" }).execute());
      expect(await files.find(kept.id, "an", NOW)).toBeNull();
    });

    test("an officer has three at most, the newest, also when several come at one moment; what is over goes", async () => {
      const files = storeOf();
      await files.keep(file("quá giờ", { officerId: "binh", startedAt: NOW - KEPT_MS - 1 }));
      await files.keep(file("của bình", { officerId: "binh", startedAt: NOW - 1 }));
      for (const [n, name] of ["một", "hai", "ba", "bốn"].entries())
        await files.keep(file(name, { startedAt: NOW + n }));
      expect(await names()).toEqual(["ba", "bốn", "của bình", "hai"]);
      const other = storeOf(await opened.again());
      const later = NOW + 9;
      const together = await Promise.all(
        [files, other, files, other].map((store, n) => store.keep(file(`cùng lúc ${n}`, { startedAt: later }))),
      );
      expect(await names()).toHaveLength(4);
      const last = await files.keep(file("sau cùng", { startedAt: later }));
      expect((await files.find(last.id, "an", later))?.name).toBe("sau cùng");
      const left = await Promise.all(together.map(({ id }) => files.find(id, "an", later)));
      expect(left.filter((each) => each !== null)).toHaveLength(2);
    });

    test("a file that two take in at once gives its drafts once, and is dropped without harm by both", async () => {
      const other = await beside();
      const kept = await storeOf().keep(file("một tệp"));
      const change = { kind: "faq", id: "q1", content: { a: 1 }, baseVersion: 0, base: null, note: "", author: "an" };
      const drafts = [{ change: { ...change, kind: "faq" as const }, deed: deed("knowledge.draft") }];
      const taken = await Promise.all([stores, other].map(({ knowledge }) => knowledge.saveDrafts(drafts)));
      expect(taken.sort()).toEqual(["stale", "written"]);
      await Promise.all([storeOf().drop(kept.id), storeOf(await opened.again()).drop(kept.id)]);
      expect([await storeOf().find(kept.id, "an", NOW), await names()]).toEqual([null, []]);
      expect(await deeds()).toEqual(["knowledge.draft"]);
    });
  });
});
