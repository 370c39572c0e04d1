/** The console's stores do the same on both databases. */
import { createSealer } from "../../src/secrets/seal.ts";
import { createConsoleStores } from "../../src/storage/console/index.ts";
import { readPublished, readRevision } from "../../src/storage/console/published.ts";
import { readRecentWords } from "../../src/storage/console/recent-words.ts";
import { OUTBOX } from "../../src/storage/schema.ts";
import { DATABASES, type OpenDatabase } from "../support/databases.ts";

const mac = createSealer(new Uint8Array(32).fill(7)).pseudonym;
const NOW = Date.parse("2026-11-25T09:00:00+07:00");
const DAY = 86_400_000;
const deed = (at = NOW) => ({ at, who: "ai-đó", action: "test", object: "", detail: "" });
const KEY = { kind: "procedure", id: "dang-ky-khai-sinh" } as const;

describe.each(DATABASES)("on $name", ({ open }) => {
  let opened: OpenDatabase;
  let stores: ReturnType<typeof createConsoleStores>;
  beforeEach(async () => {
    opened = await open();
    stores = createConsoleStores(opened.database, mac);
  });
  afterEach(() => opened.remove());

  const draft = (content: unknown, baseVersion = 0) => ({
    ...KEY,
    content,
    baseVersion,
    base: { a: 0 },
    note: "",
    author: "an",
  });
  const publication = (content: unknown, from: number, draftRev: number | null) => {
    return { ...KEY, content, from, seed: { a: 0 }, note: "vì sao", by: "an", approvedBy: "ba", draftRev, mends: [] };
  };

  test("several drafts are written all or none: one that somebody has open keeps the others out", async () => {
    const { knowledge } = stores;
    const other = { ...draft({ b: 1 }), id: "khac" };
    const both = [draft({ a: 1 }), other].map((change) => ({ change, deed: deed() }));
    expect(await knowledge.saveDraft({ ...other, content: { b: 0 } }, 0, deed())).toBe("written");
    expect(await knowledge.saveDrafts(both)).toBe("stale");
    expect((await knowledge.drafts()).map(({ id, content }) => [id, content])).toEqual([["khac", { b: 0 }]]);
    await knowledge.dropDraft(other, deed());
    expect(await knowledge.saveDrafts(both)).toBe("written");
    expect((await knowledge.drafts()).map(({ rev, base }) => [rev, base])).toEqual([
      [1, { a: 0 }],
      [1, { a: 0 }],
    ]);
  });

  test("a draft is saved over the revision that was open only, and published over the version it grew from only", async () => {
    const { knowledge } = stores;
    expect(await knowledge.saveDraft(draft({ a: 1 }), 0, deed())).toBe("written");
    expect(await knowledge.saveDraft(draft({ a: 2 }), 0, deed())).toBe("stale");
    expect(await knowledge.saveDraft({ ...draft({ a: 3 }), author: "tư" }, 1, deed())).toBe("written");
    expect(await knowledge.draft(KEY)).toMatchObject({
      rev: 2,
      content: { a: 3 },
      authors: ["an", "tư"],
      state: "draft",
    });
    expect(await knowledge.moveDraft(KEY, 2, "waiting", null, deed())).toBe("written");
    expect(await knowledge.publish(publication({ a: 3 }, 0, 2), deed())).toBe("stale");
    expect(await knowledge.publish(publication({ a: 3 }, 0, 3), deed())).toBe("written");
    expect(await knowledge.draft(KEY)).toBeNull();
    expect(await knowledge.publish(publication({ a: 4 }, 0, null), deed())).toBe("stale");
    expect((await readPublished(opened.database.read)).items).toEqual([{ ...KEY, content: { a: 3 } }]);
    expect(await readRevision(opened.database.read)).toBe(1);
    expect(await knowledge.publish(publication(null, 1, null), deed())).toBe("written");
    expect((await readPublished(opened.database.read)).items).toEqual([]);
    expect((await knowledge.history(KEY)).map(({ version, content }) => [version, content])).toEqual([
      [2, null],
      [1, { a: 3 }],
    ]);
  });

  test("of two who publish at once one does", async () => {
    const other = createConsoleStores(await opened.again(), mac);
    const outcomes = await Promise.all(
      [stores, other].map(({ knowledge }, n) => knowledge.publish(publication({ a: n }, 0, null), deed())),
    );
    expect(outcomes.sort()).toEqual(["stale", "written"]);
  });

  test("an item, its draft and its history are read back as they were written; in one order on both", async () => {
    const { knowledge } = stores;
    const at = (id: string) => ({ ...KEY, id });
    expect([await knowledge.item(KEY), await knowledge.items(), await knowledge.revision()]).toEqual([null, [], 0]);
    for (const id of ["b", "a", "đ", "Z"]) {
      await knowledge.saveDraft({ ...draft({ of: id }), id }, 0, deed());
      await knowledge.publish({ ...publication({ of: id }, 0, null), id }, deed());
    }
    const inOrder = ["Z", "a", "b", "đ"];
    for (const rows of [await knowledge.items(), await knowledge.drafts(), await knowledge.recent(10)])
      expect(rows.map(({ id }) => id)).toEqual(inOrder);
    expect((await knowledge.published()).items.map(({ id }) => id)).toEqual(inOrder);
    expect(await knowledge.recent(2)).toHaveLength(2);
    const item = { ...at("a"), version: 1, content: { of: "a" }, seed: { a: 0 }, publishedAt: NOW };
    expect(await knowledge.item(at("a"))).toEqual(item);
    await knowledge.keepOverSeed(at("a"), { a: 9 }, deed());
    expect(await knowledge.item(at("a"))).toEqual({ ...item, seed: { a: 9 } });
    await knowledge.keepOverSeed(at("a"), null, deed());
    expect((await knowledge.item(at("a")))?.seed).toBeNull();
    expect(await knowledge.history(at("a"))).toEqual([
      { ...at("a"), version: 1, content: { of: "a" }, note: "vì sao", by: "an", approvedBy: "ba", at: NOW },
    ]);
    expect(await knowledge.moveDraft(at("b"), 1, "draft", "thiếu căn cứ", deed(NOW + 1))).toBe("written");
    expect(await knowledge.moveDraft(at("b"), 1, "waiting", null, deed())).toBe("stale");
    expect(await knowledge.draft(at("b"))).toMatchObject({ rev: 2, sentBack: "thiếu căn cứ", updatedAt: NOW + 1 });
    expect([await knowledge.dropDraft(at("b"), deed()), await knowledge.dropDraft(at("b"), deed())]).toEqual([
      true,
      false,
    ]);
    expect([await knowledge.revision(), await knowledge.draft(at("b"))]).toEqual([4, null]);
  });

  test("two must agree until one is said to be enough; a publication mends what was withdrawn of its item", async () => {
    const { knowledge } = stores;
    expect(await knowledge.needsTwo()).toBe(true);
    await knowledge.setNeedsTwo(false, deed());
    expect(await knowledge.needsTwo()).toBe(false);
    await knowledge.setNeedsTwo(true, deed());
    expect(await knowledge.needsTwo()).toBe(true);
    const row = (part: string, at = NOW) => ({ ...KEY, part, reason: "sai", by: "an", at });
    for (const part of ["fees.1", "fees.0", "times.0"]) await knowledge.withdraw(row(part), deed());
    await knowledge.withdraw(row("", NOW + 1), deed());
    const parts = async () => (await knowledge.withdrawals()).map(({ part }) => part);
    expect(await parts()).toEqual(["", "fees.0", "fees.1", "times.0"]);
    expect((await knowledge.withdrawals())[1]).toEqual(row("fees.0"));
    await knowledge.publish({ ...publication({ a: 1 }, 0, null), mends: ["fees.0", "times.0"] }, deed());
    expect(await parts()).toEqual(["", "fees.1"]);
  });

  test("of two who save one draft at once one is told that it is stale; so of two who withdraw and restore", async () => {
    const other = createConsoleStores(await opened.again(), mac);
    const saved = [stores, other].map(({ knowledge }, n) => knowledge.saveDraft(draft({ a: n }), 0, deed()));
    expect((await Promise.all(saved)).sort()).toEqual(["stale", "written"]);
    const row = { ...KEY, part: "fees.0", reason: "sai", by: "an", at: NOW };
    await Promise.all([stores, other].map(({ knowledge }) => knowledge.withdraw(row, deed())));
    const restored = [stores, other].map(({ knowledge }) => knowledge.restore({ ...KEY, part: "fees.0" }, deed()));
    expect((await Promise.all(restored)).sort()).toEqual([false, true]);
    expect(await stores.knowledge.revision()).toBe(3);
  });

  test("a withdrawal counts as a change, once; it ends with being said again", async () => {
    const { knowledge } = stores;
    const row = { ...KEY, part: "fees.0", reason: "sai", by: "an", at: NOW };
    await knowledge.withdraw(row, deed());
    await knowledge.withdraw(row, deed());
    expect((await readPublished(opened.database.read)).withdrawals).toEqual([{ ...KEY, part: "fees.0" }]);
    expect(await knowledge.restore({ ...KEY, part: "fees.0" }, deed())).toBe(true);
    expect(await knowledge.restore({ ...KEY, part: "fees.0" }, deed())).toBe(false);
  });

  async function turn(at: number, turn: object, words: string, more: object = {}) {
    await opened.database.write(async (db) => {
      const body = JSON.stringify({ kind: "message", content: { kind: "text", text: words } });
      const event = { oa_id: "oa", citizen_id: "c1", event_key: `${at}${words}`, name: "user_send_text", body };
      const { seq } = await db
        .insertInto("inbox")
        .values({ ...event, happened_at: at, received_at: at, status: 1 })
        .returning("seq")
        .executeTakeFirstOrThrow();
      const provenance = JSON.stringify({ records: ["r"], facts: ["r#fees.0"], knowledgeVersion: "1", turn });
      const reply = { oa_id: "oa", citizen_id: "c1", reply: '{"text":"Dạ","buttons":[]}', text_digest: "", provenance };
      const settled = { status: OUTBOX.sent, settled_at: at + 900, ...more };
      await db
        .insertInto("outbox")
        .values({ ...reply, answers: JSON.stringify([Number(seq)]), not_before: at, created_at: at + 100, ...settled })
        .execute();
      await db
        .insertInto("conversation")
        .values({ oa_id: "oa", citizen_id: "c1", updated_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    });
  }
  const answered = { decision: "answer", intent: "ask_procedure", topic: "ket_hon" };
  const asked = { decision: "ask_back", intent: "unclear", topic: null };

  test("figures of a day, by local days; unanswered words without those that were dealt with", async () => {
    await turn(NOW - 2 * DAY, answered, "cũ");
    await turn(Date.parse("2026-11-25T00:30:00+07:00"), answered, "đêm");
    await turn(NOW, asked, "câu lạ");
    const { activity, learning } = stores;
    const turns = await activity.turnsSince(Date.parse("2026-11-25T00:00:00+07:00"), 10);
    expect(turns.map(({ decision, tookMs }) => [decision, tookMs])).toEqual([
      ["ask_back", 900],
      ["answer", 900],
    ]);
    expect(await activity.turnsByDay(NOW - 10 * DAY)).toEqual([
      { day: "2026-11-23", turns: 1 },
      { day: "2026-11-25", turns: 2 },
    ]);
    expect(await activity.lastEventAt()).toBe(NOW);
    expect(await readRecentWords(opened.database.read, 2)).toEqual(["câu lạ", "đêm"]);
    expect(await learning.unanswered(0, 10)).toEqual([{ words: "câu lạ", decision: "ask_back", at: NOW + 100 }]);
    const { keyOfWords } = await import("../../src/console/learning/groups.ts");
    await learning.mark([keyOfWords("Cau la!")], "xong", "an", deed());
    expect(await learning.unanswered(0, 10)).toEqual([]);
  });

  test("asked back and then answered is not unanswered; asked back and left, or answered much later, is", async () => {
    await turn(NOW, asked, "giấy cho con");
    await turn(NOW + 60_000, answered, "#TT:khai-sinh");
    await turn(NOW + 2 * 3_600_000, asked, "giấy nhà");
    await turn(NOW + 4 * 3_600_000, answered, "hỏi việc khác");
    await turn(NOW + 5 * 3_600_000, asked, "giấy xe");
    const words = (await stores.learning.unanswered(0, 10)).map((each) => each.words);
    expect(words).toEqual(["giấy xe", "giấy nhà"]);
  });

  test("an answer called wrong is listed by what stood on the button, until somebody looked at it after that", async () => {
    const reply = JSON.stringify({ text: "Dạ", buttons: [{ title: "Lệ phí", say: "#TT:khai-sinh:phi" }] });
    await turn(NOW, answered, "làm khai sinh cần gì", { reply });
    await turn(NOW + 1_000, answered, "#TT:khai-sinh:phi");
    await turn(NOW + 2_000, { ...answered, disputes: true }, "sai rồi");
    const { learning } = stores;
    const words = "Lệ phí (bấm nút sau “làm khai sinh cần gì”)";
    expect(await learning.unanswered(0, 10)).toEqual([{ words, decision: "disputed", at: NOW + 2_100 }]);
    const { keyOfWords } = await import("../../src/console/learning/groups.ts");
    await learning.mark([keyOfWords(words)], "xong", "an", deed(NOW));
    expect(await learning.unanswered(0, 10)).toHaveLength(1);
    await learning.mark([keyOfWords(words)], "xong", "an", deed(NOW + 3_000));
    expect(await learning.unanswered(0, 10)).toEqual([]);
  });

  test("who got a fact; a correction waits in the outbox; a failed reply is sent again or dismissed", async () => {
    await turn(NOW - 3 * DAY, answered, "hỏi");
    await turn(NOW - 1_000, answered, "hỏi nữa", { status: OUTBOX.dead, error: "-213" });
    const { recall, deliveries } = stores;
    const query = { record: "r", part: "fees.0", from: NOW - 5 * DAY, until: NOW };
    const got = await recall.receivers(query, NOW);
    expect(got).toMatchObject([{ citizenId: "c1", times: 1, reachable: true }]);
    expect(await recall.receivers({ ...query, part: "times.0" }, NOW)).toEqual([]);
    await recall.send("Dạ, đúng là…", "r", got, deed());
    expect(await recall.receivers(query, NOW)).toHaveLength(1);
    const [failed] = await deliveries.failed(10);
    expect([await deliveries.failedCount(), failed?.error]).toEqual([1, "-213"]);
    expect(await deliveries.retry(failed?.seq ?? 0, deed())).toBe(true);
    expect(await deliveries.dismiss(failed?.seq ?? 0, deed())).toBe(false);
    const { send_due_at } = await opened.database.read
      .selectFrom("conversation")
      .select("send_due_at")
      .executeTakeFirstOrThrow();
    expect(Number(send_due_at)).toBe(NOW);
  });

  test("a failed reply is sent again or dismissed once, whoever of two comes first", async () => {
    for (const n of [1, 2, 3]) await turn(NOW + n, answered, `hỏi ${n}`, { status: OUTBOX.unconfirmed, error: "x" });
    const other = createConsoleStores(await opened.again(), mac);
    const failed = await stores.deliveries.failed(10);
    expect(failed.map(({ kind, text, citizen }) => [kind, text, citizen])).toEqual(
      Array(3).fill(["unconfirmed", "Dạ", "c1"]),
    );
    const [first, second] = failed.map(({ seq }) => seq);
    const dealt = [stores.deliveries.retry(first ?? 0, deed()), other.deliveries.dismiss(first ?? 0, deed())];
    expect((await Promise.all(dealt)).sort()).toEqual([false, true]);
    expect(await stores.deliveries.dismiss(second ?? 0, deed())).toBe(true);
    expect(await stores.deliveries.retry(second ?? 0, deed())).toBe(false);
    expect([await stores.deliveries.failedCount(), (await stores.deliveries.failed(10)).length]).toEqual([1, 1]);
    expect(await stores.audit.after(0, 10)).toHaveLength(2);
  });

  test("what happened to a dossier: told and looked up, newest first; those of one import come by code", async () => {
    await turn(NOW, answered, "tin", { news_code: "H1", news_status: 4 });
    await turn(NOW + 9, answered, "tin", { news_code: "H1", news_status: 10, status: OUTBOX.dead });
    await opened.database.write(async (db) => {
      for (const [at, outcome] of [
        [NOW + 1, "proven"],
        [NOW + 2, "wrong"],
        [NOW + 3, "later-kind"],
      ] as const)
        await db
          .insertInto("dossier_access")
          .values({ at, who: "p", code_key: mac("H1", "dossier-code"), door: "digits", outcome })
          .execute();
      for (const code of ["H3", "H1", "H2"])
        await db.insertInto("dossier").values({ code, status: 4, missing: '["đơn"]', known_at: NOW }).execute();
    });
    expect((await stores.dossiers.eventsOf("H1")).map(({ what }) => what)).toEqual([
      "Báo tin “Đã trả kết quả”: chưa tới",
      "Báo tin “Đang xử lý”: đã gửi",
      "Có người tra",
      "Có người tra, nhưng 4 số cuối điện thoại không đúng",
      "Có người tra, đã xác nhận là chủ hồ sơ",
    ]);
    expect(await stores.dossiers.eventsOf("H2")).toEqual([]);
    const all = await stores.dossiers.list({ unit: null, code: "H", which: "all", today: "2026-11-25" }, 10);
    expect(all.map(({ code }) => code)).toEqual(["H1", "H2", "H3"]);
    expect(await stores.dossiers.one("H1", null)).toEqual(all[0]);
    expect(all[0]).toMatchObject({ unit: null, dueOn: null, missing: ["đơn"], knownAt: NOW });
  });

  test("dossiers of one unit, late and by code", async () => {
    await opened.database.write(async (db) => {
      for (const [code, unit, due] of [
        ["H12.34-261101-0001", "Xã A", "2026-11-20"],
        ["H12.34-261101-0002", "Xã B", "2026-11-27"],
      ] as const)
        await db
          .insertInto("dossier")
          .values({ code, unit, status: 4, due_on: due, missing: "[]", known_at: NOW })
          .execute();
    });
    const codes = async (which: "late" | "soon" | "all", unit: string | null, code = "") =>
      (await stores.dossiers.list({ unit, code, which, today: "2026-11-25" }, 10)).map((row) => row.code.at(-1));
    expect([await codes("late", null), await codes("soon", null), await codes("soon", "Xã A")]).toEqual([
      ["1"],
      ["2"],
      [],
    ]);
    expect(await codes("all", null, "H12.34-261101-0002")).toEqual(["2"]);
    expect([await stores.dossiers.count("Xã A"), await stores.dossiers.one("H12.34-261101-0002", "Xã A")]).toEqual([
      1,
      null,
    ]);
  });
});
